// Why the rules about journeys that call others exist, with examples.

import type { CallFacts } from '../issues/calls.ts';
import { callDepthLimit } from '../node-outcomes.ts';
import type { IssueDocs } from './issue-doc.ts';

const run = (journey: string) =>
  `"nodes": { "a": { "type": "journey.run", "with": { "journey": "${journey}" }, "next": "end" } }`;
const step = (index: number) => `step-${index}`;
/** `step-1` awaits `step-2`, and so on: one more than is allowed. */
const chain = Object.fromEntries(
  Array.from({ length: callDepthLimit + 1 }, (_, index) => [
    step(index + 1),
    index < callDepthLimit ? run(step(index + 2)) : '',
  ]),
);

export const callDocs: IssueDocs<CallFacts> = {
  J313: {
    why: {
      en: 'A called journey is looked up by its id when this one is published.',
      ko: '불러 쓰는 여정은 게시할 때 id로 찾습니다.',
    },
    shown: { bad: run('welcom'), good: run('welcome'), journeys: { welcome: '' } },
  },
  J314: {
    why: {
      en: 'An awaited journey becomes a part of this one. One that contains itself has no end.',
      ko: '기다리는 여정은 이 여정의 일부가 됩니다. 자기 자신을 포함하면 끝이 없습니다.',
    },
    shown: { bad: run('welcome'), good: run('thanks'), journeys: { welcome: run('example'), thanks: '' } },
  },
  J315: {
    why: {
      en: 'Deeper than five, nobody can follow what happens to a person.',
      ko: '다섯 단계보다 깊으면 사람에게 무슨 일이 일어나는지 따라갈 수 없습니다.',
    },
    shown: { bad: run(step(1)), good: run(step(2)), journeys: chain },
  },
  J316: {
    why: {
      en: 'An awaited journey becomes a part of this one, with its errors.',
      ko: '기다리는 여정은 오류까지 이 여정의 일부가 됩니다.',
    },
    shown: {
      bad: run('welcome'),
      good: run('thanks'),
      journeys: { welcome: '"start": "nowhere"', thanks: '' },
    },
  },
};
