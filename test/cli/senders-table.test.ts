import { expect, test } from 'vitest';
import { sendersTable } from '../../src/cli/server/senders-table.ts';
import type { SenderSummary } from '../../src/client/client.ts';

const since = '2027-01-04T12:00:00.000Z';
const until = '2027-01-11T12:00:00.000Z';
const bar = { scope: 'account', detail: '', reason: '131031', since, until: null } as const;
const sender: SenderSummary = {
  id: 'snd_1',
  channel: 'whatsapp',
  name: 'shop',
  active: true,
  providerId: '100000000000001',
  accountId: '200000000000001',
  portfolioId: null,
  shown: { phone: null, health: null, quality: null },
  rate: { perSecond: 80, now: 40, inboundPerSecond: 0, slowedAt: null },
  people: { limit: -1, today: 12 },
  restrictions: [
    { ...bar, kind: 'soft-lock' },
    { ...bar, kind: 'marketing', until },
    { ...bar, kind: 'country', detail: '1' },
  ],
  parked: { restrictions: 3, 'quiet-hours': 2 },
};
const shown = (language: 'en' | 'ko', senders = [sender]) =>
  sendersTable(senders, { language, console: { paint: (_style, text) => text } });

test('what bars a sender, and what waits, is told in words', () => {
  const table = shown('en');
  expect(table).toContain(' messages outside an open window until an operator acknowledges it ');
  expect(table).toContain(' marketing until 2027-01-11 12:00 UTC ');
  expect(table).toContain(' messages to this country (+1) ');
  expect(table).toContain(' Meta bars sending: 3 ');
  expect(table).toContain(' quiet hours: 2 ');
  expect(table).toContain(' 12 / ∞ ');
});

test('and in Korean', () => {
  const table = shown('ko');
  expect(table).toContain(' 운영자가 확인할 때까지 대화 창 밖의 메시지 ');
  expect(table).toContain(' 마케팅, 2027-01-11 12:00 UTC까지 ');
  expect(table).toContain(' 이 국가로의 메시지 (+1) ');
  expect(table).toContain(' 야간 발송 제한: 2 ');
  expect(table).not.toMatch(/soft-lock|quiet-hours|restrictions/);
});

test('a kind and a policy that are not known here are shown as they are', () => {
  const odd = { ...sender, restrictions: [{ ...bar, kind: 'constructor' }], parked: { moon: 1 } };
  expect(shown('ko', [odd])).toContain(' constructor ');
  expect(shown('ko', [odd])).toContain(' moon: 1 ');
});
