// Why WhatsApp did not reach the person: for each message of the run that did not arrive, the reason in words with Meta's
// code, and when the next try is possible. Pure.

import type { RunAnswer } from '../../client/client.ts';
import type { Language } from '../../journey/issue-prose.ts';
import { policyWords } from '../../simulator/policy-words.ts';
import { outcomeMeaning, outcomeWords } from '../model/outcome-words.ts';
import type { Clock } from './clock.ts';

type Step = RunAnswer['path'][number];

export interface WhyNot {
  /** The step whose message it is. */
  readonly step: string;
  readonly visit: number;
  readonly sentences: readonly string[];
}

export interface WhyNotOptions {
  readonly language: Language;
  /** The person's. */
  readonly clock: Clock;
  /** Epoch ms, on the person's clock. */
  readonly now: number;
}

/** Evidence that a message is on the person's device. */
const arrived: ReadonlySet<string> = new Set(['delivered', 'read', 'replied', 'clicked']);

/** In the order of the path; none where every WhatsApp message arrived, or may yet. */
export function whyNotWhatsApp(run: RunAnswer, options: WhyNotOptions): readonly WhyNot[] {
  const missed = run.path.filter(isMissed);
  return missed.map((step, index) => ({
    step: step.node,
    visit: step.visit,
    sentences: [
      reasonOf(step, options),
      ...(isFree(step) ? [texts[options.language].free] : []),
      ...(index === missed.length - 1 ? nextTry(run, step, options) : []),
    ],
  }));
}

function isMissed({ message, outcome, policy }: Step): boolean {
  if (message?.channel !== 'whatsapp') return false;
  if (message.reached !== null && arrived.has(message.reached)) return false;
  if (outcome === null) return message.state === 'parked' && policy !== null;
  // Accepted may be all that was asked for, and it failed later.
  return outcome !== message.awaits || message.failedCode !== null;
}

function reasonOf({ outcome, policy, because, code, message }: Step, options: WhyNotOptions): string {
  const { language, clock, now } = options;
  const say = texts[language];
  if (policy !== null) {
    const words = policyWords(policy, because ?? undefined, (instant) =>
      clock.short(new Date(instant).toISOString(), now),
    )[language];
    return outcome === null ? say.waits(words) : say.heldBack(words);
  }
  const told = code ?? message?.failedCode ?? null;
  if (outcome === message?.awaits) return say.failedLater(told ?? '');
  const sentence = outcome === null ? undefined : outcomeMeaning(outcome)?.[language];
  const said = sentence ?? outcomeWords(outcome ?? '')[language];
  return told === null || said.includes(told) ? said : `${said.replace(/[.]$/, '')} (${told}).`;
}

/** Meta charges for what is delivered (F§4.9); that it failed is certain only where it says so. */
function isFree({ message }: Step): boolean {
  return message !== null && message.attempts.length > 0 && message.failedCode !== null;
}

function nextTry(run: RunAnswer, step: Step, { language, clock, now }: WhyNotOptions): readonly string[] {
  const say = texts[language];
  const parkedUntil = step.outcome === null ? (step.message?.parkedUntil ?? null) : null;
  if (parkedUntil !== null) return [say.parked(clock.short(parkedUntil, now))];
  if (run.holds.length > 0) return [nextAfterHolds(run.holds, { language, clock, now })];
  const outcome = step.outcome ?? '';
  if (outcome === 'consent') return [say.consent];
  return learntOutcomes.has(outcome) ? [say.open] : [];
}

/** Outcomes that are remembered of a person, and may have been forgotten since. */
const learntOutcomes: ReadonlySet<string> = new Set(['limit.user', 'experiment', 'undeliverable']);

function nextAfterHolds(holds: RunAnswer['holds'], { language, clock, now }: WhyNotOptions): string {
  const ends = holds.map(({ because }) => because['until']).filter((until) => typeof until === 'number');
  const until = new Date(Math.max(now, ...ends)).toISOString();
  return texts[language].after(clock.short(until, now));
}

const texts = {
  en: {
    heldBack: (why: string) => `Held back before sending: ${why}.`,
    waits: (why: string) => `It waits: ${why}.`,
    failedLater: (code: string) => `Meta took it, and said later that it failed (${code}).`,
    free: 'Not charged.',
    parked: (when: string) => `It is tried at ${when}.`,
    after: (when: string) => `Next try possible after ${when}, or as soon as they write.`,
    consent: 'Next possible when they agree again.',
    open: 'Nothing keeps WhatsApp from being tried again now.',
  },
  ko: {
    heldBack: (why: string) => `보내기 전에 멈춤: ${why}.`,
    waits: (why: string) => `기다리는 중: ${why}.`,
    failedLater: (code: string) => `메타가 접수한 뒤에 실패했다고 알렸습니다(${code}).`,
    free: '요금은 없습니다.',
    parked: (when: string) => `${when}에 다시 시도합니다.`,
    after: (when: string) => `${when} 이후, 또는 고객이 먼저 쓰면 바로 다시 보낼 수 있습니다.`,
    consent: '고객이 다시 동의하면 보낼 수 있습니다.',
    open: '지금은 왓츠앱으로 다시 보낼 수 있습니다.',
  },
} as const satisfies { readonly [L in Language]: object };
