// The words of a trace in both languages: what simulator and rehearsal print.

import type { Language } from '../../journey/issue-prose.ts';
import type { GateDecision, GateFacts } from '../../messaging/gate-facts.ts';

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
    readonly wait: (policy: string, until: string | undefined) => string;
    readonly refuse: (policy: string, outcome: string) => string;
  };
  /** What a run waits for. */
  readonly waitsFor: { readonly [waiting: string]: string };
  readonly until: (time: string, span: string) => string;
  readonly attempted: (attempted: boolean) => string;
  readonly code: (code: string) => string;
  readonly policy: (policy: string) => string;
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
      wait: (policy, until) => `waits because of ${policy}${until === undefined ? '' : ` until ${until}`}`,
      refuse: (policy, outcome) => `refused because of ${policy}: ${outcome}`,
    },
    waitsFor: {
      evidence: 'for evidence of the message',
      release: 'for the provider to release the message',
      gate: 'until the message may be sent',
      proof: 'for proof whether the message was sent',
      time: 'for time or an event',
    },
    until: (time, span) => `until ${time} (${span})`,
    attempted: (attempted) => (attempted ? 'attempted' : 'not attempted'),
    code: (code) => `code ${code}`,
    policy: (policy) => `by ${policy}`,
    facts: ({ windowOpen, marketingConsent, optedOutOfAll, quietHours, caps = [], memory }) => [
      windowOpen ? 'window open' : 'window closed',
      `marketing consent ${optedOutOfAll ? 'withdrawn from all' : marketingConsent}`,
      ...(quietHours === undefined ? [] : [`quiet hours ${quietHours.from}–${quietHours.to}`]),
      ...caps.map(({ sent, max }) => `cap ${sent}/${max}`),
      ...(memory.cooldownUntil === undefined ? [] : ['cooling down']),
      ...(memory.experimentSince === undefined ? [] : ["in Meta's experiment"]),
      ...(memory.unreachableUntil === undefined ? [] : ['was unreachable']),
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
      wait: (policy, until) => `${policy} 때문에 대기${until === undefined ? '' : `, ${until}까지`}`,
      refuse: (policy, outcome) => `${policy} 때문에 거절: ${outcome}`,
    },
    waitsFor: {
      evidence: '메시지에 대한 증거를 기다림',
      release: '제공자가 메시지를 풀어 주기를 기다림',
      gate: '메시지를 보내도 될 때까지 기다림',
      proof: '메시지가 나갔는지 확인을 기다림',
      time: '시간 또는 이벤트를 기다림',
    },
    until: (time, span) => `${time}까지 (${span})`,
    attempted: (attempted) => (attempted ? '시도함' : '시도하지 않음'),
    code: (code) => `코드 ${code}`,
    policy: (policy) => `${policy}에 의해`,
    facts: ({ windowOpen, marketingConsent, optedOutOfAll, quietHours, caps = [], memory }) => [
      windowOpen ? '창 열림' : '창 닫힘',
      `마케팅 동의 ${optedOutOfAll ? '전체 철회' : consents[marketingConsent]}`,
      ...(quietHours === undefined ? [] : [`방해 금지 시간 ${quietHours.from}–${quietHours.to}`]),
      ...caps.map(({ sent, max }) => `한도 ${sent}/${max}`),
      ...(memory.cooldownUntil === undefined ? [] : ['휴지기']),
      ...(memory.experimentSince === undefined ? [] : ['Meta 실험 대상']),
      ...(memory.unreachableUntil === undefined ? [] : ['최근에 닿지 않음']),
    ],
  },
};

const consents = { in: '있음', out: '없음', unknown: '모름' } as const;

/** The gate's decision in words. */
export function toDecision(
  decision: GateDecision,
  words: TraceWords,
  toTime: (instantMs: number) => string,
): string {
  switch (decision.do) {
    case 'allow':
      return words.decisions.allow;
    case 'wait':
      return words.decisions.wait(
        decision.policy,
        decision.until === undefined ? undefined : toTime(decision.until),
      );
    case 'refuse':
      return words.decisions.refuse(decision.policy, decision.outcome);
  }
}
