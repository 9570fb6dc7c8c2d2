import { describe, expect, test } from 'vitest';
import { defaultPolicySettings, policySettingsSchema } from '../../src/whatsapp/policy-settings.ts';
import { isPausedInUs, toUsPauseFact } from '../../src/whatsapp/us-pause.ts';

const newYork = { phone: '+12125550123' };
const from = Date.parse('2027-01-01T00:00:00Z');
const until = Date.parse('2027-07-01T00:00:00Z');
const pauseOf = (input: object) => policySettingsSchema.parse({ usPause: input }).usPause;
const dated = pauseOf({ from: '2027-01-01T00:00:00Z', until: '2027-07-01T00:00:00Z' });
const open = pauseOf({ from: '2027-01-01T00:00:00Z' });

test.each([
  ['a moment before it begins', from - 1, dated, false],
  ['when it begins', from, dated, true],
  ['a moment before it ends', until - 1, dated, true],
  ['when it ends', until, dated, false],
  ['long after, without an end', until * 2, open, true],
])('a US number %s: %s', (_when, at, pause, expected) => {
  expect(isPausedInUs(newYork, at, pause)).toBe(expected);
});

test('the default began in April 2025 and has no end', () => {
  const { usPause } = defaultPolicySettings;
  expect(isPausedInUs(newYork, Date.parse('2025-03-31T23:59:59Z'), usPause)).toBe(false);
  expect(isPausedInUs(newYork, Date.parse('2025-04-01T00:00:00Z'), usPause)).toBe(true);
  expect(isPausedInUs(newYork, Date.parse('2035-01-01T00:00:00Z'), usPause)).toBe(true);
});

test('it does not concern Toronto, Kingston, San Juan, Seoul, or somebody without a number', () => {
  for (const phone of ['+14165550123', '+18765550123', '+17875550123', '+821012345678', undefined, null]) {
    expect(isPausedInUs({ phone }, from, open)).toBe(false);
  }
});

test('it concerns the territories where that is configured', () => {
  const wide = pauseOf({ withTerritories: true });
  const numbers = ['+17875550123', '+16715550123', '+13405550123', '+16845550123', '+16705550123'];
  for (const phone of numbers) expect(isPausedInUs({ phone }, from, wide)).toBe(true);
  expect(isPausedInUs({ phone: '+18765550123' }, from, wide)).toBe(false);
});

test('whoever hides the number is where the business-scoped id says; a number that we have says more', () => {
  const isPaused = (businessScopedUserId: string, pause = open, phone?: string) =>
    isPausedInUs({ businessScopedUserId, phone }, from, pause);
  expect(['US.1349', 'CA.1349', 'PR.1349'].map((id) => isPaused(id))).toEqual([true, false, false]);
  expect(isPaused('PR.1349', pauseOf({ withTerritories: true }))).toBe(true);
  expect(isPaused('US.1349', open, '+821012345678')).toBe(false);
});

describe('the wait for its end', () => {
  const waiting = pauseOf({ from: '2027-01-01T00:00:00Z', until: '2027-07-01T00:00:00Z', wait: true });
  const around = (expiresAt: number) => ({ now: from, expiresAt });

  test('is for messages that are still worth sending then', () => {
    expect(toUsPauseFact(newYork, around(until + 1), waiting)).toEqual({ from, until, waits: true });
    expect(toUsPauseFact(newYork, around(until), waiting)).toMatchObject({ waits: false });
  });

  test('is no default, and needs an end', () => {
    expect(toUsPauseFact(newYork, around(until + 1), dated)).toMatchObject({ waits: false });
    const endless = pauseOf({ from: '2027-01-01T00:00:00Z', wait: true });
    expect(toUsPauseFact(newYork, around(until + 1), endless)).toEqual({ from, waits: false });
  });
});
