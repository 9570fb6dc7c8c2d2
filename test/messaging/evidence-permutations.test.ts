// Ten thousand permutations: what is known of a send, and so what its run does, depends on the facts alone; not on their
// order, not on how often they come or how late, and not on whether the answer to the POST was heard (DESIGN 7.3).

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Evidence,
  judgeEvidence,
  strongestEvidence,
  type Verdict,
} from '../../src/messaging/evidence.ts';
import { type AwaitableWord, awaitableWords } from '../../src/messaging/outcomes.ts';
import { failureOfCode } from '../../src/whatsapp/errors.ts';

const permutations = 10_000;
const judging = { lastToken: 'att_2', outcomeOf: (code: string) => failureOfCode(code).outcome };

const about = (kind: Evidence['kind'], code = '', token = 'att_2'): Evidence => ({ kind, code, token });
const words = fc.constantFrom<Evidence['kind']>('sent', 'delivered', 'read', 'clicked', 'replied');
const fact = fc.oneof(
  fc.tuple(words, fc.constantFrom('att_1', 'att_2')).map(([kind, token]) => about(kind, '', token)),
  fc
    .tuple(
      fc.constantFrom('130472', '131026', '131047', '131049', '132015'),
      fc.constantFrom('', 'att_1', 'att_2'),
    )
    .map(([code, token]) => about('failed', code, token)),
);

interface Story {
  readonly facts: readonly Evidence[];
  /** The same facts as they were heard. */
  readonly heard: readonly Evidence[];
  readonly awaits: AwaitableWord;
}

/** Facts, and a way in which they are heard: shuffled, some again, the answer to the POST anywhere among them or lost. */
const story: fc.Arbitrary<Story> = fc
  .record({ facts: fc.uniqueArray(fact, { selector: keyOf, maxLength: 7 }), answered: fc.boolean() })
  .chain(({ facts, answered }) => {
    const all = answered ? [...facts, about('accepted')] : facts;
    const again = all.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...all), { maxLength: 6 });
    return again.chain((copies) => {
      const heard = [...all, ...copies];
      return fc.record({
        facts: fc.constant(all),
        heard: fc.shuffledSubarray(heard, { minLength: heard.length, maxLength: heard.length }),
        awaits: fc.constantFrom(...awaitableWords),
      });
    });
  });

function keyOf({ kind, code, token }: Evidence): string {
  return `${kind}/${code}/${token}`;
}

/** The ledger's set of facts after each that was heard. */
function tellOneByOne(heard: readonly Evidence[]): Evidence[][] {
  const known = new Map<string, Evidence>();
  return heard.map((each) => [...known.set(keyOf(each), each).values()]);
}

const judge = (facts: readonly Evidence[], awaits: AwaitableWord): Verdict | undefined =>
  judgeEvidence(facts, awaits, judging);

test('the ledger comes to the same whatever the order, repetition and lateness', () => {
  fc.assert(
    fc.property(story, ({ facts, heard, awaits }) => {
      const ledger = tellOneByOne(heard).at(-1) ?? [];
      expect(ledger.map(keyOf).sort()).toEqual(facts.map(keyOf).sort());
      expect(judge(ledger, awaits)).toEqual(judge(facts, awaits));
      expect(strongestEvidence(ledger)).toBe(strongestEvidence(facts));
    }),
    { numRuns: permutations },
  );
});

const contradicts = (facts: readonly Evidence[]) =>
  facts.some(({ kind }) => kind === 'failed') &&
  facts.some(({ kind }) => !['failed', 'accepted'].includes(kind));

test('a run that is told once, at the first verdict, is told the last one wherever the facts do not contradict', () => {
  fc.assert(
    fc.property(story, ({ facts, heard, awaits }) => {
      // `accepted` is settled by the answer, before which nothing is told.
      if (awaits === 'accepted') return;
      const verdicts = tellOneByOne(heard).map((known) => judge(known, awaits));
      const told = verdicts.find((verdict) => verdict !== undefined);
      const last = judge(facts, awaits);
      const failures = facts.filter(({ kind }) => kind === 'failed');
      if (!contradicts(facts)) expect(told === undefined).toBe(last === undefined);
      if (!contradicts(facts) && failures.length < 2) expect(told).toEqual(last);
      // What was hoped for is never taken back.
      const hoped = verdicts.findIndex((verdict) => verdict?.outcome === awaits);
      const after = hoped < 0 ? [] : verdicts.slice(hoped);
      for (const verdict of after) expect(verdict).toEqual({ outcome: awaits });
    }),
    { numRuns: permutations },
  );
});

test('a lost answer changes nothing once a webhook came', () => {
  fc.assert(
    fc.property(story, ({ facts, awaits }) => {
      const webhooks = facts.filter(({ kind }) => kind !== 'accepted');
      if (webhooks.length === 0) return;
      const withAnswer = judge([...webhooks, about('accepted')], awaits);
      if (awaits === 'accepted' && withAnswer?.outcome === 'accepted') return;
      expect(judge(webhooks, awaits)).toEqual(withAnswer);
    }),
    { numRuns: permutations },
  );
});
