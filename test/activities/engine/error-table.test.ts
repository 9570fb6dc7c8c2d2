// Every code of Meta's table, as an answer and as a webhook, on the real database and against the real emulator: it comes
// to its outcome, teaches about person and template what the table says, and is tried again or not.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { listConsents } from '../../../src/store/consents.ts';
import { listTemplates } from '../../../src/store/templates.ts';
import type { MemoryEffect, MetaError } from '../../../src/whatsapp/classify-errors.ts';
import { errorTable } from '../../../src/whatsapp/error-table.generated.ts';
import { createSendWorld, noon, type SendWorld } from './send-world.ts';
import type { Visit } from './visit.ts';

/** A range of codes that are alike is tried at its ends. */
const isInside = ({ code }: MetaError) => (code > 200 && code < 299) || (code > 138_000 && code < 138_025);
/** The client takes another of Meta's endpoints where these come: test/activities/channels. */
const rerouted = new Set([131063, 134100, 134101, 134102]);
const entries = Object.values(errorTable).filter((entry) => !isInside(entry) && !rerouted.has(entry.code));

let world: SendWorld;
let answered: Visit[];
let told: Visit[];
beforeAll(async () => {
  world = await createSendWorld();
  const config = { template: 'spring_sale', language: 'ko', within: '2h' };
  const visits: Visit[] = [];
  // So many at once would wait for connections longer than a busy machine has them.
  while (visits.length < entries.length * 2)
    visits.push(...(await world.visits('whatsapp.template', config, 10)));
  answered = visits.slice(0, entries.length);
  told = visits.slice(entries.length);
}, 120_000);
afterAll(() => world.stop());

/** What a code taught about its sender or its template would be in the way of the next one. */
async function forgetShared(): Promise<void> {
  await world.store.deleteFrom('template').execute();
  await world.store.deleteFrom('restriction').execute();
  await world.store.deleteFrom('sender_rate').execute();
}

const remembered: readonly MemoryEffect[] = [
  'cooldown',
  'experiment',
  'unreachable',
  'window-closed',
  'opt-out',
  'template-paused',
  'template-disabled',
  'template-missing',
];

async function learntOf(visit: Visit): Promise<readonly MemoryEffect[]> {
  const memory = await visit.memory();
  const consents = await listConsents(world.store, visit.personId);
  const [template] = await listTemplates(world.store);
  const learnt = {
    cooldown: memory?.cooldown_count === 1 && memory.cooldown_since?.getTime() === noon,
    experiment: memory?.experiment_since?.getTime() === noon,
    unreachable: memory?.unreachable_count === 1 && memory.unreachable_at?.getTime() === noon,
    'window-closed': memory?.window_refusals === 1,
    'opt-out': consents.some(({ state, source }) => state === 'out' && source === 'meta:131050'),
    'template-paused': template?.status === 'PAUSED',
    'template-disabled': template?.status === 'DISABLED',
    'template-missing': template?.status === 'MISSING',
  };
  return remembered.filter((effect) => learnt[effect as keyof typeof learnt]);
}

const expectedOf = ({ memory }: MetaError) =>
  memory !== undefined && remembered.includes(memory) ? [memory] : [];

/** `settled invalid`, `parked account`, `parked retry`, `retry`. */
async function execute(visit: Visit): Promise<string> {
  try {
    const answer = await visit.execute(noon);
    if (answer.status === 'settled') return `settled ${answer.outcome} ${answer.code}`;
    return answer.status === 'parked' ? `parked ${answer.policy}` : answer.status;
  } catch (error) {
    return error instanceof Error && 'type' in error && error.type === 'SEND_RETRY' ? 'retry' : String(error);
  }
}

function expectedAnswer({ code, outcome, retry, retryAfterMs = 0 }: MetaError): string {
  switch (retry) {
    case 'never':
      return `settled ${outcome} ${code}`;
    case 'park':
      return 'parked account';
    default:
      return retryAfterMs > 30_000 ? 'parked retry' : 'retry';
  }
}

test('as an answer, each code comes to its outcome, its retry and its memory', async () => {
  const [found, expected]: [object[], object[]] = [[], []];
  for (const [index, entry] of entries.entries()) {
    const visit = answered[index] as Visit;
    world.meta.script(visit.phone, { do: 'refuse', code: entry.code });
    found.push({ code: entry.code, answer: await execute(visit), learnt: await learntOf(visit) });
    expected.push({ code: entry.code, answer: expectedAnswer(entry), learnt: expectedOf(entry) });
    await forgetShared();
  }
  expect(found).toEqual(expected);
}, 240_000);

test('as a webhook, each code ends the accepted send or has it tried once more, with its memory', async () => {
  const [found, expected]: [object[], object[]] = [[], []];
  for (const [index, entry] of entries.entries()) {
    const { code, outcome, retry } = entry;
    const visit = told[index] as Visit;
    const answer = await execute(visit);
    const signals = await visit.status('failed', { at: noon, code: String(code) });
    const heard = signals.map((owed) => (owed.signal === 'evidence' ? owed.body.outcome : owed.signal));
    found.push({ code, answer, heard, learnt: await learntOf(visit) });
    // What passes by itself is worth another attempt: the run is woken for it (F§3.2).
    const expectedWords = [retry === 'transient' ? 'wake' : outcome];
    expected.push({ code, answer: 'accepted', heard: expectedWords, learnt: expectedOf(entry) });
    await forgetShared();
  }
  expect(found).toEqual(expected);
}, 240_000);
