// A trace in words, for `simulate`, `rehearse`, `explain` and the canvas alike: one line for each entry, with the time
// in the person's zone, the node, what happened and why; messages with what the person reads. Pure.

import { Temporal } from 'temporal-polyfill';
import type { LocalizedText } from '../journey/catalogue.ts';
import type { Language } from '../journey/issue-prose.ts';
import type { GateDecision } from '../messaging/gate-facts.ts';
import type { OutgoingMessage } from '../messaging/message.ts';
import type { Change } from '../node-kit/node-type.ts';
import type { TraceEntry } from './trace.ts';
import {
  answerWords,
  categoryWords,
  channelWords,
  evidenceWords,
  heardWords,
  policyWords,
  waitingWords,
} from './trace-words.ts';

export interface TraceTextOptions {
  readonly language: Language;
  /** The person's. */
  readonly timeZone: string;
}

export interface TraceLine {
  /** `2027-01-04 10:00:00` on the person's clock. */
  readonly time: string;
  /** Empty for what is about the whole run. */
  readonly node: string;
  readonly kind: TraceEntry['kind'];
  readonly what: string;
  /** Lines of a message's content. */
  readonly details: readonly string[];
}

type Entry<Kind extends TraceEntry['kind']> = Extract<TraceEntry, { readonly kind: Kind }>;

/** What happened, line by line. */
export function toTraceLines(trace: readonly TraceEntry[], options: TraceTextOptions): TraceLine[] {
  const time = (at: number) => toClock(at, options.timeZone);
  return trace.flatMap((entry, index) => {
    if (isSaidElsewhere(entry, trace[index - 1])) return [];
    const what = wordsOf(entry, time)[options.language];
    const details = entry.kind === 'message' ? toContentLines(entry.message) : [];
    return [
      { time: time(entry.at), node: 'node' in entry ? entry.node : '', kind: entry.kind, what, details },
    ];
  });
}

/** A message says that the gate allowed it, the gate says that it makes a message wait. */
function isSaidElsewhere(entry: TraceEntry, before: TraceEntry | undefined): boolean {
  if (entry.kind === 'gate') return entry.decision.do === 'allow';
  return entry.kind === 'waiting' && entry.waiting === 'gate' && before?.kind === 'gate';
}

/** The same as plain text, nodes in one column. */
export function toTraceText(trace: readonly TraceEntry[], options: TraceTextOptions): string {
  const lines = toTraceLines(trace, options);
  const width = Math.max(0, ...lines.map(({ node }) => node.length));
  const indent = ' '.repeat('2027-01-04 10:00:00'.length + width + 4);
  return lines
    .flatMap(({ time, node, what, details }) => [
      `${time}  ${node.padEnd(width)}  ${what}`,
      ...details.map((detail) => `${indent}│ ${detail}`),
    ])
    .join('\n');
}

/** What a person reads of a message, line by line. */
export function toContentLines(message: OutgoingMessage): string[] {
  switch (message.channel) {
    case 'sms':
      return message.text.split('\n');
    case 'email':
      return [message.subject, ...(message.text ?? message.html).split('\n')];
    case 'whatsapp': {
      if (message.body.type === 'text') return message.body.text.body.split('\n');
      const { components = [] } = message.body.template;
      return components.flatMap(({ type, parameters }) =>
        parameters.map(({ parameter_name: name, text }, index) => `${type} ${name ?? index + 1}: ${text}`),
      );
    }
  }
}

type Clock = (at: number) => string;

function wordsOf(entry: TraceEntry, time: Clock): LocalizedText {
  switch (entry.kind) {
    case 'entered':
      return entry.visit === 1
        ? { en: 'enters', ko: '진입' }
        : { en: `enters for the ${ordinal(entry.visit)} time`, ko: `${entry.visit}번째 진입` };
    case 'gate':
      return ofGate(entry.decision, entry, time);
    case 'message':
      return ofMessage(entry);
    case 'evidence':
      return ofEvidence(entry);
    case 'heard':
      return ofHeard(entry);
    case 'changed':
      return ofChange(entry.change);
    case 'waiting':
      return ofWaiting(entry, time);
    case 'settled': {
      const { outcome } = entry;
      const reason = reasonOf(entry, time);
      return { en: `→ ${outcome}${reason.en}`, ko: `→ ${outcome}${reason.ko}` };
    }
    case 'ended':
      return { en: `ends as ${entry.outcome}`, ko: `여정 종료: ${entry.outcome}` };
  }
}

function ofGate(decision: GateDecision, { facts }: Entry<'gate'>, time: Clock): LocalizedText {
  if (decision.do === 'allow') return { en: 'may be sent', ko: '발송 가능' };
  const why = policyWords(decision.policy, facts, time);
  if (decision.do === 'refuse') return { en: `not sent: ${why.en}`, ko: `보내지 않음: ${why.ko}` };
  const { until } = decision;
  if (until === undefined) return { en: `waits: ${why.en}`, ko: `대기: ${why.ko}` };
  return { en: `waits until ${time(until)}: ${why.en}`, ko: `${time(until)}까지 대기: ${why.ko}` };
}

function ofMessage({ message, category, answer }: Entry<'message'>): LocalizedText {
  const [word = '', code = ''] = answer.split(' ');
  const channel = channelWords[message.channel];
  const kind = find(categoryWords, category);
  const result = find(answerWords, word);
  const template =
    message.channel === 'whatsapp' && message.body.type === 'template' ? message.body.template.name : '';
  const withCode = (text: string) => (code === '' ? text : `${text} (${code})`);
  const [nameEn, nameKo] = template === '' ? ['', ''] : [` ${template}`, ` ${template}`];
  return {
    en: `${channel.en}${nameEn}, ${kind.en}: ${withCode(result.en)}`,
    ko: `${channel.ko}${nameKo}, ${kind.ko}: ${withCode(result.ko)}`,
  };
}

function ofEvidence({ word, code, late }: Entry<'evidence'>): LocalizedText {
  const words = find(evidenceWords, word);
  const reason = code === undefined ? '' : ` (${code})`;
  return {
    en: `${words.en}${reason}${late ? ', too late for the run' : ''}`,
    ko: `${words.ko}${reason}${late ? ', 여정은 이미 지나감' : ''}`,
  };
}

function ofHeard({ what, name }: Entry<'heard'>): LocalizedText {
  const words = find(heardWords, what);
  const said = what === 'inbound' ? `“${name}”` : name;
  return { en: `${words.en} ${said}`, ko: `${words.ko} ${said}` };
}

function ofChange(change: Change): LocalizedText {
  switch (change.kind) {
    case 'vars':
      return { en: `sets ${assignments(change.set)}`, ko: `변수 설정: ${assignments(change.set)}` };
    case 'attributes':
      return {
        en: `updates the person: ${assignments(change.set)}`,
        ko: `고객 정보 변경: ${assignments(change.set)}`,
      };
    case 'consent': {
      const { channel, topic, state } = change;
      const [en, ko] = state === 'in' ? ['consent to', '수신 동의'] : ['consent withdrawn from', '수신 거부'];
      return {
        en: `${en} ${topic} by ${channelWords[channel].en}`,
        ko: `${ko}: ${channelWords[channel].ko} ${topic}`,
      };
    }
    case 'start':
      return { en: `starts the journey ${change.journey}`, ko: `여정 ${change.journey} 시작` };
  }
}

function assignments(set: { readonly [name: string]: unknown }): string {
  return Object.entries(set)
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
    .join(', ');
}

function ofWaiting({ waiting, due }: Entry<'waiting'>, time: Clock): LocalizedText {
  const words = find(waitingWords, waiting);
  if (due === undefined) return { en: `waits for ${words.en}`, ko: `${words.ko} 대기` };
  return {
    en: `waits for ${words.en}, until ${time(due)} at most`,
    ko: `${words.ko} 대기, 최대 ${time(due)}까지`,
  };
}

/** Code and policy of a step, where it has any. */
function reasonOf({ code, policy }: Entry<'settled'>, time: Clock): LocalizedText {
  const why = policy === undefined ? undefined : policyWords(policy, undefined, time);
  const join = (words: string | undefined) => {
    const reasons = [code, words].filter((reason) => reason !== undefined);
    return reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
  };
  return { en: join(why?.en), ko: join(why?.ko) };
}

function find(words: { readonly [key: string]: LocalizedText }, key: string): LocalizedText {
  return words[key] ?? { en: key, ko: key };
}

function ordinal(count: number): string {
  const endings: { readonly [last: number]: string } = { 1: 'st', 2: 'nd', 3: 'rd' };
  const isTeen = count % 100 > 10 && count % 100 < 14;
  return `${count}${isTeen ? 'th' : (endings[count % 10] ?? 'th')}`;
}

/** `2027-01-04 10:00:00` on the clock of the zone. */
function toClock(at: number, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ');
}
