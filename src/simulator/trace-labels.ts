// The words around what a trace says, in both languages: labels, waits, decisions. Pure.

import type { Language } from '../journey/issue-prose.ts';
import type { GateFacts } from '../messaging/gate-facts.ts';

export interface TraceWords {
  readonly entered: string;
  readonly gate: string;
  readonly message: string;
  readonly evidence: string;
  readonly heard: string;
  readonly changed: string;
  readonly waiting: string;
  readonly settled: string;
  readonly ended: string;
  readonly late: string;
  readonly visit: (visit: number) => string;
  readonly decisions: {
    readonly allow: string;
    readonly wait: (why: string, until: string | undefined) => string;
    readonly refuse: (why: string, outcome: string) => string;
  };
  /** What a run waits for. */
  readonly waitsFor: { readonly [waiting: string]: string };
  readonly until: (time: string, span: string) => string;
  readonly attempted: (attempted: boolean) => string;
  readonly code: (code: string) => string;
  readonly facts: (facts: GateFacts) => readonly string[];
}

export const traceWords: { readonly [language in Language]: TraceWords } = {
  en: {
    entered: 'node',
    gate: 'gate',
    message: 'message',
    evidence: 'evidence',
    heard: 'heard',
    changed: 'changed',
    waiting: 'waits',
    settled: 'outcome',
    ended: 'end',
    late: 'too late, the run had gone on',
    visit: (visit) => `visit ${visit}`,
    decisions: {
      allow: 'may be sent',
      wait: (why, until) => `waits${until === undefined ? '' : ` until ${until}`}: ${why}`,
      refuse: (why, outcome) => `not sent, ${outcome}: ${why}`,
    },
    waitsFor: {
      evidence: 'for evidence of the message',
      release: 'for the provider to release the message',
      gate: 'until the message may be sent',
      proof: 'for proof whether the message was sent',
      retry: 'for another try',
      time: 'for time or an event',
    },
    until: (time, span) => `until ${time} (${span})`,
    attempted: (attempted) => (attempted ? 'attempted' : 'not attempted'),
    code: (code) => `code ${code}`,
    facts: ({ windowOpen, marketingConsent, optedOutOfAll, quietHours, caps = [], memory }) => [
      windowOpen ? 'window open' : 'window closed',
      `marketing consent ${optedOutOfAll ? 'withdrawn from all' : marketingConsent}`,
      ...(quietHours === undefined ? [] : [`quiet hours ${quietHours.from}–${quietHours.to}`]),
      ...caps.map(({ sent, max }) => `cap ${sent}/${max}`),
      ...(memory.cooldown === undefined ? [] : ['cooling down']),
      ...(memory.experiment === undefined ? [] : ["in Meta's experiment"]),
      ...(memory.unreachable === undefined ? [] : ['was unreachable']),
    ],
  },
  ko: {
    entered: '노드',
    gate: '게이트',
    message: '메시지',
    evidence: '증거',
    heard: '수신',
    changed: '변경',
    waiting: '대기',
    settled: '결과',
    ended: '끝',
    late: '늦음, 여정이 이미 진행됨',
    visit: (visit) => `${visit}번째 방문`,
    decisions: {
      allow: '보낼 수 있음',
      wait: (why, until) => `${until === undefined ? '' : `${until}까지 `}대기: ${why}`,
      refuse: (why, outcome) => `보내지 않음(${outcome}): ${why}`,
    },
    waitsFor: {
      evidence: '메시지에 대한 증거를 기다림',
      release: '제공자가 메시지를 풀어 주기를 기다림',
      gate: '메시지를 보내도 될 때까지 기다림',
      proof: '메시지가 나갔는지 확인을 기다림',
      retry: '다시 보내기를 기다림',
      time: '시간 또는 이벤트를 기다림',
    },
    until: (time, span) => `${time}까지 (${span})`,
    attempted: (attempted) => (attempted ? '시도함' : '시도하지 않음'),
    code: (code) => `코드 ${code}`,
    facts: ({ windowOpen, marketingConsent, optedOutOfAll, quietHours, caps = [], memory }) => [
      windowOpen ? '창 열림' : '창 닫힘',
      `마케팅 동의 ${optedOutOfAll ? '전체 철회' : consents[marketingConsent]}`,
      ...(quietHours === undefined ? [] : [`방해 금지 시간 ${quietHours.from}–${quietHours.to}`]),
      ...caps.map(({ sent, max }) => `한도 ${sent}/${max}`),
      ...(memory.cooldown === undefined ? [] : ['휴지기']),
      ...(memory.experiment === undefined ? [] : ['Meta 실험 대상']),
      ...(memory.unreachable === undefined ? [] : ['최근에 닿지 않음']),
    ],
  },
};

const consents = { in: '있음', out: '없음', unknown: '모름' } as const;
