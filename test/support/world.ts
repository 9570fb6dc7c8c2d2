// The whole product on the shared stack, in the words of the domain: publish a journey, let a person in, let the
// world answer, see the path. Each world has a database, a task queue and emulators of its own.

import { pino } from 'pino';
import { inject, vi } from 'vitest';
import type { Behaviour } from '../../src/emulators/cloud-api/behaviour.ts';
import { type Api, createApi } from '../../src/main/demo/api.ts';
import { untilSettled } from '../../src/main/settled.ts';
import { type Local, type LocalOptions, startLocal } from '../../src/main/start-local.ts';
import { installRuntime } from '../../src/main/start-worker.ts';
import { explainRun } from '../../src/runs/explain.ts';
import { createRehearsal } from '../../src/runs/rehearsal.ts';
import { createTestDatabase, type TestDatabase, testTemporal } from './stack.ts';

const log = pino({ level: 'silent' });
let isRuntimeInstalled = false;

export interface Guest {
  readonly id: string;
  readonly externalId: string;
  /** Or the business-scoped id, of somebody who hides it: how the emulator knows them. */
  readonly phone: string;
  readonly email: string;
}

export interface World {
  readonly local: Local;
  readonly api: Api;
  /** Publishes a definition; its id. */
  publish(definition: { readonly id: string }): Promise<string>;
  /** A new person with an opt-in on every channel; a Korean phone unless a number or a business-scoped id is given. */
  person(options?: {
    phone?: string;
    userId?: string;
    timeZone?: string;
    rehearsed?: boolean;
    script?: Behaviour;
  }): Promise<Guest>;
  /** Starts a run by API; its id. */
  start(journey: string, guest: Guest, event?: Record<string, unknown>): Promise<string>;
  /** Everything that follows at once has happened. */
  settled(guest: Guest): Promise<void>;
  /** Time passes for a rehearsed person. */
  advance(guest: Guest, durationMs: number): Promise<void>;
  /** `node→outcome` of every step so far. */
  path(runId: string): Promise<string[]>;
  /** Resolves with the run's outcome when it has ended. */
  ended(runId: string): Promise<string>;
  stop(): Promise<void>;
}

export type WorldOptions = Partial<
  Pick<
    LocalOptions,
    | 'canvasFolder'
    | 'meta'
    | 'nodeTypes'
    | 'without'
    | 'temporal'
    | 'databaseUrl'
    | 'policyFile'
    | 'sendersFile'
    | 'log'
  >
>;

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  if (!isRuntimeInstalled) installRuntime(log);
  isRuntimeInstalled = true;
  const database = await openDatabase(options.databaseUrl);
  const { taskQueue, ...temporal } = testTemporal();
  const apiKey = 'test-key-0123456789';
  const local = await startLocal({
    databaseUrl: database.url,
    temporal,
    taskQueue,
    apiKey,
    workflowBundle: { codePath: inject('stack').workflowBundle },
    log,
    ...options,
  });
  const api = createApi(local.server.url, apiKey);
  const rehearsal = createWorldRehearsal(local);
  let people = 0;
  return {
    local,
    api,
    async publish(definition) {
      await api('/v1/journeys', definition);
      return definition.id;
    },
    async person({ phone, userId, timeZone = 'Asia/Seoul', rehearsed = true, script } = {}) {
      people += 1;
      const guest = await createGuest(api, { number: people, phone, userId, timeZone });
      if (script !== undefined) local.meta.script(guest.phone, script);
      if (rehearsed) await rehearsal(guest).moveTo(guest.id, nextNoonUtc());
      return guest;
    },
    async start(journey, guest, event = {}) {
      const { run } = await api(`/v1/journeys/${journey}/runs`, { person: guest.externalId, event });
      return String(run);
    },
    settled: (guest) => untilSettled(local, guest.id),
    advance: (guest, durationMs) => rehearsal(guest).advance(guest.id, durationMs),
    async path(runId) {
      const run = await explainRun(local.store, runId);
      return run?.path.map(({ node, outcome }) => `${node}→${outcome ?? '…'}`) ?? [];
    },
    async ended(runId) {
      const workflow = local.client.getHandle(`run:${runId}`);
      // A run's row is there before its workflow.
      await vi.waitFor(() => workflow.describe(), { timeout: 20_000 });
      return workflow.result() as Promise<string>;
    },
    async stop() {
      await local.stop();
      await database.close();
    },
  };
}

/** The caller's own, or a fresh one. */
async function openDatabase(url: string | undefined): Promise<Pick<TestDatabase, 'url' | 'close'>> {
  return url === undefined ? createTestDatabase() : { url, close: async () => {} };
}

function createWorldRehearsal(local: Local) {
  return (guest: Guest) =>
    createRehearsal({
      client: local.client,
      store: local.store,
      runs: local.runs,
      onOffset: async (_id, offsetMs) => local.meta.setClockOffset(guest.phone, offsetMs),
      settled: () => untilSettled(local, guest.id),
    });
}

interface NewGuest {
  readonly number: number;
  readonly phone: string | undefined;
  readonly userId: string | undefined;
  readonly timeZone: string;
}

async function createGuest(api: Api, { number, phone, userId, timeZone }: NewGuest): Promise<Guest> {
  const externalId = `guest-${number}`;
  const email = `${externalId}@people.example`;
  const dialled = phone ?? `+8210${String(20_000_000 + number)}`;
  const address = userId === undefined ? { phone: dialled } : { businessScopedUserId: userId };
  const consent = { topic: 'marketing', state: 'in', source: 'test' };
  const consents = ['whatsapp', 'sms', 'email'].map((channel) => ({ channel, ...consent }));
  const { id } = await api('/v1/people', {
    ...{ externalId, email, ...address },
    timeZone,
    consents,
    attributes: { firstName: 'Haneul' },
  });
  return { externalId, email, phone: userId ?? dialled, id: String(id) };
}

/** A day on, so that a rehearsed clock is clearly not the real one. */
function nextNoonUtc(): number {
  const day = 24 * 60 * 60 * 1_000;
  return (Math.floor(Date.now() / day) + 1) * day + day / 2;
}
