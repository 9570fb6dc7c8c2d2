// Why the rules about message texts exist, with examples.

import type { LiquidFacts } from '../issues/liquid.ts';
import type { IssueDocs } from './issue-doc.ts';

const text = (source: string) =>
  `"nodes": { "a": { "type": "sms.send", "with": { "text": ${JSON.stringify(source)} }, "next": "end" } }`;

const request = (token: string) =>
  `"nodes": { "a": { "type": "http.request", "with": { "url": "https://example.org/hook", "headers": { "x-token": "${token}" } }, "next": "end" } }`;

export const liquidDocs: IssueDocs<LiquidFacts> = {
  J411: {
    why: {
      en: 'Message texts are Liquid. A tag that is not closed would be sent as it stands.',
      ko: '메시지 문구는 Liquid로 씁니다. 닫지 않은 태그는 그대로 발송됩니다.',
    },
    shown: { bad: text('Hello {{ person.locale'), good: text("Hello {{ person.locale | default: 'ko' }}") },
  },
  J412: {
    why: {
      en: 'Only tags that choose and repeat are available; none that loads files or other texts.',
      ko: '고르고 반복하는 태그만 쓸 수 있고 파일이나 다른 문구를 불러오는 태그는 없습니다.',
    },
    shown: {
      bad: text("{% include 'footer' %}"),
      good: text('{% if event.total > 3 %}Thank you{% endif %}'),
    },
  },
  J413: {
    why: {
      en: 'A filter that does not exist would fail when the message is sent.',
      ko: '없는 필터는 메시지를 보낼 때 실패합니다.',
    },
    shown: { bad: text('{{ event.total | currency }}'), good: text('{{ event.total | round }}') },
  },
  J414: {
    why: {
      en: 'A variable that does not exist is written as nothing: the person would see a gap.',
      ko: '없는 변수는 빈칸으로 나갑니다. 받는 사람은 빠진 자리를 보게 됩니다.',
    },
    shown: { bad: text('Hello {{ persn.id }}'), good: text('Hello {{ person.id }}') },
  },
  J415: {
    why: {
      en: 'Longer texts are no messages, and rendering them would hold up others.',
      ko: '이보다 긴 글은 메시지가 아니며 다른 발송까지 늦춥니다.',
    },
    shown: { facts: { limit: 200_000 } },
  },
  J416: {
    why: {
      en: 'A secret in a message is known to whoever gets it, one in a condition stands in histories. Workers put it into requests to other systems, where nobody reads it.',
      ko: '메시지에 쓴 비밀 값은 받는 사람이 알게 되고, 조건에 쓴 값은 이력에 남습니다. 워커는 다른 시스템에 보내는 요청에만 비밀 값을 넣습니다.',
    },
    shown: { bad: text('{{ secrets.CRM_TOKEN }}'), good: request('{{ secrets.CRM_TOKEN }}') },
  },
  J417: {
    why: {
      en: 'Each secret is named in the journey, so that it can be said which ones have to be set.',
      ko: '어떤 비밀 값을 설정해야 하는지 알 수 있도록 여정에 하나하나 이름을 씁니다.',
    },
    shown: { bad: request('{{ secrets[event.which] }}'), good: request('{{ secrets.CRM_TOKEN }}') },
  },
};
