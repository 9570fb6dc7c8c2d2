// Nobody saw the answer to a POST: what the ledger makes of it (DESIGN 7.2).

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSendWorld, hour, minute, noon, type SendWorld } from './send-world.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await createSendWorld();
  await world.template('login_code', { category: 'authentication' });
});
afterAll(() => world.stop());

const busy = { do: 'refuse', code: 131016 } as const;

describe('a send whose answer is lost', () => {
  test('waits for evidence and is not sent again; without evidence it stays unresolved', async () => {
    const visit = await world.offer();
    world.meta.script(visit.phone, { do: 'reset-after-accept' });
    expect(await visit.execute(noon)).toMatchObject({ status: 'unknown', due: noon + 10 * minute });
    expect(await visit.execute(noon + 4 * minute)).toMatchObject({
      status: 'unknown',
      due: noon + 10 * minute,
    });
    expect(await visit.execute(noon + 10 * minute)).toMatchObject({
      status: 'settled',
      outcome: 'unresolved',
      attempted: true,
    });
    expect(visit.posts()).toBe(1);
  });

  test('is accepted once any evidence names its attempt', async () => {
    const visit = await world.offer();
    world.meta.script(visit.phone, { do: 'reset-after-accept' });
    await visit.execute(noon);
    expect(await visit.status('sent', { at: noon })).toEqual([]);
    expect(await visit.execute(noon + minute)).toMatchObject({
      status: 'accepted',
      due: noon + minute + 2 * hour,
    });
    expect(visit.posts()).toBe(1);
  });

  test('is not given up while our ears were closed', async () => {
    const visit = await world.offer({ rehearsed: false });
    world.meta.script(visit.phone, { do: 'reset-after-accept' });
    await visit.execute(noon);
    expect(await visit.execute(noon + 11 * minute)).toMatchObject({
      status: 'unknown',
      due: noon + 21 * minute,
    });
  });

  test('is tried once more when it is a code, and never a third time', async () => {
    const visit = await world.offer({ with: { template: 'login_code' } });
    world.meta.script(visit.phone, { do: 'reset-after-accept' });
    expect(await visit.execute(noon)).toMatchObject({ status: 'unknown', due: noon + 15_000 });
    expect(await visit.execute(noon + 15_000)).toMatchObject({ status: 'unknown' });
    expect(visit.posts()).toBe(2);
    expect(await visit.execute(noon + minute)).toMatchObject({ outcome: 'unresolved' });
    expect(visit.posts()).toBe(2);
  });

  test('is tried once more in utility where its author chose so', async () => {
    await world.template('receipt', { category: 'utility' });
    const visit = await world.offer({ with: { template: 'receipt', repeatUnresolved: true } });
    world.meta.script(visit.phone, { do: 'reset-after-accept' }, { do: 'deliver' });
    await visit.execute(noon);
    expect(await visit.execute(noon + 2 * minute)).toMatchObject({ status: 'accepted' });
    expect(visit.posts()).toBe(2);
  });

  test('is tried once more also where the provider had refused it before: no copy is out by that', async () => {
    const visit = await world.offer({ with: { template: 'login_code' } });
    world.meta.script(visit.phone, busy, { do: 'reset-after-accept' }, { do: 'deliver' });
    await expect(visit.execute(noon)).rejects.toMatchObject({ type: 'SEND_RETRY' });
    expect(await visit.execute(noon)).toMatchObject({ status: 'unknown', due: noon + 15_000 });
    expect(await visit.execute(noon + 15_000)).toMatchObject({ status: 'accepted' });
  });

  test.each([
    ['has arrived meanwhile', 'delivered', { status: 'settled', outcome: 'delivered' }],
    ['was taken after all', 'sent', { status: 'accepted' }],
  ] as const)(
    'and that %s is not sent again because the repeat was refused',
    async (_how, word, expected) => {
      const visit = await world.offer({ with: { template: 'login_code' } });
      world.meta.script(visit.phone, { do: 'reset-after-accept' }, busy, { do: 'deliver' });
      await visit.execute(noon);
      const [first] = await visit.attempts();
      await expect(visit.execute(noon + 15_000)).rejects.toMatchObject({ type: 'SEND_RETRY' });
      await visit.status(word, { at: noon, token: first?.token ?? '' });
      expect(await visit.execute(noon + 16_000)).toMatchObject(expected);
      expect(visit.posts()).toBe(2);
    },
  );
});
