// What is told of a message in a run's timeline: what went out, what the gate decided, each attempt, each evidence with
// the time that it took after the send. Pure.

import type { Language } from '../../journey/issue-prose.ts';
import { policyWords } from '../../simulator/policy-words.ts';
import { toCategoryText, toEvidenceText } from '../../simulator/trace-words.ts';
import { type Clock, tookWords } from './clock.ts';
import type { Step, StoryEntry } from './story-entry.ts';

type Message = NonNullable<Step['message']>;
type Evidence = Message['evidence'][number];

/**
 * The run with its evidence on the person's clock. When we heard of something is told by our own clock, which that of a
 * rehearsed person is ahead of: there Meta's time counts, in whole seconds and never before the send.
 */
export function onOwnClock<Run extends { readonly rehearsed: boolean; readonly path: readonly Step[] }>(
  run: Run,
): Run {
  if (!run.rehearsed) return run;
  return { ...run, path: run.path.map(movedStep) };
}

function movedStep(step: Step): Step {
  const { message } = step;
  const sentAt = message?.attempts.at(-1)?.startedAt;
  if (message === null || sentAt === undefined) return step;
  const evidence = message.evidence.map((one) => {
    const isBefore = Date.parse(one.at) < Date.parse(sentAt);
    return { ...one, receivedAt: isBefore ? sentAt : one.at };
  });
  return { ...step, message: { ...message, evidence } };
}

interface GateOptions {
  readonly language: Language;
  readonly clock: Clock;
  readonly now: number;
}

/** What the message is, and what the checks before sending said. */
export function gateLines(
  { message, attempted, policy, because }: Step,
  { language, clock, now }: GateOptions,
): readonly string[] {
  if (message === null) return [];
  const say = texts[language];
  const channel = Object.hasOwn(channelWords, message.channel) ? channelWords[message.channel] : undefined;
  const carrier = message.template ?? channel?.[language] ?? message.channel;
  const what = [carrier, toCategoryText(message.category, language)];
  const objection =
    policy === null
      ? undefined
      : policyWords(policy, because ?? undefined, (at) => clock.short(new Date(at).toISOString(), now))[
          language
        ];
  return [
    what.join(' · '),
    ...(objection === undefined
      ? []
      : [attempted === true ? say.waited(objection) : say.heldBack(objection)]),
    ...(message.attempts.length > 0 ? [say.passed] : []),
  ];
}

/** `accepted (HTTP 200)`; one line for each attempt. */
export function attemptLines({ message }: Step, language: Language): readonly string[] {
  const attempts = message?.attempts ?? [];
  return attempts.map(({ number, state, code, httpStatus }) => {
    const word = Object.hasOwn(attemptWords, state) ? attemptWords[state]?.[language] : undefined;
    const facts = [...(code === null ? [] : [code]), ...(httpStatus === null ? [] : [`HTTP ${httpStatus}`])];
    const said = `${word ?? state}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
    return attempts.length === 1 ? said : `${number}. ${said}`;
  });
}

/** What was heard of the message until the step ended: `delivered 0.9 s after the send`. */
export function evidenceLines(step: Step, language: Language): readonly string[] {
  const heard = evidenceOf(step).filter(
    (evidence) => evidence.kind !== 'accepted' && !isLate(evidence, step.settledAt),
  );
  return heard.map((evidence) => evidenceText(evidence, step, language));
}

/** What was heard when the run had gone on: an entry of its own each. */
export function evidenceEntries(step: Step, language: Language): readonly StoryEntry[] {
  return evidenceOf(step)
    .filter((evidence) => isLate(evidence, step.settledAt))
    .map((evidence) => ({
      key: `${step.node} ${step.visit} late ${evidence.kind} ${evidence.code ?? ''}`,
      at: evidence.receivedAt,
      meaning: evidence.kind === 'failed' ? 'failed' : 'reached',
      title: texts[language].later(toEvidenceText(evidence.kind, evidence.code ?? undefined, language)),
      lines: step.message?.late === true && evidence.kind !== 'failed' ? [texts[language].otherWay] : [],
      step: step.node,
    }));
}

/** In the order in which we heard of it; what one webhook brought, in the order in which it happened. */
function evidenceOf({ message }: Step): readonly Evidence[] {
  return (message?.evidence ?? []).toSorted(
    (a, b) => a.receivedAt.localeCompare(b.receivedAt) || order(a) - order(b),
  );
}

const kinds = ['accepted', 'sent', 'delivered', 'read', 'clicked', 'replied', 'failed'];

function order({ kind }: Evidence): number {
  return kinds.indexOf(kind);
}

function isLate({ receivedAt, kind }: Evidence, settledAt: string | null): boolean {
  return settledAt !== null && receivedAt > settledAt && kind !== 'accepted' && kind !== 'sent';
}

/** Meta's own times are whole seconds: what is told is when we heard of it. */
function evidenceText({ kind, code, receivedAt }: Evidence, { message }: Step, language: Language): string {
  const word = toEvidenceText(kind, code ?? undefined, language);
  const sentAt = message?.attempts.at(-1)?.startedAt;
  if (sentAt === undefined) return word;
  return texts[language].after(word, tookWords(Date.parse(receivedAt) - Date.parse(sentAt), language));
}

const channelWords: { readonly [channel: string]: { readonly [L in Language]: string } } = {
  whatsapp: { en: 'WhatsApp', ko: '왓츠앱' },
  sms: { en: 'SMS', ko: '문자' },
  email: { en: 'e-mail', ko: '이메일' },
};

const attemptWords: { readonly [state: string]: { readonly [L in Language]: string } } = {
  accepted: { en: 'accepted', ko: '접수됨' },
  refused: { en: 'refused', ko: '거부됨' },
  unknown: { en: 'no answer: it may or may not have been sent', ko: '응답 없음: 발송 여부를 알 수 없음' },
  in_flight: { en: 'being sent', ko: '보내는 중' },
  not_sent: { en: 'proved not to have been sent', ko: '보내지지 않은 것이 확인됨' },
};

const texts = {
  en: {
    waited: (why: string) => `waited first: ${why}`,
    heldBack: (why: string) => `held back: ${why}`,
    passed: 'consent\u00a0✓ caps\u00a0✓ limits\u00a0✓ quiet\u00a0hours\u00a0✓',
    after: (word: string, took: string) => `${word} ${took} after the send`,
    later: (word: string) => `Later: ${word}`,
    otherWay: 'the person had gone another way by then',
  },
  ko: {
    waited: (why: string) => `먼저 기다림: ${why}`,
    heldBack: (why: string) => `보내지 않음: ${why}`,
    passed: '수신\u00a0동의\u00a0✓ 횟수\u00a0✓ 한도\u00a0✓ 야간\u00a0제한\u00a0✓',
    after: (word: string, took: string) => `발송 ${took} 뒤 ${word}`,
    later: (word: string) => `나중에: ${word}`,
    otherWay: '그때 고객은 이미 다른 길로 갔습니다',
  },
} as const satisfies { readonly [L in Language]: object };
