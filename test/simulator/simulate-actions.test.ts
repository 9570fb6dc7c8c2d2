import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeTypes } from '../../activities/nodes/index.ts';
import type { Definition } from '../../src/journey/definition.ts';
import type { Surroundings } from '../../src/journey/surroundings.ts';
import { failureChoices } from '../../src/simulator/failure-choices.ts';
import type { SimulatedAction } from '../../src/simulator/play-actions.ts';
import { runJourneyTests } from '../../src/simulator/run-journey-tests.ts';
import { prepareSimulation, simulateActions } from '../../src/simulator/simulate-actions.ts';
import type { EnteredAnswer } from '../../src/simulator/simulation-answer.ts';
import { toJourneyTestCase } from '../../src/simulator/to-journey-test-case.ts';
import { hourMs, journeyOf, mondayAtTen, offer } from './simulated.ts';

const start = new Date(mondayAtTen).toISOString();

function shown(
  definition: Definition,
  actions: readonly SimulatedAction[],
  surroundings: Surroundings = {},
): EnteredAnswer {
  const answer = simulateActions({ definition, nodeTypes, surroundings }, { start, actions: [...actions] });
  if (!answer.entered) throw new TypeError(answer.words.en);
  return answer;
}

const way = ({ path }: EnteredAnswer) => path.map(({ node, outcome }) => `${node}→${outcome ?? ''}`);

describe('actions', () => {
  test('stop where the run rests after the last one', () => {
    const { rest, ended, possible } = shown(offer(), []);
    expect(ended).toBeNull();
    expect(rest).toMatchObject({
      node: 'offer',
      waiting: 'evidence',
      message: 'offer',
      due: mondayAtTen + 2 * hourMs,
    });
    expect(rest?.words.ko).toBe('메시지에 대한 증거를 기다림');
    expect(possible.slice(0, 5).map(({ kind }) => kind)).toEqual([
      'deliver',
      'read',
      'click',
      'fail',
      'silence',
    ]);
    expect(possible).toContainEqual({ kind: 'next', due: mondayAtTen + 2 * hourMs });
  });

  test('light up the path with its times and the edges that were followed', () => {
    const answer = shown(offer(), [{ advance: '30m' }, { fail: 130472 }]);
    expect(answer.path).toMatchObject([
      {
        node: 'offer',
        outcome: 'experiment',
        code: '130472',
        enteredAt: mondayAtTen,
        settledAt: mondayAtTen + hourMs / 2,
        edge: { key: '*', to: 'text' },
      },
      { node: 'text', outcome: 'accepted', edge: { key: 'accepted', to: 'done' } },
      { node: 'done', outcome: 'reached', edge: null },
    ]);
    expect(answer.ended).toBe('reached');
    expect(answer.possible).toEqual([]);
    expect(answer.coverage.edges).toEqual([
      { node: 'offer', key: '*' },
      { node: 'text', key: 'accepted' },
    ]);
  });

  test('say where in the trace each of them was done', () => {
    const { lines, trace } = shown(offer(), [{ hold: true }, { advance: '30m' }, { fail: 130472 }]);
    expect(lines[0]).toBe(0);
    expect(trace[lines[2] ?? 0]).toMatchObject({ kind: 'evidence', label: { en: 'evidence' } });
    expect(trace[(lines[2] ?? 0) - 1]?.kind).toBe('waiting');
  });

  test('that stand first are the answers to the first message', () => {
    expect(way(shown(offer(), [{ refuse: 131026 }]))).toEqual([
      'offer→undeliverable',
      'text→accepted',
      'done→reached',
    ]);
  });

  test('of one journey that is compiled once don’t know of each other', () => {
    const simulate = prepareSimulation({ definition: offer(), nodeTypes });
    const failed = simulate({ start, actions: [{ fail: 131049 }] });
    expect(simulate({ start, actions: [] })).toEqual(shown(offer(), []));
    expect(simulate({ start, actions: [{ fail: 131049 }] })).toEqual(failed);
  });

  test('go on to the next moment that something is due', () => {
    const answer = shown(offer(), [{ next: true }]);
    expect(answer.now).toBe(mondayAtTen + 2 * hourMs);
    expect(way(answer)[0]).toBe('offer→silent');
  });

  test('that met nothing are told, and answers that nothing came for yet', () => {
    const answer = shown(offer(), [{ deliver: 'nobody' }, { hold: true }, { tap: 'yes' }]);
    expect(answer.leftover).toEqual([0, 2]);
    expect(answer.pending).toEqual([{ hold: true }]);
  });

  test('of a person who may not enter give the reason in words', () => {
    const picky = offer({}, { entry: { on: { event: 'order.placed' }, if: 'event.total > 100' } });
    const asked = (event: object) =>
      simulateActions({ definition: picky, nodeTypes }, { start, event: { ...event }, actions: [] });
    expect(asked({ total: 7 })).toMatchObject({ entered: false, reason: 'condition' });
    expect(asked({})).toMatchObject({
      entered: false,
      reason: 'expression',
      code: 'EXPRESSION_MISSING_FIELD',
    });
  });
});

describe('messages', () => {
  const templates = [
    {
      name: 'spring_sale',
      language: 'ko',
      category: 'MARKETING',
      status: 'APPROVED',
      components: [
        { type: 'HEADER', format: 'TEXT', text: '봄 세일' },
        { type: 'BODY', text: '{{1}}님, 지금 시작합니다.' },
        { type: 'FOOTER', text: '수신거부 080' },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'QUICK_REPLY', text: '좋아요' },
            { type: 'URL', text: '보기', url: 'https://example.org/{{1}}' },
          ],
        },
      ],
    },
  ];
  const buttons = [
    { index: 0, payload: 'yes' },
    { index: 1, text: 'spring' },
  ];

  test('read as on the phone where the template is known', () => {
    const [message] = shown(offer({ buttons }), [{ read: true }], { templates }).messages;
    expect(message).toMatchObject({
      channel: 'whatsapp',
      to: '+82 ••• 0000',
      ticks: { sent: mondayAtTen, delivered: mondayAtTen, read: mondayAtTen },
      failure: null,
      message: {
        kind: 'template',
        template: { isComplete: true, parameters: [{ name: '1', value: 'guest' }] },
        header: { kind: 'text', text: '봄 세일' },
        body: 'guest님, 지금 시작합니다.',
        footer: '수신거부 080',
        buttons: [
          { kind: 'reply', text: '좋아요', id: 'yes' },
          { kind: 'url', text: '보기', url: 'https://example.org/spring' },
        ],
      },
    });
  });

  test('show the parameters alone where it is not', () => {
    const [message] = shown(offer(), []).messages;
    expect(message?.message).toMatchObject({
      body: null,
      template: { isComplete: false, parameters: [{ name: '1', value: 'guest' }] },
    });
  });

  test('keep the failure with its time, and the text message its segments', () => {
    const { messages } = shown(offer(), [{ advance: '30m' }, { fail: 131049 }]);
    expect(messages).toMatchObject([
      { node: 'offer', failure: { code: '131049', at: mondayAtTen + hourMs / 2 } },
      {
        node: 'text',
        channel: 'sms',
        failure: null,
        message: { text: 'Hello', encoding: 'gsm-7', segments: 1 },
      },
    ]);
  });

  test('can be tapped once they have left, and what the person says is kept', () => {
    const asking = journeyOf({
      offer: {
        type: 'whatsapp.template',
        with: { template: 'spring_sale', language: 'ko', buttons },
        next: { delivered: 'answer', '*': 'done' },
      },
      answer: {
        type: 'whatsapp.wait-reply',
        with: { choices: { yes: 'accepted' }, within: '1h' },
        next: { accepted: 'done', timeout: 'done' },
      },
      done: { type: 'exit' },
    });
    const before = shown(asking, [{ deliver: true }]);
    expect(before.possible).toContainEqual({ kind: 'tap', id: 'yes', title: null, message: 'offer' });
    const after = shown(asking, [{ deliver: true }, { tap: 'yes' }]);
    expect(way(after)).toEqual(['offer→delivered', 'answer→accepted', 'done→done']);
    expect(after.inbound).toMatchObject([{ kind: 'tap', text: 'yes' }]);
  });
});

describe('an awaited sub-journey', () => {
  const called = journeyOf(
    {
      ask: { type: 'delay', with: { for: '1h' }, next: 'out' },
      out: { type: 'exit', with: { as: 'agreed' } },
    },
    { id: 'called' },
  );
  const outer = journeyOf({
    call: { type: 'journey.run', with: { journey: 'called' }, next: { agreed: 'done' } },
    done: { type: 'exit' },
  });

  test('is lit up inside, and its outcome on the edge of the node that calls it', () => {
    const answer = shown(outer, [{ next: true }], { journeys: new Map([['called', called]]) });
    expect(way(answer)).toEqual(['call/ask→done', 'call/out→agreed', 'call→agreed', 'done→done']);
    expect(answer.path[2]?.edge).toEqual({ key: 'agreed', to: 'done' });
  });
});

describe('saved as a journey test', () => {
  const action: fc.Arbitrary<SimulatedAction> = fc.constantFrom(
    { deliver: true },
    { read: true },
    { click: true },
    { fail: 131049 },
    { fail: 130472 },
    { refuse: 131026 },
    { hold: true },
    { lose: true },
    { reply: 'ok' },
    { inbound: 'hello' },
    { event: 'order.placed', data: { total: 7 } },
    { advance: '30m' },
    { advance: 'P1D' },
    { silence: true },
    { exit: 'stopped' },
    { next: true },
  );
  const journey = journeyOf({
    offer: {
      type: 'whatsapp.template',
      with: { template: 'spring_sale', language: 'ko', within: '2h' },
      next: { delivered: 'think', unresolved: 'text', '*': 'text' },
    },
    think: {
      type: 'wait.event',
      with: { event: 'order.placed', within: 'P1D' },
      next: { received: 'done', timeout: 'again' },
    },
    again: {
      type: 'whatsapp.message',
      with: { text: 'Still there?', within: '1h' },
      next: { delivered: 'done', unresolved: 'text', '*': 'text' },
    },
    text: {
      type: 'sms.send',
      with: { text: 'Hello' },
      next: { '*': 'done', accepted: 'done', unresolved: 'done' },
    },
    done: { type: 'exit' },
  });

  test('any list of actions gives a test that passes and begins with the same way', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 8 }), (actions) => {
        const input = { definition: journey, nodeTypes };
        const answer = shown(journey, actions);
        const saved = toJourneyTestCase('', input, { start, actions });
        if (saved === undefined) throw new TypeError('The person enters.');
        const { results } = runJourneyTests({ ...input, tests: [saved] });
        expect(results[0]?.differences).toEqual([]);
        const settled = answer.path.flatMap(({ node, outcome }) =>
          outcome === null ? [] : [`${node}→${outcome}`],
        );
        expect(saved.expect.path?.slice(0, settled.length)).toEqual(settled);
      }),
      { numRuns: 60 },
    );
  });
});

test('codes to choose from come with the usual ones first, each with words and outcome', () => {
  const choices = failureChoices();
  expect(choices.slice(0, 3)).toMatchObject([
    { code: '131049', outcome: 'limit.user', isUsual: true },
    { code: '130472', outcome: 'experiment' },
    { code: '131026', outcome: 'undeliverable' },
  ]);
  expect(new Set(choices.map(({ code }) => code)).size).toBe(choices.length);
  expect(choices.filter(({ words }) => words.en === '' || words.ko === '')).toEqual([]);
});
