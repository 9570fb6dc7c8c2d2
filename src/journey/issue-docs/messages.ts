// Why the rules about messages exist, with examples.

import type { MessageFacts } from '../issues/messages.ts';
import type { TemplateInfo } from '../surroundings.ts';
import type { IssueDocs } from './issue-doc.ts';

const next = '"next": "end"';
const template = (fields: string) =>
  `"nodes": { "a": { "type": "whatsapp.template", "with": { "template": "spring_sale", "language": "ko"${fields} }, ${next} } }`;
const plain = template('');
const freeForm = (fields: string) =>
  `"nodes": { "a": { "type": "whatsapp.message", "with": { "text": "Hello"${fields} }, ${next} } }`;

const spring: TemplateInfo = {
  name: 'spring_sale',
  language: 'ko',
  category: 'MARKETING',
  status: 'APPROVED',
  bodyParameters: 0,
  headerParameters: 0,
};
const known = (...changes: readonly Partial<TemplateInfo>[]) =>
  changes.map((change): TemplateInfo => ({ ...spring, ...change }));
const again = (sms: string) =>
  `"nodes": { "a": { "type": "whatsapp.template", "with": { "template": "spring_sale", "language": "ko" }, "next": { "delivered": "end", "undeliverable": "b", "unresolved": "end", "*": "end" } }, "b": ${sms} }`;
const circle = (back: string) =>
  `"nodes": { "a": { "type": "sms.send", "with": { "text": "Hello" }, "next": { "accepted": "end", "unresolved": "end", "*": "b" } }, "b": { "type": "email.send", "with": { "subject": "Hello", "html": "Hello" }, "next": { "accepted": "end", "unresolved": "end", "*": "${back}" } } }`;

const bothAnswers = '{ "yes": "comes", "no": "stays" }';
const asking = (choices: string) =>
  `"nodes": { "a": { "type": "whatsapp.message", "with": { "text": "Coming?", "buttons": [{ "id": "yes", "title": "Yes" }, { "id": "no", "title": "No" }] }, "next": { "delivered": "b", "unresolved": "b", "*": "end" } }, "b": { "type": "whatsapp.wait-reply", "with": { "to": "a", "choices": ${choices}, "within": "P1D" }, ${next} } }`;

export const messageDocs: IssueDocs<MessageFacts> = {
  J501: {
    why: {
      en: "Meta refuses free-form messages more than 24 hours after the person's last message (131047). Waits count: a reply that came before a wait of a day proves nothing after it.",
      ko: '마지막 수신 메시지에서 24시간이 지나면 Meta가 자유 형식 메시지를 거부합니다(131047). 답장 뒤에 하루를 기다렸다면 그 답장은 더는 근거가 되지 않습니다.',
    },
    shown: { bad: freeForm(', "waitForWindow": false'), good: freeForm(', "waitForWindow": true') },
  },
  J502: {
    why: {
      en: 'Each channel tells only what it can know: SMS and mail know of no reading.',
      ko: '채널은 알 수 있는 것만 알려 줍니다. 문자와 메일은 읽음을 알려 주지 않습니다.',
    },
    shown: { facts: { awaits: 'read', gives: ['accepted'], channel: 'sms' } },
  },
  J503: {
    why: {
      en: 'A tap is heard by the id of the button or row. An id that the message does not have never comes.',
      ko: '탭은 버튼이나 항목의 id로 구분합니다. 메시지에 없는 id는 결코 오지 않습니다.',
    },
    shown: { bad: asking('{ "yes": "comes", "no": "stays", "maybe": "comes" }'), good: asking(bothAnswers) },
  },
  J504: {
    why: {
      en: 'Whoever taps a button expects that something follows. An answer that no wait takes is passed over.',
      ko: '버튼을 누른 사람은 반응을 기대합니다. 어느 노드도 받지 않는 답은 그냥 지나갑니다.',
    },
    shown: { bad: asking('{ "yes": "comes" }'), good: asking(bothAnswers) },
  },
  J505: {
    why: {
      en: 'Where several numbers can send, a journey names one as the configuration does; a message of another name would never leave.',
      ko: '발신 번호가 여럿이면 여정은 설정에 있는 이름으로 번호를 고릅니다. 없는 이름의 메시지는 나가지 못합니다.',
    },
    shown: {
      bad: template(', "sender": "shop-rk"'),
      good: template(', "sender": "shop-kr"'),
      senders: ['shop-kr', 'shop-jp'],
    },
  },
  J510: {
    why: {
      en: 'Meta refuses a template that does not exist (132001).',
      ko: '없는 템플릿은 Meta가 거부합니다(132001).',
    },
    shown: { bad: plain.replace('spring_sale', 'spring_sail'), good: plain, templates: known({}) },
  },
  J511: {
    why: {
      en: 'A template exists once for each language, and each is approved by itself.',
      ko: '템플릿은 언어마다 따로 있고 따로 승인됩니다.',
    },
    shown: { bad: plain.replace('"ko"', '"en"'), good: plain, templates: known({}) },
  },
  J512: {
    why: {
      en: 'Only approved templates are sent; this one is not coming back by itself.',
      ko: '승인된 템플릿만 발송되며, 이 템플릿은 저절로 돌아오지 않습니다.',
    },
    shown: {
      bad: plain,
      good: plain.replace('spring_sale', 'spring_offer'),
      templates: known({ status: 'REJECTED' }, { name: 'spring_offer' }),
    },
  },
  J513: {
    why: {
      en: 'Meta pauses templates that people report or block, for three hours, then six, then for good. Messages wait meanwhile.',
      ko: '신고나 차단이 많은 템플릿은 Meta가 3시간, 6시간, 그다음에는 영구히 중지합니다. 그동안 메시지는 기다립니다.',
    },
    shown: {
      bad: plain,
      good: plain.replace('spring_sale', 'spring_offer'),
      templates: known({ status: 'PAUSED' }, { name: 'spring_offer' }),
    },
  },
  J514: {
    why: {
      en: 'Meta refuses a message whose parameters are not those of the template (132000).',
      ko: '매개변수가 템플릿과 다르면 Meta가 메시지를 거부합니다(132000).',
    },
    shown: { bad: template(', "header": "Hello"'), good: plain, templates: known({}) },
  },
  J515: {
    why: {
      en: 'Meta refuses a message whose parameters are not those of the template (132000).',
      ko: '매개변수가 템플릿과 다르면 Meta가 메시지를 거부합니다(132000).',
    },
    shown: {
      bad: template(', "body": { "nam": "{{ person.id }}" }'),
      good: template(', "body": { "name": "{{ person.id }}" }'),
      templates: known({ bodyParameters: ['name'] }),
    },
  },
  J516: {
    why: {
      en: "Rules, consent and price follow the template's category at Meta, whatever the journey says.",
      ko: '규칙, 동의, 요금은 여정에 적은 것이 아니라 Meta에 등록된 템플릿의 분류를 따릅니다.',
    },
    shown: { facts: { template: 'spring_sale', category: 'utility', approved: 'MARKETING' } },
  },
  J517: {
    why: {
      en: 'One-time codes answer somebody who has asked; a campaign or a schedule asks nobody.',
      ko: '일회용 코드는 요청한 사람에게 보내는 것입니다. 캠페인과 일정에는 요청한 사람이 없습니다.',
    },
    shown: {
      bad: `"entry": { "on": { "campaign": true } }, ${plain}`,
      good: `"entry": { "on": { "event": "code.requested" } }, ${plain}`,
      templates: known({ category: 'AUTHENTICATION' }),
    },
  },
  J518: {
    why: {
      en: 'A second copy of marketing is worse than none, so only utility messages are tried again when it stays unknown whether the first was sent.',
      ko: '마케팅 메시지는 두 번 가느니 안 가는 편이 낫습니다. 발송 여부를 모를 때 다시 보내는 것은 유틸리티 메시지뿐입니다.',
    },
    shown: { bad: template(', "repeatUnresolved": true'), good: plain, templates: known({}) },
  },
  J519: {
    why: {
      en: 'A message is quoted where it was sent: by a node of this journey, in the same chat.',
      ko: '메시지는 보낸 대화 안에서만 인용할 수 있으므로, 이 여정에서 같은 채널로 보내는 노드여야 합니다.',
    },
    shown: { bad: freeForm(', "replyTo": "b"'), good: freeForm(', "replyTo": "a"') },
  },
  J520: {
    why: {
      en: 'Meta refuses a template whose link or code has no value, and a value for a button that takes none (132000, 132012).',
      ko: '링크나 코드에 값이 없거나 값을 받지 않는 버튼에 값을 주면 Meta가 거부합니다(132000, 132012).',
    },
    shown: {
      bad: plain,
      good: template(', "buttons": [{ "index": 0, "text": "spring" }]'),
      templates: known({ buttons: [{ index: 0, kind: 'url', needed: true }] }),
    },
  },
  J521: {
    why: {
      en: 'Somebody who cannot be reached on a channel now cannot be reached there a second later.',
      ko: '지금 그 채널로 닿지 않는 사람은 1초 뒤에도 닿지 않습니다.',
    },
    shown: {
      bad: again(
        `{ "type": "whatsapp.template", "with": { "template": "spring_offer", "language": "ko" }, ${next} }`,
      ),
      good: again(`{ "type": "sms.send", "with": { "text": "Hello" }, ${next} }`),
    },
  },
  J522: {
    why: {
      en: 'Fallbacks that lead to each other try the same channels again and again in a moment.',
      ko: '서로를 가리키는 대체 경로는 같은 채널을 순식간에 거듭 시도합니다.',
    },
    shown: { bad: circle('a'), good: circle('end') },
  },
};
