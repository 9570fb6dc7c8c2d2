// What changed between two journeys, in words, with the step that each line is about. Runs in the web worker, which knows
// the types. Pure.

import type { Catalogue, LocalizedText } from '../../journey/catalogue.ts';
import { type DefinitionChange, diffDefinitions } from '../../journey/diff.ts';
import {
  type ChangeSign,
  describeChange,
  describeImpact,
  describeValueChange,
  signOf,
} from '../../journey/diff-prose.ts';
import type { Language } from '../../journey/issue-prose.ts';
import type { Surroundings } from '../../journey/surroundings.ts';
import type { Journey } from '../model/journey.ts';

export interface ChangeLine {
  readonly sign: ChangeSign;
  readonly text: LocalizedText;
  /** The step that it is about, as it is called after the change; absent where it is about the journey. */
  readonly step?: string;
}

export interface JourneyDiff {
  /** Of the meaning: what makes a new version. */
  readonly changes: readonly ChangeLine[];
  /** Names and notes for people. */
  readonly remarks: readonly ChangeLine[];
  /** What it means for people who are under way. */
  readonly impact: readonly LocalizedText[];
}

export function diffJourneys(
  { before, after }: { readonly before: Journey; readonly after: Journey },
  context: { readonly catalogue: Catalogue; readonly surroundings: Surroundings },
): JourneyDiff {
  const { changes, remarks, running } = diffDefinitions(before, after, context);
  const korean = describeImpact(running, 'ko');
  return {
    changes: changes.map((change) => ({
      sign: signOf(change),
      text: inBoth((language) => describeChange(change, language)),
      ...stepOfChange(change),
    })),
    remarks: remarks.map((change) => ({
      sign: '~',
      text: inBoth((language) => describeValueChange(change, language)),
      ...(change.path[0] === 'nodes' && { step: String(change.path[1]) }),
    })),
    impact: describeImpact(running, 'en').map((en, index) => ({ en, ko: korean[index] ?? en })),
  };
}

function stepOfChange(change: DefinitionChange): { readonly step?: string } {
  if (change.kind === 'field-changed') return {};
  return { step: change.kind === 'node-renamed' ? change.to : change.node };
}

function inBoth(say: (language: Language) => string): LocalizedText {
  return { en: say('en'), ko: say('ko') };
}
