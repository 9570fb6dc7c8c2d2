import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createId } from '../../src/store/ids.ts';
import { addNotice } from '../../src/store/notices.ts';
import { storeNumberWords } from '../../src/store/number-shown.ts';
import { storeDailyLimit } from '../../src/store/portfolios.ts';
import { storeRestriction } from '../../src/store/restrictions.ts';
import { createHttpWorld, type HttpWorld } from './world.ts';

let world: HttpWorld;
let id = '';
const since = new Date(Date.now() - 60_000);

beforeAll(async () => {
  world = await createHttpWorld();
});
afterAll(() => world.stop());

beforeEach(async () => {
  id = createId('sdr');
  const values = { id, channel: 'whatsapp' as const, provider_id: id, account_id: `waba-${id}` };
  await world.store.insertInto('sender').values(values).execute();
});

const lock = (kind: 'soft-lock' | 'business-initiated', until: Date | null) =>
  world.store.transaction().execute((trx) =>
    storeRestriction(trx, {
      ...{ scope: 'account', scopeId: `waba-${id}`, kind, reason: 'ACCOUNT_RESTRICTION' },
      ...{ since, until },
    }),
  );

test('a sender is shown with its rate, its people, what holds it back, and what Meta has said', async () => {
  await lock('soft-lock', null);
  await world.store.transaction().execute(async (trx) => {
    await storeDailyLimit(trx, { portfolioId: `waba-${id}`, limit: 250, at: since });
    const words = { displayPhone: '821012345678', health: 'AVAILABLE', quality: 'GREEN' };
    await storeNumberWords(trx, id, words);
    const facts = { restrictions: 'RESTRICTED_BIZ_INITIATED_MESSAGING' };
    const notice = { event: 'ACCOUNT_RESTRICTION', severity: 'critical', facts, at: since } as const;
    await addNotice(trx, { scope: 'account', scopeId: `waba-${id}`, ...notice });
  });
  const shown = (await world.get(`/v1/senders/${id}`)).json();
  expect(shown).toEqual({
    id,
    channel: 'whatsapp',
    name: 'default',
    active: true,
    providerId: id,
    accountId: `waba-${id}`,
    portfolioId: null,
    shown: { phone: '821012345678', health: 'AVAILABLE', quality: 'GREEN' },
    rate: { perSecond: 80, now: 80, inboundPerSecond: 0, slowedAt: null },
    people: { limit: 250, today: 0 },
    restrictions: [
      {
        scope: 'account',
        kind: 'soft-lock',
        detail: '',
        reason: 'ACCOUNT_RESTRICTION',
        since: since.toISOString(),
        until: null,
      },
    ],
    parked: {},
    notices: [
      {
        scope: 'account',
        event: 'ACCOUNT_RESTRICTION',
        severity: 'critical',
        facts: { restrictions: 'RESTRICTED_BIZ_INITIATED_MESSAGING' },
        at: since.toISOString(),
      },
    ],
  });
  const { senders } = (await world.get('/v1/senders')).json();
  expect(senders).toContainEqual(expect.objectContaining({ id }));
});

test('an operator lifts a soft lock once', async () => {
  await lock('soft-lock', null);
  const done = await world.post(`/v1/senders/${id}/acknowledge`, { perSecond: 5 });
  expect(done.json()).toEqual({
    lifted: [{ kind: 'soft-lock', reason: 'ACCOUNT_RESTRICTION' }],
    sends: 0,
    seconds: 0,
  });
  const shown = (await world.get(`/v1/senders/${id}`)).json();
  expect(shown).toMatchObject({ restrictions: [], notices: [{ event: 'ACKNOWLEDGED' }] });
  const again = await world.post(`/v1/senders/${id}/acknowledge`, { perSecond: 5 });
  expect(again.statusCode).toBe(409);
  expect(again.json()).toMatchObject({ code: 'SENDER_FREE' });
});

test('what Meta has set an end to is not an operator’s to lift', async () => {
  await lock('business-initiated', new Date(Date.now() + 3_600_000));
  const answer = await world.post(`/v1/senders/${id}/acknowledge`, { perSecond: 5 });
  expect(answer.json()).toMatchObject({ code: 'SENDER_FREE' });
  expect((await world.get(`/v1/senders/${id}`)).json().restrictions).toHaveLength(1);
});

test.each([{}, { perSecond: 0 }, { perSecond: 1.5 }, { perSecond: 5, more: true }])(
  'a drain of %j is refused, and nothing is lifted',
  async (body) => {
    await lock('soft-lock', null);
    expect((await world.post(`/v1/senders/${id}/acknowledge`, body)).statusCode).toBe(422);
    expect((await world.get(`/v1/senders/${id}`)).json().restrictions).toHaveLength(1);
  },
);

test('an id that PostgreSQL takes none of is no address', async () => {
  for (const path of ['/v1/senders/%00', '/v1/runs/%00', '/v1/people/a%00b']) {
    expect((await world.get(path)).statusCode).toBe(404);
  }
});

test('an unknown sender is told in the caller’s language', async () => {
  expect((await world.get('/v1/senders/sdr_none')).json()).toMatchObject({
    code: 'SENDER_UNKNOWN',
    status: 404,
  });
  const answer = await world.post(
    '/v1/senders/sdr_none/acknowledge',
    { perSecond: 1 },
    { 'accept-language': 'ko' },
  );
  expect(answer.json().title).toBe('이 id의 발신자가 없습니다.');
});
