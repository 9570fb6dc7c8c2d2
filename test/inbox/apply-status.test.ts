// Evidence is joined in the real ledger: the answer to the POST and the webhooks come in any order, any number of
// times, and end the same. The activity is the real one; only its answer is held back until the order calls for it.

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActivityAnswer } from '../../src/machine/vocabulary.ts';
import type { ChannelClient, Delivery } from '../../src/messaging/delivery.ts';
import { failureOutcomes } from '../../src/messaging/outcomes.ts';
import { createSendWorld, minute, noon, type SendWorld } from '../activities/engine/send-world.ts';
import type { Visit } from '../activities/engine/visit.ts';

/** POSTs under way, oldest first, and whoever waits for one. */
const posts: ((delivery: Delivery) => void)[] = [];
let arrived: () => void = () => {};

const slow: ChannelClient = {
  channel: 'whatsapp',
  deliver: () =>
    new Promise((resolve) => {
      posts.push(resolve);
      arrived();
    }),
};

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld({ clients: [slow] });
});
afterAll(() => world.stop());

const deliveries: Record<'accepted' | 'lost', Delivery> = {
  accepted: { result: 'accepted', providerMessageId: 'taken', httpStatus: 200 },
  lost: { result: 'unknown', reason: 'reset' },
};

type Fact = 'answer' | 'sent' | 'delivered' | 'read' | `failed ${string}`;
/** When each happened, whenever we hear of it. */
const happened: Record<string, number> = { sent: noon + 1_000, delivered: noon + 2_000, read: noon + 3_000 };

interface Joined {
  /** Outcomes that the run heard. */
  readonly told: readonly string[];
  readonly send: unknown;
  readonly memory: unknown;
}

/** Lets the facts come in this order, then asks the ledger once more, as a run that waits would. */
async function join(
  facts: readonly Fact[],
  awaits: string,
  answer: keyof typeof deliveries,
): Promise<Joined> {
  const visit = await world.offer({ with: { await: awaits } });
  const posted = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const executing = visit.execute(noon);
  await posted;
  const told: string[] = [];
  const hear = (result: ActivityAnswer) => result.status === 'settled' && told.push(result.outcome);
  for (const fact of facts) {
    if (fact === 'answer') {
      posts.shift()?.(deliveries[answer]);
      hear(await executing);
    } else {
      told.push(...(await statusOf(visit, fact)));
    }
  }
  if (told.length === 0) hear(await visit.execute(noon + minute));
  return { told, send: await sendOf(visit), memory: await memoryOf(visit) };
}

async function statusOf(visit: Visit, fact: Fact): Promise<string[]> {
  const [word, code] = fact.split(' ') as ['failed' | 'sent', string?];
  const at = happened[word] ?? noon + 4_000;
  const signals = await visit.status(word, { at, ...(code === undefined ? {} : { code }) });
  return signals.map((owed) => (owed.signal === 'evidence' ? owed.body.outcome : owed.signal));
}

async function sendOf(visit: Visit) {
  const { state, outcome, code, late, reached, attempted } = await visit.send();
  return { state, outcome, code, late, reached, attempted };
}

async function memoryOf(visit: Visit) {
  const { person_id: _person, ...memory } = (await visit.memory()) ?? { person_id: '' };
  return memory;
}

const success = fc.subarray<Fact>(['sent', 'delivered', 'read']);
const failure = fc
  .tuple(
    fc.subarray<Fact>(['sent']),
    fc.constantFrom<Fact>('failed 130472', 'failed 131049', 'failed 131026'),
  )
  .map((facts) => facts.flat() as Fact[]);
const anything = fc.subarray<Fact>(['sent', 'delivered', 'read', 'failed 131049', 'failed 131026']);

/** The facts as they happened, and the same facts repeated and shuffled, the answer anywhere among them. */
const ordersOf = (facts: fc.Arbitrary<Fact[]>) =>
  facts.chain((happenedSo) => {
    const again =
      happenedSo.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...happenedSo), { maxLength: 4 });
    return again.chain((copies) => {
      const heard: Fact[] = ['answer', ...happenedSo, ...copies];
      const shuffled = fc.shuffledSubarray(heard, { minLength: heard.length, maxLength: heard.length });
      return fc.record({ inOrder: fc.constant<Fact[]>(['answer', ...happenedSo]), shuffled });
    });
  });
const anyAnswer = fc.constantFrom('accepted' as const, 'lost' as const);
const awaitsMore = fc.constantFrom('delivered', 'read');

const runs = { numRuns: 40 };

describe('evidence in any order, any number of times', () => {
  test('gives one outcome, told once, and one memory', async () => {
    await fc.assert(
      fc.asyncProperty(
        ordersOf(fc.oneof(success, failure)),
        awaitsMore,
        anyAnswer,
        async (orders, awaits, answer) => {
          const shuffled = await join(orders.shuffled, awaits, answer);
          expect(shuffled).toEqual(await join(orders.inOrder, awaits, answer));
          expect(shuffled.told.length).toBeLessThanOrEqual(1);
          expect(shuffled.send).toMatchObject({ late: false, attempted: true });
        },
      ),
      runs,
    );
  }, 60_000);

  test('that contradicts itself is told once, is late exactly where delivery followed a failure, and is remembered alike', async () => {
    await fc.assert(
      fc.asyncProperty(ordersOf(anything), awaitsMore, anyAnswer, async (orders, awaits, answer) => {
        const { told, send, memory } = await join(orders.shuffled, awaits, answer);
        const failed = (failureOutcomes as readonly string[]).includes(told[0] ?? '');
        const delivered = orders.inOrder.includes('delivered') || orders.inOrder.includes('read');
        expect(told.length).toBeLessThanOrEqual(1);
        expect(send).toMatchObject({ outcome: told[0] ?? null, late: failed && delivered });
        expect(memory).toEqual((await join(orders.inOrder, awaits, answer)).memory);
      }),
      runs,
    );
  }, 60_000);
});

describe('a status', () => {
  test('that outruns the answer is not signalled; the answer finds it', async () => {
    expect(await join(['delivered', 'answer'], 'delivered', 'accepted')).toMatchObject({
      told: ['delivered'],
      send: { state: 'settled', outcome: 'delivered' },
    });
  });

  test('of failure is told with its code and remembered once, however often it comes', async () => {
    const { memory, told } = await join(
      ['answer', 'failed 131049', 'failed 131049', 'failed 131049'],
      'delivered',
      'accepted',
    );
    expect(told).toEqual(['limit.user']);
    expect(memory).toMatchObject({ cooldown_count: 1, cooldown_since: new Date(noon + 4_000) });
  });

  test.each([
    [['answer', 'delivered', 'failed 131026']],
    [['answer', 'failed 131026', 'delivered']],
    [['failed 131026', 'read', 'answer']],
  ] as const)('of failure makes nobody unreachable whom the same message has reached: %j', async (facts) => {
    const { memory } = await join(facts, 'delivered', 'accepted');
    expect(memory).toMatchObject({ unreachable_at: null, unreachable_count: 0 });
  });

  test('keeps what Meta charges for', async () => {
    const visit = await world.offer();
    const posted = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const executing = visit.execute(noon);
    await posted;
    posts.shift()?.(deliveries.accepted);
    await executing;
    await visit.status('delivered', { at: noon, price: { category: 'marketing', type: 'free_entry_point' } });
    const { id } = await visit.send();
    const evidence = world.store.selectFrom('evidence').select(['kind', 'price_category', 'price_type']);
    expect(await evidence.where('send_id', '=', id).orderBy('kind').execute()).toEqual([
      { kind: 'accepted', price_category: null, price_type: null },
      { kind: 'delivered', price_category: 'marketing', price_type: 'free_entry_point' },
    ]);
  });

  test('that the message has arrived stands, though a repeat of it is refused for good', async () => {
    const visit = await world.offer({ with: { template: 'login_code' } });
    const answerWith = async (at: number, answerOf: () => Promise<Delivery>) => {
      const posted = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      const executing = visit.execute(at);
      await posted;
      posts.shift()?.(await answerOf());
      return executing;
    };
    await world.template('login_code', { category: 'authentication' });
    expect(await answerWith(noon, async () => deliveries.lost)).toMatchObject({ status: 'unknown' });
    const [first] = await visit.attempts();
    const repeated = await answerWith(noon + minute, async () => {
      await visit.status('delivered', { at: noon, token: first?.token ?? '' });
      const failure = { code: '131009', outcome: 'invalid', retry: 'never' } as const;
      return { result: 'refused', failure, httpStatus: 400 };
    });
    expect(repeated).toMatchObject({ status: 'settled', outcome: 'delivered' });
  });

  test('of a message that is not ours changes nothing', async () => {
    const visit = await world.visit('whatsapp.message', { text: 'Hello' });
    await visit.execute(noon);
    expect(await visit.status('delivered', { at: noon })).toEqual([]);
    expect(await visit.send()).toMatchObject({ state: 'parked', reached: null });
  });
});
