// What the API answers of drafts and versions, as types. Instants are ISO 8601.

import type { LocalizedText } from '../journey/catalogue.ts';
import type { DefinitionChange } from '../journey/diff.ts';
import type { RunningImpact } from '../journey/diff-impact.ts';
import type { ValueChange } from '../journey/diff-values.ts';
import type { Name } from '../journey/fields.ts';
import type { PublishAnswer } from './answers.ts';

export interface DraftSummary {
  /** The journey's. */
  readonly id: string;
  /** Null where the text has none yet. */
  readonly name: Name | null;
  readonly revision: number;
  readonly updatedAt: string;
  /** The version it was begun from or last published as. */
  readonly baseVersion: number | null;
}

export interface DraftListAnswer {
  /** The one saved last first. */
  readonly drafts: readonly DraftSummary[];
}

/** Its ETag is the revision in quotes. */
export interface DraftAnswer extends Omit<DraftSummary, 'name'> {
  readonly source: string;
}

export interface DraftPublishAnswer extends PublishAnswer {
  readonly version: number;
  readonly created: boolean;
  /** Of the draft, whose `baseVersion` is `version` now. */
  readonly revision: number;
}

export interface VersionSummary {
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: string;
  /** What its publisher said of it. */
  readonly note: string | null;
}

export interface VersionListAnswer {
  /** Newest first. */
  readonly versions: readonly VersionSummary[];
  /** Give it as `cursor` for the next page; absent on the last. */
  readonly next?: string;
}

export interface DiffAnswer {
  /** No change of meaning; remarks may differ. */
  readonly same: boolean;
  readonly changes: readonly DefinitionChange[];
  /** A line for each change, in their order. */
  readonly prose: readonly LocalizedText[];
  /** Ids of the journeys that it awaits on both sides, but that were published anew between them. */
  readonly awaited: readonly string[];
  /** Names and notes for people. */
  readonly remarks: readonly ValueChange[];
  /** What it means for people who are under way, as facts and in lines. */
  readonly impact: RunningImpact & { readonly prose: readonly LocalizedText[] };
}
