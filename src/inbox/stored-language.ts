// What was published, read back in the language's own types. Only what the checker accepted is ever stored, so it is
// trusted here and not parsed again.

import type { Definition } from '../journey/definition.ts';
import type { ExitRule } from '../journey/entry.ts';
import type { JourneyVersion } from '../store/journeys.ts';
import type { AwaitingRun } from '../store/runs.ts';

/** How people get into this version. */
export function entryOf({ definition }: JourneyVersion): Definition['entry'] {
  return (definition as Definition).entry;
}

/** What ends this run early, in the order of the document. */
export function exitRulesOf({ exit }: AwaitingRun): readonly ExitRule[] {
  return exit as readonly ExitRule[];
}
