// Why the rules about expressions exist, with examples.

import type { ExpressionFacts } from '../issues/expressions.ts';
import type { IssueDocs } from './issue-doc.ts';

const branch = (condition: string) =>
  `"nodes": { "a": { "type": "branch", "with": { "cases": [{ "name": "yes", "if": ${JSON.stringify(condition)} }] }, "next": "end" } }`;
const entryIf = (condition: string) =>
  `"entry": { "on": { "event": "cart.abandoned" }, "if": ${JSON.stringify(condition)} }`;

export const expressionDocs: IssueDocs<ExpressionFacts> = {
  J401: {
    why: {
      en: 'Conditions and computed values are CEL, a small language that can only read and compare.',
      ko: '조건과 계산 값은 CEL로 씁니다. 읽고 비교하는 일만 할 수 있는 작은 언어입니다.',
    },
    shown: { bad: branch('event.total >='), good: branch('event.total >= 30000') },
  },
  J402: {
    why: {
      en: 'Expressions see five variables: person, event, run, nodes and now.',
      ko: '식에서 볼 수 있는 변수는 person, event, run, nodes, now 다섯 가지입니다.',
    },
    shown: { bad: branch('evnt.total >= 30000'), good: branch('event.total >= 30000') },
  },
  J403: {
    why: {
      en: 'A condition has to be true or false, and a key a text; nothing is converted silently.',
      ko: '조건은 참이나 거짓이어야 하고 키는 문자열이어야 합니다. 자동으로 변환되지 않습니다.',
    },
    shown: { bad: branch('1 + 1'), good: branch('1 + 1 == 2') },
  },
  J404: {
    why: {
      en: 'Patterns of an author can take exponential time on a text of a customer.',
      ko: '작성자의 정규식은 고객이 보낸 문자열에서 끝없이 오래 걸릴 수 있습니다.',
    },
    shown: { bad: branch("event.code.matches('^A')"), good: branch("event.code.startsWith('A')") },
  },
  J405: {
    why: {
      en: 'The two sides can never fit, whatever the data. Declared times are texts: timestamp(…) makes them comparable with now.',
      ko: '어떤 데이터가 와도 양쪽이 맞지 않습니다. 선언한 시각은 문자열이므로 now와 비교하려면 timestamp(…)로 바꿉니다.',
    },
    shown: { bad: branch('now < 5'), good: branch("now < timestamp('2030-01-01T00:00:00Z')") },
  },
  J406: {
    why: {
      en: 'Before somebody has entered there is no run and no result of a node.',
      ko: '들어오기 전에는 진행 중인 여정도 노드 결과도 없습니다.',
    },
    shown: { bad: entryIf("run.key == 'a'"), good: entryIf("event.cartId == 'a'") },
  },
  J407: {
    why: {
      en: 'Results are read by the id of the node that gave them.',
      ko: '결과는 그것을 낸 노드의 id로 읽습니다.',
    },
    shown: { bad: branch("nodes.offer.outcome == 'read'"), good: branch("nodes.a.outcome == 'else'") },
  },
};
