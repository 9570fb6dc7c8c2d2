// What the state of a template does to the messages that use it, as it is when they are about to go (F§4.5, F§4.6).

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findTemplate, tellTemplate } from '../../../src/store/templates.ts';
import type { TemplateTold } from '../../../src/whatsapp/template-state.ts';
import { createSendWorld, hour, minute, noon, type SendWorld } from './send-world.ts';
import type { Visit } from './visit.ts';

let world: SendWorld;
let account = '';
beforeAll(async () => {
  world = await createSendWorld();
  account = world.meta.senders[0].businessAccountId;
});
afterAll(() => world.stop());

let count = 0;
/** A name that nobody has used. */
const newName = () => {
  count += 1;
  return `offer_${count}`;
};
const keyOf = (name: string) => ({ accountId: account, name, language: 'ko' });
const tell = (name: string, told: Omit<TemplateTold, 'at'>, at = noon) =>
  world.store.transaction().execute((trx) => tellTemplate(trx, keyOf(name), { at, ...told }));
const status = (name: string, word: string, at = noon) => tell(name, { status: { word } }, at);
/** By people of the common clock. */
const offer = (template: string, more: object = {}) =>
  world.offer({ with: { template, ...more }, rehearsed: false });
const statusOf = async (name: string) => (await findTemplate(world.store, keyOf(name)))?.status;

/** Refused by Meta with this code. */
async function refused(visit: Visit, code: number, at = noon) {
  world.meta.script(visit.phone, { do: 'refuse', code }, { do: 'deliver' });
  return visit.execute(at);
}

describe('a paused template', () => {
  test('parks its messages, which say why, and go out when it is back', async () => {
    const name = newName();
    await tell(name, { status: { word: 'PAUSED', reason: 'FIRST_PAUSE' } });
    const visit = await offer(name);
    expect(await visit.execute(noon)).toMatchObject({ status: 'parked', policy: 'template' });
    expect((await visit.send()).because).toEqual({
      template: name,
      status: 'PAUSED',
      since: noon,
      reason: 'FIRST_PAUSE',
    });
    await status(name, 'APPROVED', noon + 3 * hour);
    expect(await visit.execute(noon + 3 * hour)).toMatchObject({ status: 'accepted' });
    expect(await visit.send()).toMatchObject({ template: `${name}/ko` });
  });

  test('that nobody told us of parks everybody else once Meta has refused one with 132015', async () => {
    const name = newName();
    const [first, second] = [await offer(name), await offer(name)];
    expect(await refused(first, 132015)).toMatchObject({ outcome: 'template.paused', attempted: true });
    expect(await second.execute(noon + minute)).toMatchObject({ status: 'parked', policy: 'template' });
    expect(second.posts()).toBe(0);
  });

  test('whose un-pause is newer than a refused message stays sendable', async () => {
    const name = newName();
    const visit = await offer(name);
    await status(name, 'APPROVED', noon + minute);
    await refused(visit, 132015, noon);
    expect(await statusOf(name)).toBe('APPROVED');
  });
});

describe('a template that is gone', () => {
  test('refuses everybody else after 132016, before anything leaves', async () => {
    const name = newName();
    await refused(await offer(name), 132016);
    const next = await offer(name);
    expect(await next.execute(noon + minute)).toMatchObject({
      outcome: 'template.missing',
      code: 'disabled',
      attempted: false,
    });
  });

  test('by 132001 is believed to be for ten minutes, and tried again after', async () => {
    const name = newName();
    await refused(await offer(name), 132001);
    const soon = await offer(name);
    expect(await soon.execute(noon + 9 * minute)).toMatchObject({ outcome: 'template.missing' });
    const later = await offer(name);
    expect(await later.execute(noon + 10 * minute)).toMatchObject({ status: 'accepted' });
  });
});

describe('the category', () => {
  test('is that of the moment: what became marketing needs an opt-in', async () => {
    const name = newName();
    await tell(name, { category: { now: 'utility' }, status: { word: 'APPROVED' } });
    const before = await world.offer({ with: { template: name }, marketing: 'unknown' });
    expect(await before.execute(noon)).toMatchObject({ status: 'accepted' });
    await tell(name, { category: { now: 'marketing' } }, noon + minute);
    const after = await world.offer({ with: { template: name }, marketing: 'unknown' });
    expect(await after.execute(noon + 2 * minute)).toMatchObject({ outcome: 'consent' });
  });
});

describe('an alternate', () => {
  test('goes out while the first choice is paused, by its own category', async () => {
    const [main, other] = [newName(), newName()];
    await status(main, 'PAUSED');
    await tell(other, { category: { now: 'utility' }, status: { word: 'APPROVED' } });
    const config = { template: main, body: ['A'], alternate: { template: other, body: ['B', 'C'] } };
    const visit = await world.offer({ with: config, marketing: 'unknown' });
    expect(await visit.execute(noon)).toMatchObject({ status: 'accepted' });
    expect(await visit.send()).toMatchObject({ template: `${other}/ko`, category: 'utility' });
    expect(world.meta.messages(visit.phone)).toMatchObject([
      { template: other, text: expect.stringContaining('C') },
    ]);
  });

  test('is not taken while the first choice can be sent', async () => {
    const [main, other] = [newName(), newName()];
    await status(main, 'APPROVED');
    const visit = await offer(main, { alternate: { template: other } });
    await visit.execute(noon);
    expect(await visit.send()).toMatchObject({ template: `${main}/ko` });
  });

  test('that is paused too lets the message wait for the first choice', async () => {
    const [main, other] = [newName(), newName()];
    await status(main, 'PAUSED');
    await status(other, 'DISABLED');
    const visit = await offer(main, { alternate: { template: other } });
    expect(await visit.execute(noon)).toMatchObject({ status: 'parked', policy: 'template' });
    expect(await visit.send()).toMatchObject({ templates: [`${main}/ko`, `${other}/ko`] });
  });

  test('goes out after Meta has refused the first choice, once', async () => {
    const [main, other] = [newName(), newName()];
    const visit = await offer(main, { alternate: { template: other } });
    await expect(refused(visit, 132015)).rejects.toMatchObject({ type: 'SEND_RETRY' });
    expect(await visit.execute(noon)).toMatchObject({ status: 'accepted' });
    expect(await visit.send()).toMatchObject({ template: `${other}/ko` });
    expect(visit.posts()).toBe(2);
  });
});

test.each([132007, 132068])(
  'an alternate is taken once after %i, which says nothing of the template',
  async (code) => {
    const [main, other] = [newName(), newName()];
    const visit = await offer(main, { alternate: { template: other } });
    world.meta.script(visit.phone, { do: 'refuse', code });
    await expect(visit.execute(noon)).rejects.toMatchObject({ type: 'SEND_RETRY' });
    expect(await visit.execute(noon)).toMatchObject({ status: 'settled', outcome: 'template.missing' });
    expect(visit.posts()).toBe(2);
    expect(await visit.send()).toMatchObject({ template: `${other}/ko` });
  },
);

test('an alternate is taken where Meta has told of the first choice since', async () => {
  const [main, other] = [newName(), newName()];
  const visit = await offer(main, { alternate: { template: other } });
  await status(main, 'APPROVED', noon + hour);
  await expect(refused(visit, 132015)).rejects.toMatchObject({ type: 'SEND_RETRY' });
  expect(await visit.execute(noon)).toMatchObject({ status: 'accepted' });
  expect(await visit.send()).toMatchObject({ template: `${other}/ko` });
});

describe('a message that Meta holds to judge its template', () => {
  const held = async (name = newName()) => {
    const visit = await offer(name);
    world.meta.script(visit.phone, { do: 'hold' });
    return { name, visit, answer: await visit.execute(noon) };
  };

  test('waits longer than Meta takes, whatever the author waits for evidence', async () => {
    const { answer, visit } = await held();
    expect(answer).toMatchObject({ status: 'held', due: noon + 3 * hour });
    expect(await visit.send()).toMatchObject({ state: 'held' });
  });

  test('goes on as any other once it is released', async () => {
    const { visit } = await held();
    const signals = await visit.status('delivered', { at: noon + hour });
    expect(signals).toMatchObject([{ signal: 'evidence', body: { outcome: 'delivered' } }]);
  });

  test('ends as paused when it is dropped, and stops the template for all', async () => {
    const { visit, name } = await held();
    const signals = await visit.status('failed', { at: noon + hour, code: '132015' });
    expect(signals).toMatchObject([{ signal: 'evidence', body: { outcome: 'template.paused' } }]);
    const next = await offer(name);
    expect(await next.execute(noon + 2 * hour)).toMatchObject({ status: 'parked', policy: 'template' });
    expect(next.posts()).toBe(0);
  });

  test('and is dropped long before the template came back leaves it as it is', async () => {
    const { visit, name } = await held();
    await status(name, 'APPROVED', noon + 3 * hour);
    await visit.status('failed', { at: noon + hour, code: '132015' });
    expect(await statusOf(name)).toBe('APPROVED');
  });
});
