import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Rehearsal } from '../../src/runs/rehearsal.ts';
import { createSkipper } from '../../src/runs/skipper.ts';
import { patient } from '../inbox/journeys.ts';
import { createInboxWorld, type InboxWorld } from '../support/inbox-world.ts';

let world: InboxWorld;
beforeAll(async () => {
  world = await createInboxWorld();
  await world.publish(patient);
});
afterAll(() => world.close());

/** A clock without an engine: time passes at once, unless it is held. */
class HeldClock implements Rehearsal {
  readonly passed: number[] = [];
  due: number | undefined = 1_000;
  #held: Promise<void> = Promise.resolve();
  release: () => void = () => {};

  hold(): void {
    this.#held = new Promise((resolve) => {
      this.release = resolve;
    });
  }

  async moveTo(): Promise<void> {}

  async untilDue(): Promise<number | undefined> {
    return this.due;
  }

  async advance(_personId: string, durationMs: number): Promise<void> {
    await this.#held;
    this.passed.push(durationMs);
  }
}

async function createWaiting(name: string, patienceMs?: number) {
  const person = await world.person(name);
  await world.running('patient', person);
  const clock = new HeldClock();
  const { store } = world;
  const skipper = createSkipper({
    store,
    rehearsal: clock,
    ...(patienceMs === undefined ? {} : { patienceMs }),
  });
  return { person, clock, skipper };
}

test('without a duration it is the time until the next thing is due', async () => {
  const { person, clock, skipper } = await createWaiting('due');
  await skipper.skip(person, undefined);
  await skipper.skip(person, 500);
  expect(clock.passed).toEqual([1_000, 500]);
});

test('where nothing is due, or nobody is under way, there is nothing to skip to', async () => {
  const { person, clock, skipper } = await createWaiting('nothing');
  clock.due = undefined;
  await expect(skipper.skip(person, undefined)).rejects.toMatchObject({ code: 'SKIP_NOTHING_DUE' });
  await expect(skipper.skip(await world.person('idle'), 500)).rejects.toMatchObject({
    code: 'SKIP_NOTHING_DUE',
  });
  expect(clock.passed).toEqual([]);
});

test('what takes too long is told so, and keeps others out until it has ended', async () => {
  const { person, clock, skipper } = await createWaiting('slow', 20);
  clock.hold();
  await expect(skipper.skip(person, 500)).rejects.toMatchObject({ code: 'SKIP_UNFINISHED' });
  await expect(skipper.skip(person, 500)).rejects.toMatchObject({ code: 'SKIP_RUNNING' });
  clock.release();
  await expect.poll(() => clock.passed).toEqual([500]);
  await skipper.skip(person, 700);
  expect(clock.passed).toEqual([500, 700]);
});
