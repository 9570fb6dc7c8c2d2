import { expect, test } from 'vitest';
import { createClock } from '../../../src/canvas/live/clock.ts';
import { whyNotWhatsApp } from '../../../src/canvas/live/why-not.ts';
import type { RunAnswer } from '../../../src/client/client.ts';
import { at, message, run, step, withheld } from './runs.ts';

const now = Date.parse(at(60));
const day = 24 * 3_600;

function ask(told: RunAnswer, language: 'en' | 'ko' = 'en'): readonly string[] {
  const clock = createClock('Asia/Seoul', language);
  return whyNotWhatsApp(told, { language, clock, now }).map(({ sentences }) => sentences.join(' '));
}

const cooldown = (seconds: number) => ({
  policy: 'cooldown',
  because: { since: Date.parse(at(3)), until: Date.parse(at(seconds)), times: 1 },
});

test('a message that Meta withheld says why with the code, that it cost nothing, and when the next try is possible', () => {
  const told = withheld({ holds: [cooldown(day)] });
  expect(ask(told)).toEqual([
    'Withheld by Meta: this person gets enough marketing for now (131049). Not charged. Next try possible after Wed 09:12, or as soon as they write.',
  ]);
  expect(ask(told, 'ko')).toEqual([
    '메타가 보류했습니다. 이 고객에게 가는 마케팅 메시지가 한도에 찼습니다 (131049). 요금은 없습니다. 수요일 09:12 이후, 또는 고객이 먼저 쓰면 바로 다시 보낼 수 있습니다.',
  ]);
});

test('where nothing holds any more, WhatsApp may be tried', () => {
  expect(ask(withheld())[0]).toMatch(/Nothing keeps WhatsApp from being tried again now\.$/);
});

test('of several reasons to wait the one that lasts longest says when', () => {
  const told = withheld({ holds: [cooldown(day), cooldown(3 * day)] });
  expect(ask(told)[0]).toMatch(/after Fri 09:12,/);
});

test('a message that our own gate held back says which policy, and is never called free', () => {
  const path = [
    step('offer', {
      ...{ outcome: 'limit.user', settledAt: at(1), attempted: false, code: '131049', policy: 'cooldown' },
      because: { since: Date.parse(at(-day)), until: Date.parse(at(3_600)), times: 2 },
      message: message({ reached: null, attempts: [] }),
    }),
  ];
  expect(ask(run({ path, holds: [cooldown(3_600)] }))).toEqual([
    'Held back before sending: the cool-down after the per-user marketing limit 131049 (2 in a row) since Mon 09:12 until 10:12. Next try possible after 10:12, or as soon as they write.',
  ]);
});

test('who has opted out is asked again by nobody', () => {
  const path = [
    step('offer', {
      ...{ outcome: 'consent', settledAt: at(1), attempted: false, policy: 'consent' },
      because: { topic: 'marketing' },
      message: message({ reached: null, attempts: [] }),
    }),
  ];
  expect(ask(run({ path }))).toEqual([
    'Held back before sending: the person has opted out (marketing). Next possible when they agree again.',
  ]);
});

test('a message that waits at the gate says what for and until when', () => {
  const path = [
    step('offer', {
      ...{ policy: 'quiet-hours', because: { from: '21:00', to: '08:00', until: Date.parse(at(3_600)) } },
      message: message({ state: 'parked', reached: null, attempts: [], parkedUntil: at(3_600) }),
    }),
  ];
  expect(ask(run({ state: 'running', path }))).toEqual([
    'It waits: quiet hours 21:00–08:00 until 10:12. It is tried at 10:12.',
  ]);
});

test('a message that was taken and failed later is told, although the run went on', () => {
  const path = [
    step('offer', {
      ...{ outcome: 'accepted', settledAt: at(2), attempted: true },
      message: message({ awaits: 'accepted', failedCode: '131026' }),
    }),
  ];
  expect(ask(run({ path }))[0]).toBe('Meta took it, and said later that it failed (131026). Not charged.');
});

test('nothing is said of what arrived, may yet arrive, or did not go by WhatsApp', () => {
  const arrived = step('offer', { outcome: 'delivered', message: message({ reached: 'read' }) });
  const late = step('offer', { outcome: 'silent', message: message({ reached: 'delivered', late: true }) });
  const awaited = step('offer', { message: message({ state: 'awaiting' }) });
  const sms = step('text', { outcome: 'silent', message: message({ channel: 'sms' }) });
  expect(ask(run({ path: [arrived, late, awaited, sms] }))).toEqual([]);
});
