// `whatsapp.wait-reply`: which answer is heard as what, and which one is passed over.

import { describe, expect, test } from 'vitest';
import type { HeardEvent } from '../../../src/node-kit/index.ts';
import { configured, refusalsOf, visit } from '../../support/flow-visit.ts';

const type = 'whatsapp.wait-reply';
const with_ = {
  to: 'offer',
  choices: { yes: 'accepted', no: 'declined', later: 'declined' },
  keywords: { refund: ['환불', 'refund'] },
  within: '2h',
};
const reply = (data: object, id = 'evt_1'): HeardEvent => ({
  id,
  name: 'whatsapp.inbound',
  data: { type: 'text', text: '', ...data },
});
const taken = (outcome: string, id = 'evt_1') => ({ outcome, changes: [{ kind: 'take', reply: id }] });

describe('an answer', () => {
  test.each([
    [{ payload: 'yes', text: 'Yes' }, 'accepted'],
    [{ payload: 'later', text: 'Not now' }, 'declined'],
    [{ text: '환불!' }, 'refund'],
    [{ text: ' ＲＥＦＵＮＤ ' }, 'refund'],
    [{ payload: 'unknown', text: 'Refund' }, 'refund'],
  ])('%o means %s, and counts for no other node', (data, outcome) => {
    expect(visit(type, with_, { heard: reply(data) })).toEqual(taken(outcome));
  });

  test('that means nothing is passed over', () => {
    expect(visit(type, with_, { heard: reply({ text: 'hello' }) })).toEqual({ ignored: true });
  });

  test('of any other kind is `other` where the author asks for it', () => {
    expect(visit(type, { ...with_, other: true }, { heard: reply({ text: 'hello' }) })).toEqual(
      taken('other'),
    );
    expect(visit(type, { ...with_, other: true }, { heard: reply({ type: 'image' }) })).toEqual(
      taken('other'),
    );
  });

  test('is no reaction', () => {
    const reaction = reply({ type: 'reaction' });
    expect(visit(type, { ...with_, other: true }, { heard: reaction })).toEqual({ ignored: true });
  });
});

describe('what came before the wait', () => {
  test('counts: the first that means something', () => {
    const earlier = [reply({ text: 'hm' }, 'evt_1'), reply({ payload: 'no' }, 'evt_2')];
    expect(visit(type, with_, { earlier })).toEqual(taken('declined', 'evt_2'));
  });

  test('leaves the wait to go on where it means nothing', () => {
    expect(visit(type, with_, { now: 0, earlier: [reply({ text: 'hm' })] })).toEqual({ due: 7_200_000 });
  });
});

describe('the config', () => {
  test('says all outcomes', () => {
    const { node, config } = configured(type, { ...with_, other: true });
    expect(node.outcomes(config)).toEqual(['accepted', 'declined', 'refund', 'other', 'timeout']);
    expect(node.successes(config)).toEqual(['accepted', 'declined', 'refund', 'other']);
    expect(node.inboundOutcomes?.(config)).toEqual(['accepted', 'declined', 'refund', 'other']);
  });

  test.each([
    [{ within: '2h' }, 'choices: choices, keywords or "other": true say which answers count'],
    [
      { within: '2h', choices: { yes: 'timeout' } },
      'choices.yes: timeout and other are outcomes of their own',
    ],
  ])('%o is refused', (bad, refusal) => expect(refusalsOf(type, bad)).toEqual([refusal]));
});
