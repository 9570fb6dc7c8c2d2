// Why the rules of hygiene exist, with examples. The secret shown is none: it only has the form of one.

import type { HygieneFacts } from '../issues/hygiene.ts';
import type { IssueDocs } from './issue-doc.ts';

const request = (headers: string) =>
  `"nodes": { "a": { "type": "http.request", "with": { "url": "https://example.org/hook"${headers} }, "next": "end" } }`;

export const hygieneDocs: IssueDocs<HygieneFacts> = {
  J601: {
    why: {
      en: 'Definitions are kept for ever, shown on the canvas, exported and sent by mail. A secret in one is known to everybody.',
      ko: '정의는 영구히 보관되고 캔버스에 보이며 내보내지고 메일로 오갑니다. 그 안의 비밀은 모두가 아는 것입니다.',
    },
    shown: {
      bad: request(`, "headers": { "authorization": "Bearer ${'example'.repeat(3)}" }`),
      good: request(', "headers": { "authorization": "Bearer {{ secrets.CRM_TOKEN }}" }'),
    },
  },
  J602: {
    why: {
      en: 'Two names that look the same but are not lead to edges and events that never match, and hide what a journey does. Names and messages for people may be of any script.',
      ko: '똑같아 보이지만 다른 이름은 연결과 이벤트가 맞지 않게 하고 여정이 하는 일을 감춥니다. 사람이 읽는 이름과 문구는 어떤 문자든 괜찮습니다.',
    },
    shown: {
      bad: '"entry": { "on": { "event": "c\u0430rt.abandoned" } }',
      good: '"entry": { "on": { "event": "cart.abandoned" } }',
    },
  },
  J603: {
    why: {
      en: 'A character without width makes two equal names different; one that turns the text shows a reader something else than what is carried out.',
      ko: '폭이 없는 문자는 같은 이름을 다르게 만들고, 방향을 바꾸는 문자는 실제로 실행되는 것과 다른 것을 보여 줍니다.',
    },
    shown: {
      bad: '"entry": { "on": { "event": "cart\u200b.abandoned" } }',
      good: '"entry": { "on": { "event": "cart.abandoned" } }',
    },
  },
};
