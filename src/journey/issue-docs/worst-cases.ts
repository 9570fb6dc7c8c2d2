// Why the rules about worst cases exist, with examples.

import type { WorstCaseFacts } from '../issues/worst-cases.ts';
import type { IssueDocs } from './issue-doc.ts';

const message = (index: number, next: string) =>
  `"m${index}": { "type": "sms.send", "with": { "text": "Hello" }, "next": "${next}" }`;
const messages = (count: number) =>
  `"start": "m1", "nodes": { ${Array.from({ length: count }, (_, index) =>
    message(index + 1, index + 1 < count ? `m${index + 2}` : 'a'),
  ).join(', ')} }`;
const waits = (length: string) =>
  `"nodes": { "a": { "type": "delay", "with": { "for": "${length}" }, "next": "b" }, "b": { "type": "delay", "with": { "for": "${length}" }, "next": "end" } }`;

export const worstCaseDocs: IssueDocs<WorstCaseFacts> = {
  J530: {
    why: {
      en: 'People who get many messages in a day block the sender, and Meta slows it down for everybody. Counted is the worst path.',
      ko: '하루에 메시지를 여러 개 받은 사람은 발신자를 차단하고, 그러면 Meta가 모두에 대한 발송을 줄입니다. 가장 나쁜 경로로 셉니다.',
    },
    shown: { bad: messages(6), good: messages(2) },
  },
  J532: {
    why: {
      en: 'A run lives two years at most, then it is ended where it is.',
      ko: '여정은 길어야 2년 진행되고, 그때 있던 자리에서 끝납니다.',
    },
    shown: { bad: waits('500d'), good: waits('50d') },
  },
  J533: {
    why: {
      en: 'An awaited journey becomes a part of this one at each place that awaits it.',
      ko: '기다리는 여정은 기다리는 곳마다 이 여정의 일부가 됩니다.',
    },
    shown: { facts: { limit: 10_000 } },
  },
};
