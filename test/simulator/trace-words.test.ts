import { expect, test } from 'vitest';
import { policyWords, toAnswerText, toHeardText } from '../../src/simulator/trace-words.ts';
import { offer, played } from './simulated.ts';

const time = (at: number) => new Date(at).toISOString();

test('every policy has words of its own in both languages', () => {
  const policies = ['quiet-hours', 'consent', 'us-pause', 'experiment', 'cooldown', 'reachability'];
  const others = ['recipient', 'caps', 'template', 'window', 'account', 'expires', 'exit-rule', 'operator'];
  for (const policy of [...policies, ...others]) {
    const { en, ko } = policyWords(policy, undefined, time);
    expect(en).not.toBe(policy);
    expect(ko).toMatch(/[가-힣]/);
  }
});

test('a reason is as exact as its facts', () => {
  const { simulation } = played(offer(), {
    person: { consents: [{ channel: 'whatsapp', topic: '', state: 'out' }] },
  });
  const gate = simulation.trace.find((entry) => entry.kind === 'gate');
  const facts = gate?.kind === 'gate' ? gate.facts : undefined;
  expect(policyWords('consent', facts, time).en).toBe('the person has opted out');
});

test('answers keep their code, people their words', () => {
  expect(toAnswerText('refused 131049', 'en')).toBe('refused (131049)');
  expect(toHeardText('inbound', '안녕하세요', 'ko')).toBe('고객이 보낸 메시지: “안녕하세요”');
});
