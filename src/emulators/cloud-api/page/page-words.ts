// What the phones page says, in the languages that the canvas has. Pure.

interface PageWords {
  readonly phones: string;
  readonly about: string;
  readonly none: string;
  readonly withCountry: string;
  readonly writeFrom: string;
  readonly text: string;
  readonly writeFirst: string;
  readonly send: string;
  readonly answerAs: (name: string) => string;
  readonly answer: string;
  readonly received: (count: number) => string;
  readonly off: string;
  readonly notOnWhatsApp: string;
  readonly noMarketing: string;
  readonly clock: (time: string) => string;
  readonly anAnswer: string;
  readonly typing: string;
  readonly read: string;
  readonly delivered: string;
  readonly failed: (code: string) => string;
  readonly sent: string;
  readonly held: string;
  readonly accepted: string;
  readonly phone: string;
  readonly answers: string;
  readonly reactions: string;
  readonly reactWith: (emoji: string) => string;
  readonly stopMarketing: string;
  readonly resumeMarketing: string;
  readonly switchOff: string;
  readonly switchOn: string;
  readonly call: string;
  /** Of a message that is not a text; the word itself where it has no other. */
  readonly kinds: { readonly [type: string]: string };
}

export type PageLanguage = 'en' | 'ko';

/** @param asked in the address, else what the browser accepts */
export function toPageLanguage(asked: string | undefined): PageLanguage {
  return asked?.startsWith('ko') === true ? 'ko' : 'en';
}

export interface Words extends PageWords {
  readonly language: PageLanguage;
}

export function toWords(language: PageLanguage): Words {
  return { language, ...words[language] };
}

const words: { readonly [L in PageLanguage]: PageWords } = {
  en: {
    phones: 'Phones',
    about: 'Emulated WhatsApp on this machine. Nothing here reaches Meta.',
    none: 'No phone yet. One appears with the first message to it, or from it:',
    withCountry: 'With the country code: +15550001234',
    writeFrom: 'Write from this number',
    text: 'Text of the message',
    writeFirst: 'Write first, as this person',
    send: 'Send',
    answerAs: (name) => `Answer as ${name}`,
    answer: 'Answer as this person',
    received: (count) => `${count} received`,
    off: 'switched off',
    notOnWhatsApp: 'not on WhatsApp',
    noMarketing: 'no marketing',
    clock: (time) => `its clock: ${time}`,
    anAnswer: 'an answer',
    typing: 'typing an answer',
    read: 'read',
    delivered: 'delivered',
    failed: (code) => `failed ${code}`,
    sent: 'sent',
    held: 'held for quality',
    accepted: 'accepted',
    phone: 'Phone',
    answers: 'Answers',
    reactions: 'Reactions',
    reactWith: (emoji) => `React with ${emoji}`,
    stopMarketing: 'Stop marketing',
    resumeMarketing: 'Resume marketing',
    switchOff: 'Switch off',
    switchOn: 'Switch on',
    call: 'Call',
    kinds: {},
  },
  ko: {
    phones: '휴대전화',
    about: '이 컴퓨터에서 에뮬레이트한 왓츠앱입니다. 메타에는 아무것도 가지 않습니다.',
    none: '아직 휴대전화가 없습니다. 첫 메시지를 받거나 보내면 나타납니다.',
    withCountry: '국가 번호까지 씁니다: +15550001234',
    writeFrom: '보내는 번호',
    text: '메시지 내용',
    writeFirst: '이 사람으로 먼저 쓰기',
    send: '보내기',
    answerAs: (name) => `${name}(으)로 답장`,
    answer: '이 사람으로 답장',
    received: (count) => `받은 메시지 ${count}건`,
    off: '꺼짐',
    notOnWhatsApp: '왓츠앱 미사용',
    noMarketing: '마케팅 수신 중지',
    clock: (time) => `시계: ${time}`,
    anAnswer: '답장',
    typing: '답장 입력 중',
    read: '읽음',
    delivered: '전달됨',
    failed: (code) => `실패 ${code}`,
    sent: '보냄',
    held: '품질 확인으로 보류됨',
    accepted: '접수됨',
    phone: '휴대전화',
    answers: '답장 선택',
    reactions: '반응',
    reactWith: (emoji) => `${emoji} 반응`,
    stopMarketing: '마케팅 중지',
    resumeMarketing: '마케팅 다시 받기',
    switchOff: '끄기',
    switchOn: '켜기',
    call: '전화 걸기',
    kinds: {
      template: '템플릿',
      interactive: '선택 메시지',
      image: '사진',
      document: '문서',
      video: '동영상',
    },
  },
};
