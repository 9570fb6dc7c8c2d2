// Reads a file that somebody brings: a journey, or an XState machine that we have exported. Pure; never throws.

import { toCheckIssue } from '../../journey/check-issue.ts';
import { fromXState } from '../../journey/exchange/from-xstate.ts';
import { fromText, type TextReading } from '../model/json-text.ts';

/** @param text of the file, whatever it is */
export function importFile(text: string): TextReading {
  const read = fromText(text);
  if (read.journey !== undefined || !isMachine(text)) return read;
  const { definition, issues } = fromXState(text);
  return definition === undefined ? { issues: issues.map(toCheckIssue) } : { journey: definition };
}

/** Machines have states, journeys don't. */
function isMachine(text: string): boolean {
  try {
    const document: unknown = JSON.parse(text);
    return typeof document === 'object' && document !== null && 'states' in document;
  } catch {
    return false;
  }
}
