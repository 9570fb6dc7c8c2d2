import { describe, expect, test } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { checkSource } from '../../src/journey/check-answer.ts';
import type { Definition, DefinitionNode } from '../../src/journey/definition.ts';
import { outlineNodes } from '../../src/journey/outline-nodes.ts';

const hourMs = 3_600_000;

function outlined(node: DefinitionNode, journeys: readonly Definition[] = []) {
  const surroundings = { journeys: new Map(journeys.map((one) => [one.id, one])) };
  return outlineNodes({ nodes: { node } }, catalogue, surroundings)['node'];
}

describe('the outline of a node', () => {
  test('tells what a message sends, where, and what it waits for', () => {
    const alternate = { template: 'spring_sale_plain' };
    const with_ = {
      template: 'spring_sale',
      language: 'ko',
      await: 'read',
      within: '2h',
      expires: '1h',
      alternate,
    };
    expect(outlined({ type: 'whatsapp.template', with: with_ })).toMatchObject({
      isExact: true,
      channel: 'whatsapp',
      template: { name: 'spring_sale', language: 'ko' },
      alternate: { name: 'spring_sale_plain', language: 'ko' },
      awaits: 'read',
      category: null,
      copies: 1,
      inVain: ['experiment', 'limit.user', 'limit.us', 'limit.sender', 'undeliverable', 'account'],
      freeForm: false,
      successes: ['read'],
      // Gate, evidence, and four hours to settle.
      longestMs: 7 * hourMs,
    });
    expect(outlined({ type: 'whatsapp.message', with: { text: 'Hi', replyTo: 'ask' } })).toMatchObject({
      freeForm: true,
      waitsForWindow: true,
      category: 'service',
      quotes: [{ node: 'ask', path: ['replyTo'] }],
      template: null,
    });
  });

  test('tells events and times of waits, null where nothing bounds them', () => {
    const within = { event: 'order.placed', within: 'P1D' };
    expect(outlined({ type: 'wait.event', with: within })).toMatchObject({
      channel: null,
      events: ['order.placed'],
      outcomes: ['received', 'timeout'],
    });
    const until = { value: 'person.appointmentAt' };
    expect(outlined({ type: 'delay', with: { until } })?.longestMs).toBeNull();
    expect(outlined({ type: 'branch', with: { cases: [{ name: 'vip', if: 'true' }] } })).toMatchObject({
      longestMs: 0,
      waits: false,
      outcomes: ['vip', 'else'],
    });
  });

  test('has the outcomes of the journey that it awaits, and `exhausted` where visits are bounded', () => {
    const called: Definition = {
      id: 'called',
      name: 'Called',
      entry: { on: { api: true } },
      start: 'out',
      nodes: { out: { type: 'exit', with: { as: 'agreed' } } },
    };
    const call = { type: 'journey.run', with: { journey: 'called' }, maxVisits: 2 };
    expect(outlined(call, [called])).toMatchObject({
      outcomes: ['agreed', 'exhausted'],
      successes: ['agreed'],
      calls: { journey: 'called', awaited: true },
    });
    expect(outlined(call)?.outcomes).toEqual(['exhausted']);
    const started = { type: 'journey.run', with: { journey: 'called', wait: false } };
    expect(outlined(started)?.calls).toEqual({ journey: 'called', awaited: false });
  });

  test('presumes all that the type can give while the config does not fit', () => {
    const sms = outlined({ type: 'sms.send', with: {} });
    expect(sms).toMatchObject({ isExact: false, channel: 'sms', awaits: null, longestMs: null });
    expect(sms?.outcomes).toEqual(expect.arrayContaining(['accepted', 'unresolved', 'invalid']));
    expect(outlined({ type: 'branch', with: {} })).toMatchObject({ isExact: false, outcomes: [] });
  });

  test('is none where nobody knows the type', () => {
    expect(outlined({ type: 'acme.stamp' })).toBeUndefined();
  });
});

describe('the answer of a check', () => {
  const nodes = { text: { type: 'sms.send', with: { text: 'Hi' }, next: 'end' }, end: { type: 'exit' } };

  test('of a sound journey has its hash and its worst cases', () => {
    const journey = { id: 'sound', name: 'Sound', entry: { on: { api: true } }, start: 'text', nodes };
    const answer = checkSource(JSON.stringify(journey), catalogue);
    expect(answer.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(answer.analysis?.messages.total).toBe(1);
    expect(Object.keys(answer.nodes)).toEqual(['text', 'end']);
  });

  test('still outlines the nodes of a document that is no definition yet', () => {
    const { issues, nodes: outlines, hash } = checkSource(JSON.stringify({ id: 'Draft', nodes }), catalogue);
    expect(hash).toBeNull();
    expect(issues.length).toBeGreaterThan(0);
    expect(outlines['text']).toMatchObject({ channel: 'sms', awaits: 'accepted' });
  });

  test.each([
    '',
    '{',
    '[]',
    'null',
    '7',
    '{ "nodes": 7 }',
    '{ "language": 99, "nodes": {} }',
    '{ "nodes": { "a": null } }',
  ])('of %j has issues and no nodes', (source) => {
    const { issues, nodes: outlines } = checkSource(source, catalogue);
    expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
    expect(outlines).toEqual({});
  });

  test('survives the way over the wire', () => {
    const answer = checkSource(JSON.stringify({ id: 'Draft', nodes }), catalogue);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
});
