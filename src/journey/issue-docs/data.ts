// Why the rules about what is read exist, with examples.

import type { DataFacts } from '../issues/data.ts';
import type { IssueDocs } from './issue-doc.ts';

const declared = '"data": { "person": { "firstName": "string?", "tier": "string" } }';
const branch = (condition: string) =>
  `"nodes": { "a": { "type": "branch", "with": { "cases": [{ "name": "yes", "if": ${JSON.stringify(condition)} }] }, "next": "end" } }`;
const text = (source: string) =>
  `"nodes": { "a": { "type": "sms.send", "with": { "text": ${JSON.stringify(source)} }, "next": "end" } }`;

export const dataDocs: IssueDocs<DataFacts> = {
  J421: {
    why: {
      en: 'Where "data" says what people and events have, a name that is not among it is a slip.',
      ko: '"data"에 사람과 이벤트의 필드를 선언했다면 거기에 없는 이름은 오타입니다.',
    },
    shown: {
      bad: `${declared}, ${branch("person.teir == 'gold'")}`,
      good: `${declared}, ${branch("person.tier == 'gold'")}`,
    },
  },
  J422: {
    why: {
      en: 'An expression that reads a missing field fails, and the node with it.',
      ko: '없는 필드를 읽는 식은 실패하고 노드도 함께 실패합니다.',
    },
    shown: {
      bad: `${declared}, ${branch("person.firstName == 'Ada'")}`,
      good: `${declared}, ${branch("has(person.firstName) && person.firstName == 'Ada'")}`,
    },
  },
  J423: {
    why: {
      en: 'A comparison with a word that never comes is always false.',
      ko: '나오지 않는 단어와의 비교는 언제나 거짓입니다.',
    },
    shown: { bad: branch("nodes.a.outcome == 'yess'"), good: branch("nodes.a.outcome == 'yes'") },
  },
  J424: {
    why: {
      en: 'The name is nearly that of a declared event. If it is another event, ignore this.',
      ko: '선언한 이벤트와 이름이 거의 같습니다. 정말 다른 이벤트라면 무시해도 됩니다.',
    },
    shown: {
      bad: '"data": { "events": { "order.placed": { "total": "number" } } }, "exit": [{ "on": { "event": "order.place" }, "as": "converted" }]',
      good: '"data": { "events": { "order.placed": { "total": "number" } } }, "exit": [{ "on": { "event": "order.placed" }, "as": "converted" }]',
    },
  },
  J425: {
    why: {
      en: 'Not everybody has every attribute. "Hello ," is worse than "Hello there,".',
      ko: '모든 사람에게 모든 속성이 있지는 않습니다. "님, 안녕하세요"보다 "고객님, 안녕하세요"가 낫습니다.',
    },
    shown: {
      bad: text('Hello {{ person.firstName }}!'),
      good: text("Hello {{ person.firstName | default: 'there' }}!"),
    },
  },
};
