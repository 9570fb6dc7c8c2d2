// The runs whose histories are kept, each a situation that a change of the workflow code must still replay. Told in
// the words of the domain; see test/histories/README.md for how and when to record.

import { fastForward } from '../../src/runs/fast-forward.ts';
import type { Guest, World } from '../support/world.ts';

const hour = 3_600_000;
const entry = { on: { api: true } };
const done = { type: 'exit', with: { as: 'reached' } };

export const offer = {
  id: 'offer',
  name: 'Offer',
  entry,
  exit: [{ on: { event: 'order.placed' }, as: 'converted' }],
  start: 'offer',
  nodes: {
    offer: {
      type: 'whatsapp.template',
      with: { template: 'spring_sale', language: 'ko', within: '2h' },
      next: { delivered: 'think', unresolved: 'text', '*': 'text' },
    },
    think: { type: 'delay', with: { for: 'P1D' }, next: 'loyal' },
    loyal: {
      type: 'branch',
      with: { cases: [{ name: 'yes', if: 'person.timeZone == "UTC"' }] },
      next: { yes: 'done', else: 'text' },
    },
    text: {
      type: 'sms.send',
      with: { text: 'Hello' },
      next: { accepted: 'done', unresolved: 'done', '*': 'done' },
    },
    done,
  },
};

export const help = {
  id: 'help',
  name: 'Help',
  entry,
  start: 'answer',
  nodes: {
    answer: {
      type: 'whatsapp.message',
      with: { text: 'Hello' },
      next: { delivered: 'done', unresolved: 'done', '*': 'done' },
    },
    done,
  },
};

/** Rests every two hours until the time that the start names. */
export const pulse = {
  id: 'pulse',
  name: 'Pulse',
  entry,
  start: 'rest',
  nodes: {
    rest: { type: 'delay', with: { for: '2h' }, next: 'more' },
    more: {
      maxVisits: 1_000,
      type: 'branch',
      with: { cases: [{ name: 'yes', if: 'now < timestamp(event.until)' }] },
      next: { yes: 'rest', else: 'done', exhausted: 'done' },
    },
    done,
  },
};

/** Waits for an order that is large enough. */
export const purchase = {
  id: 'purchase',
  name: 'Purchase',
  entry,
  start: 'wait',
  nodes: {
    wait: {
      type: 'wait.event',
      with: { event: 'order.placed', if: 'event.total >= 100', within: '2h' },
      next: { received: 'done', timeout: 'done' },
    },
    done,
  },
};

/** Asks by buttons, and waits for the answer. */
export const survey = {
  id: 'survey',
  name: 'Survey',
  entry,
  start: 'offer',
  nodes: {
    offer: {
      type: 'whatsapp.template',
      with: {
        template: 'spring_sale',
        language: 'ko',
        within: '2h',
        buttons: [{ index: 0, payload: 'yes' }],
      },
      next: { delivered: 'answer', unresolved: 'done', '*': 'done' },
    },
    answer: {
      type: 'whatsapp.wait-reply',
      with: { to: 'offer', choices: { yes: 'accepted' }, within: 'P1D' },
      next: { accepted: 'done', timeout: 'done' },
    },
    done,
  },
};

/** Awaits another journey. */
export const outer = {
  id: 'outer',
  name: 'Outer',
  entry,
  start: 'call',
  nodes: { call: { type: 'journey.run', with: { journey: 'help' }, next: 'done' }, done },
};

/** Three rounds, counted, then no more. */
export const cycle = {
  id: 'cycle',
  name: 'Cycle',
  entry,
  start: 'count',
  nodes: {
    count: {
      type: 'set',
      with: { vars: { rounds: 'has(run.vars.rounds) ? run.vars.rounds + 1 : 1' } },
      next: 'rest',
    },
    rest: { type: 'delay', with: { for: '1h' }, maxVisits: 3, next: { done: 'count', exhausted: 'done' } },
    done,
  },
};

export const journeys = [offer, help, pulse, purchase, survey, outer, cycle];

/** Starts a pulse of so many beats, two hours each, and lets them pass. */
export async function beat(world: World, beats: number): Promise<{ run: string; guest: Guest }> {
  const guest = await world.person();
  const noonTomorrow = (Math.floor(Date.now() / (24 * hour)) + 1.5) * 24 * hour;
  const until = new Date(noonTomorrow + (2 * beats - 1) * hour).toISOString();
  const run = await world.start('pulse', guest, { until });
  await world.settled(guest);
  await fastForward(world.local.client, run, {
    until: Date.now() + (2 * beats + 2) * hour,
    skipsAtOnce: 2 * beats + 2,
  });
  return { run, guest };
}

export const recordedRuns: Record<string, (world: World) => Promise<string>> = {
  async delivered(world) {
    const guest = await world.person();
    const run = await world.start('offer', guest);
    await world.advance(guest, 25 * hour);
    await world.ended(run);
    return run;
  },

  async silent(world) {
    const guest = await world.person({ script: { do: 'silence' } });
    const run = await world.start('offer', guest);
    await world.advance(guest, 3 * hour);
    await world.ended(run);
    return run;
  },

  async parked(world) {
    const guest = await world.person();
    const run = await world.start('help', guest);
    await world.advance(guest, 5 * hour);
    world.local.meta.reply(guest.phone, 'Hello');
    await world.ended(run);
    return run;
  },

  async exited(world) {
    const guest = await world.person();
    const run = await world.start('offer', guest);
    await world.advance(guest, 5 * hour);
    await world.api('/v1/events', { person: guest.externalId, event: 'order.placed' });
    await world.ended(run);
    return run;
  },

  async 'waiting-still'(world) {
    const guest = await world.person();
    const run = await world.start('offer', guest);
    await world.settled(guest);
    return run;
  },

  async asked(world) {
    const guest = await world.person();
    const run = await world.start('purchase', guest);
    for (const total of [20, 200]) {
      await world.settled(guest);
      await world.api('/v1/events', { person: guest.externalId, event: 'order.placed', data: { total } });
    }
    await world.ended(run);
    return run;
  },

  async answered(world) {
    const guest = await world.person();
    const run = await world.start('survey', guest);
    await world.settled(guest);
    world.local.meta.reply(guest.phone, 'Hello');
    await world.settled(guest);
    world.local.meta.tap(guest.phone, 'yes');
    await world.ended(run);
    return run;
  },

  async called(world) {
    const guest = await world.person();
    const run = await world.start('outer', guest);
    await world.advance(guest, 5 * hour);
    world.local.meta.reply(guest.phone, 'Hello');
    await world.ended(run);
    return run;
  },

  async exhausted(world) {
    const guest = await world.person();
    const run = await world.start('cycle', guest);
    await world.advance(guest, 4 * hour);
    await world.ended(run);
    return run;
  },

  async continued(world) {
    const { run } = await beat(world, 260);
    await world.ended(run);
    return run;
  },
};
