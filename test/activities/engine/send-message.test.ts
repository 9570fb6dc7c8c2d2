import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSendWorld, hour, minute, noon, type SendWorld } from './send-world.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld();
});
afterAll(() => world.stop());

const busy = { do: 'refuse', code: 131016 } as const;

describe('a send', () => {
  test('is accepted, waits for evidence as long as its author says, and is in the ledger', async () => {
    const visit = await world.offer();
    expect(await visit.execute(noon)).toMatchObject({
      status: 'accepted',
      send: expect.stringMatching(/^snd_/),
      due: noon + 2 * hour,
    });
    expect(await visit.send()).toMatchObject({ state: 'accepted', awaits: 'delivered', attempted: true });
    expect(await visit.attempts()).toMatchObject([{ number: 1, state: 'accepted', http_status: 200 }]);
  });

  test('that was accepted is found accepted, its wait no longer than before', async () => {
    const visit = await world.offer();
    const first = await visit.execute(noon);
    expect(await visit.execute(noon + hour)).toEqual(first);
    expect(visit.posts()).toBe(1);
  });

  test('that was settled meanwhile is found settled', async () => {
    const visit = await world.offer();
    await visit.execute(noon);
    await visit.status('read', { at: noon });
    expect(await visit.execute(noon)).toMatchObject({
      status: 'settled',
      outcome: 'delivered',
      attempted: true,
    });
    expect(visit.posts()).toBe(1);
  });

  test('executed twice at once makes one POST, and the one who has none says that nobody knows yet', async () => {
    const visit = await world.offer();
    world.meta.script(visit.phone, { do: 'deliver', delaysMs: { answer: 400 } });
    const answers = await Promise.all([visit.execute(noon), visit.execute(noon)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['accepted', 'unknown']);
    expect(visit.posts()).toBe(1);
    expect(await visit.send()).toMatchObject({ state: 'accepted' });
  });

  test('executed by many at once makes one POST', async () => {
    const visit = await world.offer();
    world.meta.script(visit.phone, { do: 'deliver', delaysMs: { answer: 300 } });
    await Promise.all(Array.from({ length: 8 }, () => visit.execute(noon)));
    expect(visit.posts()).toBe(1);
    expect(await visit.attempts()).toHaveLength(1);
  });

  test('that is refused for good settles with the code, and what it taught is remembered', async () => {
    const visit = await world.offer({ phone: '+61491570156' });
    world.meta.script(visit.phone, { do: 'refuse', code: 131049 });
    expect(await visit.execute(noon)).toMatchObject({
      status: 'settled',
      outcome: 'limit.user',
      code: '131049',
      attempted: true,
    });
    expect(await visit.memory()).toMatchObject({ cooldown_since: new Date(noon), cooldown_count: 1 });

    const next = await world.offer({ personId: visit.personId });
    expect(await next.execute(noon + hour)).toMatchObject({
      outcome: 'limit.user',
      attempted: false,
      policy: 'cooldown',
    });
    expect(visit.posts()).toBe(1);
  });

  test('that the provider holds waits for its release', async () => {
    const visit = await world.offer();
    world.meta.script(visit.phone, { do: 'hold' });
    expect(await visit.execute(noon)).toMatchObject({ status: 'held', due: noon + 3 * hour });
    expect(await visit.execute(noon + hour)).toMatchObject({ status: 'held', due: noon + 3 * hour });
    expect(await visit.status('delivered', { at: noon })).toMatchObject([{ body: { outcome: 'delivered' } }]);
  });

  test('that our own client refuses has not been attempted', async () => {
    const visit = await world.offer({ with: { body: ['{% for n in (1..500) %}0123456789{% endfor %}'] } });
    expect(await visit.execute(noon)).toMatchObject({
      status: 'settled',
      outcome: 'template.params',
      attempted: false,
    });
    expect(visit.posts()).toBe(0);
  });

  test('whose text grows too long is invalid and is not tried', async () => {
    const visit = await world.offer({ with: { body: ['{% for n in (1..60000) %}0123456789{% endfor %}'] } });
    expect(await visit.execute(noon)).toEqual({
      status: 'settled',
      outcome: 'invalid',
      attempted: false,
      code: 'NODE_TEXT',
    });
    expect(visit.posts()).toBe(0);
  });
});

describe('a send that an operator has to help', () => {
  test('has all its tries left after the repair', async () => {
    const visit = await world.offer();
    const expired = { do: 'refuse', code: 190 } as const;
    world.meta.script(visit.phone, expired, expired, expired, busy, busy, { do: 'deliver' });
    for (const at of [0, 1, 2])
      expect(await visit.execute(noon + at * minute)).toMatchObject({ policy: 'account' });
    for (const tries of [1, 2])
      await expect(visit.execute(noon + 3 * minute), String(tries)).rejects.toMatchObject({
        type: 'SEND_RETRY',
      });
    expect(await visit.execute(noon + 3 * minute)).toMatchObject({ status: 'accepted' });
  });

  test('waits for the repair, looks for it every minute and then goes out', async () => {
    const visit = await world.offer();
    world.meta.script(visit.phone, { do: 'refuse', code: 190 }, { do: 'deliver' });
    expect(await visit.execute(noon)).toMatchObject({
      status: 'parked',
      policy: 'account',
      until: noon + minute,
      due: noon + 72 * hour,
    });
    expect(await visit.execute(noon + minute)).toMatchObject({ status: 'accepted' });
  });

  test('ends as account when the message is no longer worth sending', async () => {
    const visit = await world.offer({ policy: { expires: '2h' } });
    world.meta.script(visit.phone, { do: 'refuse', code: 190 });
    const parked = await visit.execute(noon);
    expect(parked).toMatchObject({ status: 'parked', due: noon + 2 * hour });
    expect(await visit.execute(noon + 2 * hour)).toMatchObject({
      status: 'settled',
      outcome: 'account',
      policy: 'account',
      attempted: true,
    });
    expect(visit.posts()).toBe(1);
  });
});

describe('a send that the provider wants to have later', () => {
  const refused = { do: 'refuse', code: 134101 } as const;

  test('waits at the gate for that time, also where it is woken before, and then goes out', async () => {
    const visit = await world.offer();
    world.meta.script(visit.phone, refused, { do: 'deliver' });
    const parked = await visit.execute(noon);
    expect(parked).toMatchObject({ status: 'parked', policy: 'retry', until: noon + 10 * minute });
    expect(await visit.send()).toMatchObject({ state: 'parked', code: '134101', attempted: true });
    expect(await visit.execute(noon + 4 * minute)).toEqual(parked);
    expect(visit.posts()).toBe(1);
    expect(await visit.execute(noon + 10 * minute)).toMatchObject({ status: 'accepted' });
    expect(await visit.send()).toMatchObject({ policy: null, because: null });
  });

  test('does not go out in the quiet hours that have begun meanwhile', async () => {
    const quietHours = { from: '12:05', to: '14:00' };
    const visit = await world.offer({ policy: { quietHours } });
    world.meta.script(visit.phone, refused, { do: 'deliver' });
    await visit.execute(noon);
    expect(await visit.execute(noon + 10 * minute)).toMatchObject({
      status: 'parked',
      policy: 'quiet-hours',
      until: noon + 2 * hour,
    });
    expect(visit.posts()).toBe(1);
    expect(await visit.execute(noon + 2 * hour)).toMatchObject({ status: 'accepted' });
  });

  test('ends at its deadline as what it was refused for', async () => {
    const visit = await world.offer({ policy: { expires: '30m' } });
    world.meta.script(visit.phone, { do: 'refuse', code: 132069 });
    expect(await visit.execute(noon)).toMatchObject({ until: noon + hour, due: noon + 30 * minute });
    expect(await visit.execute(noon + 30 * minute)).toMatchObject({
      status: 'settled',
      outcome: 'limit.sender',
      policy: 'retry',
      attempted: true,
    });
    expect(visit.posts()).toBe(1);
  });

  test('is refused at once by what would refuse it anyway', async () => {
    const visit = await world.offer();
    world.meta.script(visit.phone, refused);
    await visit.execute(noon);
    await world.store
      .updateTable('consent')
      .set({ state: 'out' })
      .where('person_id', '=', visit.personId)
      .execute();
    expect(await visit.execute(noon + minute)).toMatchObject({ outcome: 'consent', attempted: true });
  });
});

describe('a send whose activity is tried again', () => {
  const quietHours = { from: '12:05', to: '14:00' };

  test('after an outage goes by the hour that it is by then', async () => {
    const visit = await world.offer({ rehearsed: false, policy: { quietHours } });
    world.meta.script(visit.phone, { do: 'refuse', code: 1 });
    await expect(visit.execute(noon)).rejects.toMatchObject({ type: 'SEND_RETRY' });
    expect(await visit.execute(noon, { putOffMs: 10 * minute })).toMatchObject({
      status: 'parked',
      policy: 'quiet-hours',
      until: noon + 2 * hour,
    });
    expect(visit.posts()).toBe(1);
  });

  test('is worth sending as long as if nothing had been in the way', async () => {
    const visit = await world.offer({ rehearsed: false, policy: { expires: '1h' } });
    expect(await visit.execute(noon, { putOffMs: hour })).toMatchObject({ outcome: 'expired' });
    expect(visit.posts()).toBe(0);
  });
});
