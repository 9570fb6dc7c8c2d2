// One thing that happened in a run, as its timeline tells it. Pure types.

import type { RunAnswer } from '../../client/client.ts';
import type { Meaning } from '../model/meaning.ts';

export type Step = RunAnswer['path'][number];

export interface StoryEntry {
  readonly key: string;
  /** ISO; null: now. */
  readonly at: string | null;
  /** Plain: neither good nor bad. */
  readonly meaning: Meaning | 'plain';
  readonly title: string;
  readonly lines: readonly string[];
  /** The step that it happened in. */
  readonly step?: string;
}
