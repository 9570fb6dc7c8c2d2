// What the author calls a step of the version that is shown. Pure.

import type { NodeTypeAnswer } from '../../journey/describe-node-type.ts';
import type { Language } from '../../journey/issue-prose.ts';
import { stepOf } from '../model/journey.ts';
import { outlineOf } from '../model/outline.ts';
import { viewOf } from '../model/step-view.ts';
import { wordsOf } from '../model/words.ts';
import type { ShownJourney } from '../state/shown-journey.ts';

interface Reader {
  readonly nodeTypes: ReadonlyMap<string, NodeTypeAnswer>;
  readonly language: Language;
}

/** The id where there is no such step. */
export function titleOfStep(
  { journey, check }: ShownJourney,
  id: string,
  { nodeTypes, language }: Reader,
): string {
  const step = journey && stepOf(journey, id);
  if (step === undefined) return id;
  return wordsOf(viewOf(id, step, outlineOf(check, id)), nodeTypes.get(step.type), language).title;
}
