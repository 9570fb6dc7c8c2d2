import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { restrictionKinds } from '../../src/messaging/sender-facts.ts';
import { policyWords } from '../../src/simulator/policy-words.ts';
import { offer, played } from './simulated.ts';

const since = Date.UTC(2027, 0, 4, 12);
const until = since + 86_400_000;
const time = (at: number) => new Date(at).toISOString().slice(0, 16);

const folder = new URL('../../src/messaging/policies/', import.meta.url);
const inCode = readdirSync(folder).flatMap((name) => [
  ...readFileSync(new URL(name, folder), 'utf8').matchAll(/[pP]olicy(?:: | = )'([a-z-]+)'/g),
]);
const policies = new Set(inCode.map(([, name = '']) => name));
const beside = ['account', 'expires', 'exit-rule', 'operator', 'cancelled'];

test.each([...policies, ...beside])('%s has words of its own in both languages', (policy) => {
  const { en, ko } = policyWords(policy, undefined, time);
  expect(en).not.toBe(policy);
  expect(en).not.toMatch(/undefined|NaN/);
  expect(ko).toMatch(/[가-힣]/);
});

test('all policies were found', () => {
  expect([...policies]).toEqual(
    expect.arrayContaining(['consent', 'cooldown', 'sender-rate', 'restrictions']),
  );
  expect(policies.size).toBe(readdirSync(folder).length);
});

test.each(restrictionKinds)('a restriction of %s is told in both languages', (kind) => {
  const { en, ko } = policyWords('restrictions', { kind, reason: '131031', until }, time);
  expect(en).toMatch(/^Meta bars .+ \(131031\) until 2027-01-05T12:00$/);
  expect(en).not.toContain('sending');
  expect(ko).toMatch(/^메타가 제한 중: [^()]*[가-힣][^()]* \(131031\) 2027-01-05T12:00까지$/);
});

test('a policy of a third party is shown as it is', () => {
  expect(policyWords('constructor', undefined, time)).toEqual({ en: 'constructor', ko: 'constructor' });
});

test.each([
  [
    'cooldown',
    { since, until, times: 2 },
    'the cool-down after the per-user marketing limit 131049 (2 in a row) since 2027-01-04T12:00 until 2027-01-05T12:00',
  ],
  [
    'experiment',
    { since, until },
    "in Meta's marketing experiment (130472) since 2027-01-04T12:00, one message is tried again from 2027-01-05T12:00",
  ],
  [
    'reachability',
    { belief: 'suspect', since, until, times: 1 },
    'perhaps not on WhatsApp (131026) since 2027-01-04T12:00 until 2027-01-05T12:00',
  ],
  ['us-pause', { since }, "Meta's pause of marketing to US numbers since 2027-01-04T12:00"],
  ['consent', { topic: 'marketing', since }, 'the person has opted out (marketing) since 2027-01-04T12:00'],
  [
    'template',
    { template: 'spring_sale', status: 'PAUSED', since, reason: 'FIRST_PAUSE' },
    'the template spring_sale is PAUSED (FIRST_PAUSE) since 2027-01-04T12:00',
  ],
  [
    'portfolio',
    { limit: 2000, until },
    'as many people as the portfolio may write to in 24 hours (2000) until 2027-01-05T12:00',
  ],
  ['consent', {}, 'no consent'],
  ['caps', { max: 1, sent: 1 }, 'frequency cap used up (1/1)'],
  [
    'window',
    { endsAt: since, refusals: 2 },
    'no open 24-hour window (131047 × 2), the last one goes by 2027-01-04T12:00',
  ],
  ['quiet-hours', { from: '21:00', to: '08:00', until }, 'quiet hours 21:00–08:00 until 2027-01-05T12:00'],
])('%s is told by its facts', (policy, because, words) => {
  expect(policyWords(policy, because, time).en).toBe(words);
});

test('a reason of a simulation is as exact as its facts', () => {
  const out = { channel: 'whatsapp', topic: '', state: 'out' } as const;
  const { simulation } = played(offer(), { person: { consents: [out] } });
  const gate = simulation.trace.find((entry) => entry.kind === 'gate');
  const because = gate?.kind === 'gate' && gate.decision.do !== 'allow' ? gate.decision.because : undefined;
  expect(policyWords('consent', because, time).ko).toBe('수신을 거부한 고객');
});
