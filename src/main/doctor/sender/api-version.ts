// Until when a version of the Graph API works (F§1.1, read 2026-10-29). After its end Meta answers as an older or newer one,
// or not at all.

import type { Check } from '../../../cli/doctor/check.ts';

/** Last day by major number; those that are not here have no known end. */
const ends: { readonly [major: number]: string } = {
  20: '2026-09-24',
  21: '2027-01-21',
  22: '2027-05-20',
  23: '2027-10-08',
  24: '2028-02-18',
  25: '2028-07-29',
};
const oldest = Math.min(...Object.keys(ends).map(Number));
const soonMs = 60 * 24 * 3_600_000;

/** @param version such as `v25.0` */
export function checkApiVersion(version: string, nowMs: number): Check {
  const major = Number(/\d+/.exec(version)?.[0]);
  const end = ends[major];
  const endMs = end === undefined ? Number.POSITIVE_INFINITY : Date.parse(`${end}T00:00:00Z`);
  if (major < oldest || endMs <= nowMs) {
    const since = end === undefined ? { en: '', ko: '' } : { en: ` since ${end}`, ko: `(${end})` };
    return {
      id: 'api-version',
      status: 'fail',
      found: { en: `${version} is switched off${since.en}`, ko: `${version}은(는) 지원 종료됨${since.ko}` },
      todo,
    };
  }
  if (endMs - nowMs <= soonMs) {
    const found = { en: `${version} ends on ${end}`, ko: `${version}은(는) ${end}에 지원 종료` };
    return { id: 'api-version', status: 'warn', found, todo };
  }
  const until = end === undefined ? { en: '', ko: '' } : { en: `, until ${end}`, ko: `, ${end}까지` };
  return {
    id: 'api-version',
    status: 'ok',
    found: { en: `${version}${until.en}`, ko: `${version}${until.ko}` },
  };
}

const todo = {
  en: 'Set a newer one: WHATSAPP_API_VERSION, or apiVersion of the senders file.',
  ko: '더 새로운 버전으로 바꾸세요(WHATSAPP_API_VERSION 또는 발신 번호 파일의 apiVersion).',
};
