// The words of a session at a terminal: choices, questions, the usual codes of failures.

import type { Language } from '../../journey/issue-prose.ts';
import type { ScriptStep } from '../../simulator/script.ts';

export interface SessionWords {
  readonly first: string;
  readonly accept: string;
  readonly next: string;
  readonly fail: string;
  readonly reply: string;
  readonly inbound: string;
  readonly event: string;
  readonly advance: string;
  readonly refuse: string;
  readonly hold: string;
  readonly lose: string;
  readonly exit: string;
  readonly back: string;
  readonly fork: string;
  readonly branch: (number: number, node: string) => string;
  readonly save: string;
  readonly quit: string;
  readonly whichCode: string;
  readonly otherCode: string;
  readonly whichText: string;
  readonly whichEvent: string;
  readonly whichTime: string;
  readonly whichOutcome: string;
  readonly whichFile: string;
  readonly whichName: string;
  readonly saved: (file: string) => string;
  readonly nothing: string;
  readonly forked: (number: number) => string;
  readonly timePasses: (time: string, span: string) => string;
  readonly steps: (step: ScriptStep) => string;
}

export const sessionWords: { readonly [language in Language]: SessionWords } = {
  en: {
    first: 'What does the provider answer to the first message?',
    accept: 'it accepts it',
    next: 'What happens next?',
    fail: 'the message fails …',
    reply: 'the person replies …',
    inbound: 'the person writes without being asked …',
    event: 'an event happens, with data …',
    advance: 'time passes …',
    refuse: 'the next message will be refused …',
    hold: 'the provider holds it back',
    lose: 'no answer comes: it may or may not have been sent',
    exit: 'an operator ends the run …',
    back: '← back',
    fork: '⑂ remember this point',
    branch: (number, node) => `↪ to point ${number}: ${node}`,
    save: 'save as a journey test',
    quit: 'quit',
    whichCode: 'With which code?',
    otherCode: 'another code …',
    whichText: 'What does the message say?',
    whichEvent: 'Which event, and what does it say? (order.placed {"orderId": "o1"})',
    whichTime: 'How long? (30m, 2h, P1D)',
    whichOutcome: 'With which outcome?',
    whichFile: 'Into which file?',
    whichName: 'What does the test show?',
    saved: (file) => `Saved in ${file}.`,
    nothing: 'This met nothing here.',
    forked: (number) => `Remembered as point ${number}.`,
    timePasses: (time, span) => `time passes until ${time} (${span})`,
    steps: (step) => {
      if ('deliver' in step) return 'the message is delivered';
      if ('read' in step) return 'the message is read';
      if ('click' in step) return 'a link is clicked';
      if ('tap' in step) return `the person taps "${step.tap}"`;
      if ('silence' in step) return 'nothing more is heard of the message';
      if ('hold' in step) return 'the next message will be held back';
      if ('lose' in step) return 'the next message will get no answer';
      return 'event' in step ? `event ${step.event}` : JSON.stringify(step);
    },
  },
  ko: {
    first: '첫 메시지에 제공자가 어떻게 답하나요?',
    accept: '접수합니다',
    next: '다음에 무슨 일이 일어나나요?',
    fail: '메시지가 실패합니다 …',
    reply: '사람이 답장합니다 …',
    inbound: '사람이 먼저 메시지를 보냅니다 …',
    event: '데이터가 있는 이벤트가 일어납니다 …',
    advance: '시간이 지납니다 …',
    refuse: '다음 메시지가 거절됩니다 …',
    hold: '제공자가 붙잡아 둡니다',
    lose: '응답이 없습니다: 나갔는지 알 수 없습니다',
    exit: '운영자가 여정을 끝냅니다 …',
    back: '← 뒤로',
    fork: '⑂ 이 지점 기억하기',
    branch: (number, node) => `↪ ${number}번 지점으로: ${node}`,
    save: '여정 테스트로 저장',
    quit: '끝내기',
    whichCode: '어떤 코드인가요?',
    otherCode: '다른 코드 …',
    whichText: '메시지 내용은 무엇인가요?',
    whichEvent: '어떤 이벤트이고 데이터는 무엇인가요? (order.placed {"orderId": "o1"})',
    whichTime: '얼마나 지나나요? (30m, 2h, P1D)',
    whichOutcome: '어떤 결과로 끝내나요?',
    whichFile: '어느 파일에 저장하나요?',
    whichName: '이 테스트가 보여 주는 것은 무엇인가요?',
    saved: (file) => `${file}에 저장했습니다.`,
    nothing: '여기서는 아무 일도 일어나지 않았습니다.',
    forked: (number) => `${number}번 지점으로 기억했습니다.`,
    timePasses: (time, span) => `${time}까지 시간이 지납니다 (${span})`,
    steps: (step) => {
      if ('deliver' in step) return '메시지가 도착합니다';
      if ('read' in step) return '메시지를 읽습니다';
      if ('click' in step) return '링크를 누릅니다';
      if ('tap' in step) return `"${step.tap}" 버튼을 누릅니다`;
      if ('silence' in step) return '메시지에 대해 더 이상 소식이 없습니다';
      if ('hold' in step) return '다음 메시지를 제공자가 붙잡아 둡니다';
      if ('lose' in step) return '다음 메시지에 응답이 없습니다';
      return 'event' in step ? `이벤트 ${step.event}` : JSON.stringify(step);
    },
  },
};
