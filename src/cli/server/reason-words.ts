// Why a step ended as it did, in words: what became of its message, the policy that decided, the provider's code. Words
// that are not known here (a third party's) are shown as they are. Pure.

import type { RunAnswer } from '../../client/client.ts';
import type { LocalizedText } from '../../journey/catalogue.ts';
import type { Language } from '../../journey/issue-prose.ts';
import { policyWords } from '../../simulator/policy-words.ts';
import { toCategoryText, toEvidenceText } from '../../simulator/trace-words.ts';
import { toUtcMinute } from '../utc-minute.ts';
import { codeWords } from './code-words.ts';

type Step = RunAnswer['path'][number];

/** By the inside state that a run rests in. */
export const waitingWords: { readonly [state: string]: LocalizedText } = {
  sending: { en: 'sending', ko: '보내는 중' },
  acting: { en: 'at work', ko: '처리 중' },
  asking: { en: 'deciding', ko: '판단 중' },
  awaiting: { en: 'waits for evidence from the provider', ko: '제공자의 증거를 기다립니다' },
  held: { en: 'waits for a held template to be released', ko: '보류된 템플릿의 해제를 기다립니다' },
  parked: { en: 'waits at the gate', ko: '게이트에서 기다립니다' },
  reconciling: {
    en: 'waits for evidence whether the message was sent',
    ko: '메시지가 발송되었는지 증거를 기다립니다',
  },
  waiting: { en: 'waits for an event, or time', ko: '이벤트나 시간을 기다립니다' },
};

const outcomes: { readonly [outcome: string]: LocalizedText } = {
  silent: { en: 'accepted, then no evidence in time', ko: '접수된 뒤 시간 안에 증거가 없음' },
  timeout: { en: 'nothing happened in time', ko: '시간 안에 아무 일도 없음' },
  expired: { en: 'waited until it was no longer worth sending', ko: '보낼 가치가 없어질 때까지 기다림' },
  unresolved: { en: 'it may or may not have been sent', ko: '발송 여부를 알 수 없음' },
  exhausted: { en: 'visited as often as the journey allows', ko: '여정이 허용한 방문 횟수를 다 씀' },
};

/** What decided: a policy with its facts, the provider's code, or what the outcome itself says. */
export function reasonWords(
  {
    outcome,
    attempted,
    policy,
    because,
    code,
  }: Pick<Step, 'outcome' | 'attempted' | 'policy' | 'because' | 'code'>,
  language: Language,
): readonly string[] {
  const said = policy === null ? undefined : policyWords(policy, because ?? undefined, toUtcMinute)[language];
  const known = outcome === null ? undefined : outcomes[outcome]?.[language];
  return [
    ...(said === undefined ? [] : [attempted === false ? texts[language].heldBack(said) : said]),
    ...(code === null ? [] : [texts[language].code(codeWords(code, language))]),
    ...(known === undefined ? [] : [known]),
  ];
}

/** How far the message came. */
export function messageWords(message: Step['message'], language: Language): readonly string[] {
  if (message === null) return [];
  const { channel, attempts, reached, failedCode, late, parkedUntil } = message;
  const say = texts[language];
  const category = toCategoryText(message.category, language);
  const evidence = [
    ...(reached === null ? [] : [toEvidenceText(reached, undefined, language)]),
    ...(failedCode === null ? [] : [toEvidenceText('failed', failedCode, language)]),
  ];
  const lost = attempts.some(({ state }) => state === 'unknown');
  return [
    attempts.length === 0 ? say.notSent(channel, category) : say.sent(channel, category),
    ...(evidence.length === 0 ? [] : [say.evidence(evidence.join(', '))]),
    ...(attempts.length > 1 ? [say.tries(attempts.length)] : []),
    ...(lost ? [say.lost] : []),
    ...(late ? [say.late] : []),
    ...(parkedUntil === null ? [] : [say.parked(toUtcMinute(parkedUntil))]),
  ];
}

const texts = {
  en: {
    heldBack: (why: string) => `held back: ${why}`,
    code: (code: string) => `code ${code}`,
    sent: (channel: string, category: string) => `${category} message by ${channel}`,
    notSent: (channel: string, category: string) =>
      `${category} message by ${channel}, nothing left the house`,
    evidence: (words: string) => `evidence: ${words}`,
    tries: (count: number) => `${count} tries`,
    lost: 'the answer of the provider was lost',
    late: 'the evidence came late: the run had gone another way',
    parked: (instant: string) => `the gate is asked again at ${instant}`,
  },
  ko: {
    heldBack: (why: string) => `보내지 않음: ${why}`,
    code: (code: string) => `코드 ${code}`,
    sent: (channel: string, category: string) => `${channel} ${category} 메시지`,
    notSent: (channel: string, category: string) => `${channel} ${category} 메시지, 발송되지 않음`,
    evidence: (words: string) => `증거: ${words}`,
    tries: (count: number) => `${count}회 시도`,
    lost: '제공자의 응답이 유실됨',
    late: '증거가 늦게 옴: 실행은 이미 다른 길로 감',
    parked: (instant: string) => `게이트에 다시 묻는 시각: ${instant}`,
  },
} as const;
