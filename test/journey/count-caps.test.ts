import { expect, test } from 'vitest';
import { countCaps } from '../../src/journey/count-caps.ts';

const at = (iso: string) => Date.parse(iso);
const seoul = { channel: 'sms', timeZone: 'Asia/Seoul' } as const;

test('counts the messages of a moving period, by channel where the cap names one', () => {
  const sends = [
    { channel: 'sms', at: at('2026-05-04T09:00:00+09:00') },
    { channel: 'whatsapp', at: at('2026-05-04T12:00:00+09:00') },
  ] as const;
  const caps = [
    { max: 3, per: 'P1D' },
    { max: 1, per: 'P1D', channel: 'sms' },
    { max: 1, per: 'P1D', channel: 'email' },
  ] as const;
  const count = (iso: string) => countCaps(caps, sends, { ...seoul, now: at(iso) });
  expect(count('2026-05-05T08:59:59+09:00')).toEqual([
    { max: 3, sent: 2 },
    { max: 1, sent: 1 },
  ]);
  expect(count('2026-05-05T09:00:00+09:00')).toEqual([
    { max: 3, sent: 1 },
    { max: 1, sent: 0 },
  ]);
});

test('a day is a calendar day where the clock changes', () => {
  const sends = [{ channel: 'sms', at: at('2026-03-28T12:00:00+01:00') }] as const;
  const zone = { channel: 'sms', timeZone: 'Europe/Berlin' } as const;
  const count = (iso: string) =>
    countCaps([{ max: 1, per: 'P1D' }], sends, { ...zone, now: at(iso) })[0]?.sent;
  expect(count('2026-03-29T11:59:00+02:00')).toBe(1);
  expect(count('2026-03-29T12:00:00+02:00')).toBe(0);
});
