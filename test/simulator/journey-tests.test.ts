// Journey tests: what passes, what is told of a difference, and what tests cover.

import { expect, test } from 'vitest';
import { nodeTypes } from '../../activities/nodes/index.ts';
import { journeyTestSchema } from '../../src/simulator/journey-test.ts';
import { runJourneyTests } from '../../src/simulator/run-journey-tests.ts';
import { scriptSchema } from '../../src/simulator/script.ts';
import { toJourneyTest } from '../../src/simulator/to-journey-test.ts';
import { offer, played } from './simulated.ts';

function results(...tests: readonly object[]) {
  const suite = journeyTestSchema.parse({ journey: './offer.json', tests });
  return runJourneyTests({ definition: offer(), nodeTypes, tests: suite.tests });
}

const delivered = { name: 'delivered', world: [{ deliver: true }] };

test('a test passes when all that it says is so', () => {
  const expectation = {
    path: ['offer -> delivered', 'done→reached'],
    outcome: 'reached',
    messages: [{ node: 'offer', channel: 'whatsapp', template: 'spring_sale', text: 'guest' }],
  };
  expect(results({ ...delivered, expect: expectation })).toMatchObject({ passed: true });
});

test('a difference in the path shows where', () => {
  const { results: [result] = [] } = results({
    ...delivered,
    expect: { path: ['offer→silent', 'done→reached'] },
  });
  expect(result?.differences).toEqual([
    {
      kind: 'path',
      lines: [
        { mark: '-', text: 'offer→silent' },
        { mark: '+', text: 'offer→delivered' },
        { mark: ' ', text: 'done→reached' },
      ],
    },
  ]);
});

test('messages, ends and leftover steps are told', () => {
  const world = [{ deliver: true }, { deliver: true }];
  const expectation = { outcome: 'lost', ended: false, messages: [{ channel: 'sms' }] };
  const { passed, results: [result] = [] } = results({ name: 'all wrong', world, expect: expectation });
  expect(passed).toBe(false);
  expect(result?.differences.map(({ kind }) => kind)).toEqual(['outcome', 'ended', 'message', 'leftover']);
});

test('coverage tells edges and outcomes that no test takes', () => {
  const { coverage } = results({ ...delivered, expect: {} }, { name: 'silent', expect: {} });
  expect(coverage.edges).toMatchObject({ all: 6, taken: 3, percent: 50 });
  expect(coverage.edges.untaken).toEqual(['offer unresolved→text', 'text *→lost', 'text unresolved→lost']);
  expect(coverage.outcomes.untaken).toContain('offer→limit.user');
  expect(coverage.outcomes.untaken).not.toContain('offer→silent');
});

test('a simulation saved as a test passes', () => {
  const script = scriptSchema.parse({ start: '2027-01-04T01:00:00Z', world: [{ refuse: 131049 }] });
  const { simulation } = played(offer(), { world: [{ refuse: 131049 }] });
  const saved = toJourneyTest('over the limit', script, simulation);
  expect(saved.expect.path).toEqual(['offer→limit.user', 'text→accepted', 'done→reached']);
  expect(results(saved).passed).toBe(true);
});
