import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Evidence, isUnderWay, judgeEvidence, strongestEvidence } from '../../src/messaging/evidence.ts';
import { awaitableWords, evidenceWords } from '../../src/messaging/outcomes.ts';
import { failureOfCode } from '../../src/whatsapp/errors.ts';

const judging = { lastToken: 'att_2', outcomeOf: (code: string) => failureOfCode(code).outcome };
const fact = (kind: Evidence['kind'], code = '', token = 'att_2'): Evidence => ({ kind, code, token });
const judge = (evidence: readonly Evidence[], awaits: (typeof awaitableWords)[number] = 'delivered') =>
  judgeEvidence(evidence, awaits, judging);

describe('evidence', () => {
  test.each([
    ['accepted', 'accepted sent delivered read clicked replied'],
    ['delivered', 'delivered read clicked replied'],
    ['read', 'read clicked replied'],
    ['clicked', 'clicked'],
    ['replied', 'replied'],
  ] as const)('%s is satisfied by %s, and the outcome is the awaited word', (awaits, words) => {
    const satisfying = evidenceWords.filter((word) => judge([fact(word)], awaits)?.outcome === awaits);
    expect(satisfying.sort()).toEqual(words.split(' ').sort());
  });

  test('settles nothing while there is none', () => {
    expect(judge([])).toBeUndefined();
    expect(judge([fact('accepted'), fact('sent')])).toBeUndefined();
  });

  test('of failure settles with what the code stands for', () => {
    expect(judge([fact('accepted'), fact('failed', '130472')])).toEqual({
      outcome: 'experiment',
      code: '130472',
    });
  });

  test('of delivery beats failure', () => {
    expect(judge([fact('failed', '131026'), fact('delivered')])).toEqual({ outcome: 'delivered' });
  });

  test('of delivery keeps a failure from settling a wait for more', () => {
    expect(judge([fact('failed', '131026'), fact('delivered')], 'read')).toBeUndefined();
  });

  test('of failure of an attempt that was followed by another says nothing', () => {
    expect(judge([fact('failed', '131049', 'att_1')])).toBeUndefined();
    expect(judge([fact('failed', '131049', '')])).toMatchObject({ outcome: 'limit.user' });
  });

  test('of delivery of any attempt counts', () => {
    expect(judge([fact('delivered', '', 'att_1')])).toEqual({ outcome: 'delivered' });
  });
});

const anyFact = fc.record({
  kind: fc.constantFrom(...evidenceWords),
  code: fc.constantFrom('130472', '131026', '131049'),
  token: fc.constantFrom('', 'att_1', 'att_2'),
});
const anyFacts = fc.array(
  anyFact.map(({ kind, code, token }) => fact(kind, kind === 'failed' ? code : '', token)),
  { maxLength: 8 },
);
const anyWord = fc.constantFrom(...awaitableWords);

describe('whatever the evidence', () => {
  test('its order and how often it comes do not matter', () => {
    const withShuffle = anyFacts.chain((facts) => {
      const repeated = fc.array(fc.constantFrom(...(facts.length === 0 ? [fact('sent')] : facts)), {
        maxLength: 6,
      });
      const again = facts.length === 0 ? fc.constant([]) : repeated;
      const shuffled = again.chain((copies) => {
        const all = [...facts, ...copies];
        return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
      });
      return fc.tuple(fc.constant(facts), shuffled);
    });
    fc.assert(
      fc.property(withShuffle, anyWord, ([facts, shuffled], awaits) => {
        expect(judge(shuffled, awaits)).toEqual(judge(facts, awaits));
        expect(strongestEvidence(shuffled)).toBe(strongestEvidence(facts));
      }),
      { numRuns: 2_000 },
    );
  });

  test('what was hoped for is never taken back by more of it', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyWord, (facts, more, awaits) => {
        if (judge(facts, awaits)?.outcome === awaits)
          expect(judge([...facts, ...more], awaits)).toEqual({ outcome: awaits });
      }),
      { numRuns: 1_000 },
    );
  });

  test('who satisfies a later word has satisfied the earlier one', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        if (judge(facts, 'read')?.outcome !== 'read') return;
        expect(judge(facts, 'delivered')).toEqual({ outcome: 'delivered' });
        expect(judge(facts, 'accepted')).toEqual({ outcome: 'accepted' });
      }),
    );
  });
});

test.each([
  ['nothing', [], false],
  ['a word of another attempt that was taken', [fact('sent', '', 'att_1')], true],
  ['a failure of the attempt that was taken', [fact('sent'), fact('failed', '131000')], false],
  ['a failure of another attempt', [fact('sent', '', 'att_1'), fact('failed', '131000')], true],
  ['a failure and yet an arrival', [fact('failed', '131026'), fact('delivered')], true],
])('a copy is under way by %s: %s', (_what, evidence, expected) => {
  expect(isUnderWay(evidence)).toBe(expected);
});
