// The web worker: the very modules of checker and simulator, with the built-in node types.

import { catalogue, nodeTypes } from '../../../activities/nodes/index.ts';
import { checkSource } from '../../journey/check-answer.ts';
import type { Surroundings } from '../../journey/surroundings.ts';
import { simulateActions } from '../../simulator/simulate-actions.ts';
import { placeSteps } from '../model/layout.ts';
import type { Asked, Question, Questions } from './protocol.ts';

let surroundings: Surroundings = {};

const answers: { [Name in Question]: (ask: Questions[Name]['ask']) => Questions[Name]['answer'] } = {
  surround(given) {
    surroundings = given;
    return null;
  },
  check: ({ source }) => checkSource(source, catalogue, surroundings),
  layout: placeSteps,
  simulate: ({ journey, ...input }) =>
    simulateActions({ definition: journey, nodeTypes, surroundings }, input),
};

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  self.postMessage(toAnswer(data));
};

function toAnswer({ id, name, ask }: Asked): object {
  try {
    return { id, answer: answers[name](ask as never) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
