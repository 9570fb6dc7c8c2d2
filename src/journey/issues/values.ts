// Problems of values that have the right form and still can't be meant: entries of no kind, days that don't exist,
// durations out of reach. Facts, severity and prose of each code. Pure.

import type { IssueFamily } from './family.ts';
import { askEn, askKo, list } from './phrases.ts';

export interface ValueFacts {
  /** An entry of no kind, or of several. */
  J211: { readonly found: readonly string[]; readonly allowed: readonly string[] };
  /** Unknown time zone. */
  J212: { readonly found: string; readonly suggestion?: string };
  /** Fields that exclude each other. */
  J213: { readonly fields: readonly string[] };
  J214: { readonly from: string; readonly until: string };
  /** A day that is in no calendar. */
  J215: { readonly found: string };
  J216: { readonly found: string };
  /** Weights that don't add up. */
  J217: { readonly found: string };
  J218: { readonly found: string };
  J219: { readonly found: string };
  J220: { readonly found: string; readonly limit: string };
  /** An entry that nothing starts yet. */
  J222: { readonly kind: 'campaign' | 'schedule' };
  /** An event that runs hear, but that starts none. */
  J223: { readonly found: string };
}

export const valueIssues: IssueFamily<ValueFacts> = {
  J211: {
    severity: 'error',
    en: ({ found, allowed }) => ({
      message:
        found.length === 0
          ? 'This entry says no kind.'
          : `This entry says ${found.length} kinds at once: ${list(found)}.`,
      hint: `Use exactly one of ${list(allowed)}.`,
    }),
    ko: ({ found, allowed }) => ({
      message:
        found.length === 0
          ? '시작 방법이 정해지지 않았습니다.'
          : `시작 방법이 한꺼번에 ${found.length}가지 있습니다: ${list(found)}.`,
      hint: `${list(allowed)} 가운데 하나만 쓰세요.`,
    }),
  },
  J212: {
    severity: 'error',
    en: ({ found, suggestion }) => ({
      message: `The time zone "${found}" is not known.`,
      hint: askEn(
        suggestion,
        'Use a name such as Asia/Seoul or Europe/Berlin, or leave it out for the zone of each person.',
      ),
    }),
    ko: ({ found, suggestion }) => ({
      message: `"${found}" 시간대를 알 수 없습니다.`,
      hint: askKo(suggestion, 'Asia/Seoul 같은 이름을 쓰거나, 사람마다의 시간대를 따르려면 지우세요.'),
    }),
  },
  J213: {
    severity: 'error',
    en: ({ fields }) => ({
      message: `${list(fields)} exclude each other.`,
      hint: 'Keep one of them.',
    }),
    ko: ({ fields }) => ({
      message: `${list(fields)}은(는) 함께 쓸 수 없습니다.`,
      hint: '하나만 남기세요.',
    }),
  },
  J214: {
    severity: 'error',
    en: ({ from, until }) => ({
      message: `The schedule ends on ${until}, before it begins on ${from}.`,
      hint: 'Exchange the two days, or correct one.',
    }),
    ko: ({ from, until }) => ({
      message: `끝나는 날 ${until}이(가) 시작하는 날 ${from}보다 앞섭니다.`,
      hint: '두 날짜를 바꾸거나 하나를 고치세요.',
    }),
  },
  J215: {
    severity: 'error',
    en: ({ found }) => ({
      message: `There is no day ${found}.`,
      hint: 'Use a day of the calendar, written as 2026-12-24.',
    }),
    ko: ({ found }) => ({
      message: `${found}은(는) 달력에 없는 날입니다.`,
      hint: '2026-12-24처럼 실제로 있는 날짜를 쓰세요.',
    }),
  },
  J216: {
    severity: 'error',
    en: ({ found }) => ({ message: `"${found}" is here twice.`, hint: 'Keep one of the two.' }),
    ko: ({ found }) => ({ message: `"${found}"이(가) 두 번 있습니다.`, hint: '하나만 남기세요.' }),
  },
  J217: {
    severity: 'error',
    en: () => ({
      message: "The weights don't add up: together they have to be 100, or at least more than nothing.",
      hint: 'Correct the weights so that they share out everybody.',
    }),
    ko: () => ({
      message: '비율의 합이 맞지 않습니다. 모두 더해 100이거나 적어도 0보다 커야 합니다.',
      hint: '모든 사람이 나뉘도록 비율을 고치세요.',
    }),
  },
  J218: {
    severity: 'error',
    en: ({ found }) => ({
      message: `The duration "${found}" is negative.`,
      hint: 'Time only goes forward: write it without the minus.',
    }),
    ko: ({ found }) => ({
      message: `기간 "${found}"이(가) 음수입니다.`,
      hint: '시간은 앞으로만 갑니다. 빼기 기호를 지우세요.',
    }),
  },
  J219: {
    severity: 'error',
    en: ({ found }) => ({
      message: `The duration "${found}" lasts no time at all.`,
      hint: 'Write a duration such as 30m, or remove what waits for it.',
    }),
    ko: ({ found }) => ({
      message: `기간 "${found}"은(는) 길이가 0입니다.`,
      hint: '30m처럼 쓰거나, 기다릴 필요가 없으면 지우세요.',
    }),
  },
  J220: {
    severity: 'error',
    en: ({ found, limit }) => ({
      message: `The duration "${found}" is longer than a run may live (${limit}).`,
      hint: 'Shorten it, or start another journey by an event when the time has come.',
    }),
    ko: ({ found, limit }) => ({
      message: `기간 "${found}"이(가) 여정이 진행될 수 있는 최대 기간(${limit})보다 깁니다.`,
      hint: '줄이거나, 때가 되면 이벤트로 다른 여정을 시작하세요.',
    }),
  },
  J222: {
    severity: 'warning',
    en: ({ kind }) => ({
      message: `Entry by ${kind} is checked and simulated, but nothing starts it yet.`,
      hint: 'Starting for real comes with audiences. Until then, enter people by event or API.',
    }),
    ko: ({ kind }) => ({
      message: `${kind === 'campaign' ? '캠페인' : '일정'} 시작은 검사하고 시뮬레이션할 수 있지만 아직 실제로 시작되지는 않습니다.`,
      hint: '실제 시작은 대상 고객 기능과 함께 나옵니다. 그때까지는 이벤트나 API로 시작하세요.',
    }),
  },
  J223: {
    severity: 'error',
    en: ({ found }) => ({
      message: `The event "${found}" starts no journey.`,
      hint: 'For journeys that begin with what a person writes, use "on": { "inbound": "any" }, or keywords.',
    }),
    ko: ({ found }) => ({
      message: `"${found}" 이벤트로는 여정이 시작되지 않습니다.`,
      hint: '고객이 보낸 메시지로 시작하려면 "on": { "inbound": "any" }나 키워드를 쓰세요.',
    }),
  },
};
