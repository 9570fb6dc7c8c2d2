// What Meta's refusals of marketing teach: the per-user limit (F§4.2), the experiment (F§4.3), a person who can't be
// reached (F§3.2), each on an edge of its own, remembered over journeys, and not tried again while it holds.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Guest } from '../../support/world.ts';
import { day, hour, offerBy, openStage, type Stage } from './stage.ts';

/** Australian, of the range for fiction: no exemption from the limit there (F§4.2). */
const australian = (last: number) => `+6149157015${last}`;

const journeys = ['spring', 'summer'].map((id) => {
  const journey = offerBy(id);
  const { offer, text, done } = journey.nodes;
  const mail = {
    type: 'email.send',
    with: { subject: 'Offer', html: '<p>By e-mail</p>' },
    next: { accepted: 'done', unresolved: 'done', '*': 'done' },
  };
  const next = { ...offer.next, limit: 'text', experiment: 'mail' };
  return { ...journey, nodes: { offer: { ...offer, next }, text, mail, done } };
});

const limited = ['offer→limit.user', 'text→accepted', 'done→done'];
const inExperiment = ['offer→experiment', 'mail→accepted', 'done→done'];
const unreachable = ['offer→undeliverable', 'text→accepted', 'done→done'];
const delivered = ['offer→delivered', 'done→done'];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  for (const journey of journeys) await stage.publish(journey);
});
afterAll(() => stage?.stop());

/** The path of a run to its end. */
async function play(journey: string, guest: Guest): Promise<{ run: string; path: string[] }> {
  const run = await stage.start(journey, guest);
  await stage.ended(run);
  return { run, path: await stage.path(run) };
}

describe('131049', { timeout: 60_000 }, () => {
  test('is met once: the next journey takes its edge without an attempt, until the person writes', async () => {
    const guest = await stage.person({ phone: australian(1), script: { do: 'fail', code: 131_049 } });
    const first = await play('spring', guest);
    expect(first.path).toEqual(limited);
    expect(await stage.step(first.run)).toMatchObject({ attempted: true, code: '131049' });

    const second = await play('summer', guest);
    expect(second.path).toEqual(limited);
    expect(await stage.step(second.run)).toMatchObject({
      ...{ attempted: false, code: '131049', policy: 'cooldown' },
      because: { times: 1 },
    });
    expect(stage.posts(guest)).toBe(1);

    stage.local.meta.script(guest.phone, { do: 'deliver' });
    await stage.says(guest, 'Anything new?');
    expect((await play('summer', guest)).path).toEqual(delivered);
    expect(stage.posts(guest)).toBe(2);
  });

  test('of two journeys at once is met by as few as were in flight, then by none for a day', async () => {
    const guest = await stage.person({ phone: australian(2), script: { do: 'fail', code: 131_049 } });
    const both = await Promise.all(['spring', 'summer'].map((journey) => play(journey, guest)));
    for (const { path } of both) expect(path).toEqual(limited);
    const posts = stage.posts(guest);
    expect(posts).toBeLessThanOrEqual(2);
    await stage.advance(guest, 23 * hour);
    expect((await play('spring', guest)).path).toEqual(limited);
    expect(stage.posts(guest)).toBe(posts);
    stage.local.meta.script(guest.phone, { do: 'deliver' });
    // Told twice, it holds for two days.
    await stage.advance(guest, 26 * hour);
    expect((await play('spring', guest)).path).toEqual(delivered);
  });

  test('is no reason to wait where Meta has no such limit, as in Korea', async () => {
    const guest = await stage.person();
    stage.local.meta.script(guest.phone, { do: 'fail', code: 131_049 }, { do: 'deliver' });
    expect((await play('spring', guest)).path).toEqual(limited);
    expect((await play('summer', guest)).path).toEqual(delivered);
  });
});

describe('130472', { timeout: 60_000 }, () => {
  test('has its own edge, is remembered, does not hold in the window, and is probed once after a month', async () => {
    const guest = await stage.person({ script: { do: 'fail', code: 130_472 } });
    const first = await play('spring', guest);
    expect(first.path).toEqual(inExperiment);
    expect(await stage.step(first.run)).toMatchObject({ attempted: true, code: '130472' });
    const second = await play('summer', guest);
    expect(second.path).toEqual(inExperiment);
    expect(await stage.step(second.run)).toMatchObject({ attempted: false, policy: 'experiment' });
    expect(stage.posts(guest)).toBe(1);

    stage.local.meta.script(guest.phone, { do: 'deliver' });
    await stage.says(guest, 'Hi');
    expect((await play('summer', guest)).path).toEqual(delivered);
    await stage.advance(guest, 2 * day);
    expect((await play('summer', guest)).path).toEqual(inExperiment);
    expect(stage.posts(guest)).toBe(2);

    await stage.advance(guest, 30 * day);
    expect((await play('spring', guest)).path).toEqual(delivered);
    expect((await play('summer', guest)).path).toEqual(delivered);
  });
});

describe('131026', { timeout: 60_000 }, () => {
  test('makes a suspicion for a day, then a belief for a week, which a message of theirs ends', async () => {
    const guest = await stage.person({ script: { do: 'fail', code: 131_026 } });
    expect((await play('spring', guest)).path).toEqual(unreachable);
    const second = await play('summer', guest);
    expect(second.path).toEqual(unreachable);
    expect(await stage.step(second.run)).toMatchObject({
      ...{ attempted: false, policy: 'reachability' },
      because: { belief: 'suspect', times: 1 },
    });
    await stage.advance(guest, 25 * hour);
    expect((await play('summer', guest)).path).toEqual(unreachable);
    expect(stage.posts(guest)).toBe(2);
    await stage.advance(guest, 2 * day);
    const third = await play('spring', guest);
    expect(await stage.step(third.run)).toMatchObject({ because: { belief: 'unreachable', times: 2 } });
    expect(stage.posts(guest)).toBe(2);

    stage.local.meta.script(guest.phone, { do: 'deliver' });
    await stage.says(guest, 'I have a new phone');
    expect((await play('spring', guest)).path).toEqual(delivered);
  });
});

test('nothing of the people is kept where it must not be', () => stage.expectNoTraceOfPeople());
