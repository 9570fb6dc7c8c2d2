// The outcome that a step goes on by next. Pure.

import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { NodeTypeAnswer } from '../../journey/describe-node-type.ts';
import { canConnect } from '../model/can-connect.ts';
import { always } from '../model/edges.ts';
import { successOf } from '../model/fits.ts';
import { type Journey, stepOf } from '../model/journey.ts';
import { outlineOf } from '../model/outline.ts';
import { missingKeys } from './missing-keys.ts';

/** What is known of the journey that is drawn. */
export interface Known {
  readonly journey: Journey;
  readonly check: CheckAnswer | undefined;
  readonly nodeTypes: ReadonlyMap<string, NodeTypeAnswer>;
}

/** What is hoped for first, then failures; undefined where all lead on. Before the checker has seen it, its success. */
export function freeKey({ journey, check, nodeTypes }: Known, source: string): string | undefined {
  const step = stepOf(journey, source);
  if (step === undefined) return undefined;
  const nodeType = nodeTypes.get(step.type);
  const first = nodeType === undefined ? always : successOf(nodeType, step.with);
  const keys = missingKeys(step, outlineOf(check, source)) ?? [first];
  return keys.find((key) => canConnect(journey, check, { source, key, target: source }) === true);
}
