// Problems of journeys that call others. Facts, severity and prose of each code. Pure.

import type { IssueFamily } from './family.ts';
import { askEn, askKo } from './phrases.ts';

export interface CallFacts {
  /** Unknown journey. */
  J313: { readonly journey: string; readonly suggestion?: string };
  /** A journey that awaits itself, by way of others or not. */
  J314: { readonly journeys: readonly string[] };
  J315: { readonly journeys: readonly string[]; readonly limit: number };
  J316: { readonly journey: string; readonly count: number };
}

export const callIssues: IssueFamily<CallFacts> = {
  J313: {
    severity: 'error',
    en: ({ journey, suggestion }) => ({
      message: `There is no journey "${journey}".`,
      hint: askEn(suggestion, 'Publish it first, or correct the id.'),
    }),
    ko: ({ journey, suggestion }) => ({
      message: `"${journey}" 여정이 없습니다.`,
      hint: askKo(suggestion, '먼저 게시하거나 id를 고치세요.'),
    }),
  },
  J314: {
    severity: 'error',
    en: ({ journeys }) => ({
      message: `The journey comes back to itself: ${journeys.join(' → ')}.`,
      hint: 'A journey can await others only downwards. To begin again, start it without awaiting it.',
    }),
    ko: ({ journeys }) => ({
      message: `여정이 자기 자신으로 돌아옵니다: ${journeys.join(' → ')}.`,
      hint: '결과를 기다리는 여정은 아래로만 이어질 수 있습니다. 다시 시작하려면 기다리지 않고 시작하세요.',
    }),
  },
  J315: {
    severity: 'error',
    en: ({ journeys, limit }) => ({
      message: `Journeys await each other more than ${limit} deep: ${journeys.join(' → ')}.`,
      hint: 'Join some of them, or start one without awaiting it.',
    }),
    ko: ({ journeys, limit }) => ({
      message: `여정이 ${limit}단계보다 깊이 서로를 기다립니다: ${journeys.join(' → ')}.`,
      hint: '일부를 합치거나 기다리지 않고 시작하세요.',
    }),
  },
  J316: {
    severity: 'error',
    en: ({ journey, count }) => ({
      message: `The journey "${journey}" has ${count} ${count === 1 ? 'error' : 'errors'} of its own.`,
      hint: `Correct it first: jornada validate ${journey}.json.`,
    }),
    ko: ({ journey, count }) => ({
      message: `"${journey}" 여정 자체에 오류가 ${count}개 있습니다.`,
      hint: `먼저 고치세요: jornada validate ${journey}.json.`,
    }),
  },
};
