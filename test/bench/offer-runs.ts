// The run that benches measure, lived to its end on a real server: on the engine, and by hand. A branch, three sends, a
// wait for `delivered` that is satisfied while the run sleeps, a delay.

import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { WorkflowClient } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createChannels } from '../../src/main/create-channels.ts';
import { openSenderBook } from '../../src/main/sender-book.ts';
import { fastForward } from '../../src/runs/fast-forward.ts';
import { toWorkflowId } from '../../src/runs/start-payload.ts';
import { createId } from '../../src/store/ids.ts';
import { defaultPolicySettings } from '../../src/whatsapp/policy-settings.ts';
import { silent } from '../support/inbox-world.ts';
import type { BenchWorld } from './bench-world.ts';
import { createOfferActivities } from './by-hand/activities.ts';
import { evidenceSignal, type OfferInput } from './by-hand/messages.ts';
import { countTimers } from './history-size.ts';

/** A path other than the measured one would make the comparison void. */
class BenchError extends Error {
  override readonly name = 'BenchError';
  readonly code = 'BENCH_PATH';
}

const hour = 3_600_000;
const lookEveryMs = 50;
const maxLooks = 1_200;
/** Where the hand-written workflow stands. */
export const byHandWorkflow = fileURLToPath(new URL('by-hand/workflow.ts', import.meta.url));

const guest = { phone: '+821020000001', email: 'bench@people.example' };

export const journey = {
  id: 'spring-offer',
  name: 'Spring offer',
  entry: { on: { api: true } },
  start: 'tier',
  nodes: {
    tier: {
      type: 'branch',
      with: { cases: [{ name: 'vip', if: 'event.total >= 30000' }] },
      next: { vip: 'offer', else: 'done' },
    },
    offer: {
      type: 'whatsapp.template',
      with: { template: 'vip_sale', language: 'ko', within: '6h' },
      next: { delivered: 'rest', unresolved: 'done', '*': 'text' },
    },
    rest: { type: 'delay', with: { for: '3h' }, next: 'text' },
    text: { type: 'sms.send', with: { text: 'Still thinking?' }, next: 'mail' },
    mail: {
      type: 'email.send',
      with: { subject: 'Your offer', html: '<p>Your offer</p>' },
      next: 'done',
    },
    done: { type: 'exit', with: { as: 'reached' } },
  },
};

/** The workflow id of a run on the engine; the webhook of the delivery comes two seconds after the POST, when the run sleeps. */
export async function liveOurs(world: BenchWorld, definition: typeof journey = journey): Promise<string> {
  const { api } = world;
  const { client, meta } = world.local;
  const consent = { topic: 'marketing', state: 'in', source: 'bench' };
  const consents = ['whatsapp', 'sms', 'email'].map((channel) => ({ channel, ...consent }));
  await api('/v1/people', { externalId: 'bench', timeZone: 'Asia/Seoul', ...guest, consents });
  await api('/v1/journeys', definition);
  meta.script(guest.phone, { do: 'deliver', delaysMs: { sent: 500, delivered: 2_000 } });
  const started = await api('/v1/journeys/spring-offer/runs', {
    person: 'bench',
    event: { total: 45_000 },
  });
  const run = String(started['run']);
  await until(async () => (await countTimers(client, toWorkflowId(run))) === 2);
  await fastForward(client, run, { until: Date.now() + 3 * hour });
  assertReached(await client.getHandle(toWorkflowId(run)).result());
  return toWorkflowId(run);
}

/** The workflow id of the same steps by hand, on a worker of their own. */
export async function liveByHand({ local, temporal }: BenchWorld): Promise<string> {
  const connection = await NativeConnection.connect({ address: temporal.address });
  const senders = await openSenderBook(local.config, silent);
  const { channels, close } = createChannels(local.config, senders, defaultPolicySettings);
  const sends: string[] = [];
  local.meta.script(guest.phone, { do: 'silence' });
  const worker = await Worker.create({
    connection,
    namespace: temporal.namespace,
    taskQueue: 'by-hand',
    workflowsPath: byHandWorkflow,
    activities: createOfferActivities({
      channels,
      guest,
      onSend: (id) => sends.push(id),
      senders: { whatsapp: local.meta.senders[0].phoneNumberId, sms: '+15550100002', email: 'a@b.example' },
    }),
  });
  try {
    return await worker.runUntil(() => liveOffer(local.client, sends));
  } finally {
    await close();
    await connection.close();
  }
}

async function liveOffer(client: WorkflowClient, sends: readonly string[]): Promise<string> {
  const run = createId('run');
  const input: OfferInput = { run, person: createId('per') };
  const handle = await client.start('offer', {
    workflowId: toWorkflowId(run),
    taskQueue: 'by-hand',
    args: [input],
    typedSearchAttributes: [
      { key: { name: 'JourneyId', type: 'KEYWORD' }, value: 'spring-offer' },
      { key: { name: 'JourneyVersion', type: 'INT' }, value: 1 },
      { key: { name: 'PersonId', type: 'KEYWORD' }, value: input.person },
    ],
    staticSummary: 'spring-offer v1',
  });
  const timers = () => countTimers(client, handle.workflowId);
  await until(async () => (await timers()) === 1);
  await handle.signal(evidenceSignal, { send: sends[0] ?? '', status: 'delivered' });
  await until(async () => (await timers()) === 2);
  await fastForward(client, run, { until: Date.now() + 3 * hour });
  assertReached(await handle.result());
  return handle.workflowId;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < maxLooks; looks += 1) {
    if (await holds()) return;
    await delay(lookEveryMs);
  }
  throw new BenchError('A run did not get where the bench expects it within a minute.');
}

function assertReached(outcome: unknown): void {
  if (outcome !== 'reached') throw new BenchError(`A run ended as ${String(outcome)}, not as reached.`);
}
