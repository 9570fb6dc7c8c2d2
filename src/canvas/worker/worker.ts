// The web worker: the very modules of checker and simulator, with the built-in node types.

import { catalogue, nodeTypes } from '../../../activities/nodes/index.ts';
import { checkSource } from '../../journey/check-answer.ts';
import { toOutline } from '../../journey/exchange/outline.ts';
import { toPicture } from '../../journey/exchange/picture.ts';
import { toMermaid } from '../../journey/exchange/to-mermaid.ts';
import { toXState } from '../../journey/exchange/to-xstate.ts';
import type { Surroundings } from '../../journey/surroundings.ts';
import { failureChoices } from '../../simulator/failure-choices.ts';
import { inventEvent, inventSample } from '../../simulator/invent-sample.ts';
import { previewMessage } from '../../simulator/preview-message.ts';
import { toJourneyTestCase } from '../../simulator/to-journey-test-case.ts';
import { diffJourneys } from '../drafts/diff-journeys.ts';
import { routeEdges } from '../flow/route-edges.ts';
import { toText } from '../model/json-text.ts';
import { placeSteps } from '../model/layout.ts';
import { toFailure } from './failure.ts';
import { keepSimulation } from './keep-simulation.ts';
import type { Asked, Question, Questions } from './protocol.ts';

let surroundings: Surroundings = {};
const simulate = keepSimulation(nodeTypes);

const answers: { [Name in Question]: (ask: Questions[Name]['ask']) => Questions[Name]['answer'] } = {
  surround(given) {
    surroundings = given;
    return null;
  },
  check: ({ journey, text = toText(journey) }) => checkSource(text, catalogue, surroundings),
  diff: (sides) => diffJourneys(sides, { catalogue, surroundings }),
  mermaid: ({ journey, language }) => toMermaid(toPicture(journey, { catalogue, language })),
  xstate: ({ journey }) => {
    const machine = toXState(journey, toOutline(journey, { catalogue, surroundings }));
    return `${JSON.stringify(machine, undefined, 2)}\n`;
  },
  layout: placeSteps,
  route: routeEdges,
  simulate: ({ journey, ...request }) => simulate(journey, surroundings, request),
  invent: ({ journey }) => inventSample({ definition: journey, nodeTypes }),
  inventEvent: ({ journey, ...event }) => inventEvent({ definition: journey, nodeTypes }, event),
  failures: failureChoices,
  journeyTest: ({ journey, name, ...input }) =>
    toJourneyTestCase(name, { definition: journey, nodeTypes, surroundings }, input) ?? null,
  preview: ({ journey: definition, node }) => {
    const sample = inventSample({ definition, nodeTypes });
    return previewMessage({ definition, nodeTypes, surroundings, node, sample, now: Date.now() });
  },
};

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  self.postMessage(toAnswer(data));
};

function toAnswer({ id, name, ask }: Asked): object {
  try {
    return { id, answer: answers[name](ask as never) };
  } catch (error) {
    return { id, ...toFailure(error) };
  }
}
