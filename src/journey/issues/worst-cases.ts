// Problems of the worst case: too many messages, too long a time, too large a journey. Facts, severity and prose of
// each code (J53x). Pure.

import type { IssueFamily } from './family.ts';

export interface WorstCaseFacts {
  /** Messages in a day; null where nothing bounds them. */
  J530: { readonly perDay: number | null; readonly limit: number };
  J532: { readonly days: number };
  J533: { readonly limit: number };
}

export const worstCaseIssues: IssueFamily<WorstCaseFacts> = {
  J530: {
    severity: 'warning',
    en: ({ perDay, limit }) => ({
      message: `One person can get ${perDay ?? 'any number of'} messages within 24 hours; more than ${limit} are likely a slip.`,
      hint: 'Put waits between the messages, bound cycles with "maxVisits", or set caps in "policy".',
    }),
    ko: ({ perDay, limit }) => ({
      message: `한 사람이 24시간 안에 메시지를 ${perDay === null ? '끝없이' : `${perDay}개까지`} 받을 수 있습니다. ${limit}개를 넘으면 실수일 가능성이 큽니다.`,
      hint: '메시지 사이에 기다림을 넣거나, "maxVisits"로 반복을 제한하거나, "policy"에 상한을 정하세요.',
    }),
  },
  J532: {
    severity: 'warning',
    en: ({ days }) => ({
      message: `A run can take ${days} days, but it is ended after two years.`,
      hint: 'Shorten the waits, or let another journey begin later.',
    }),
    ko: ({ days }) => ({
      message: `실행이 ${days}일까지 걸릴 수 있지만 2년 뒤에는 종료됩니다.`,
      hint: '기다림을 줄이거나 나중에 시작하는 다른 여정으로 나누세요.',
    }),
  },
  J533: {
    severity: 'error',
    en: ({ limit }) => ({
      message: `With its sub-journeys the journey has more than ${limit} nodes.`,
      hint: 'Start some of the journeys without awaiting them, or await them in fewer places.',
    }),
    ko: ({ limit }) => ({
      message: `하위 여정까지 합치면 노드가 ${limit}개를 넘습니다.`,
      hint: '일부 여정을 기다리지 않고 시작하거나, 기다리는 곳을 줄이세요.',
    }),
  },
};
