// Bench `webhooks`: our receiver next to the same one with one INSERT per POST and next to the same one without a
// database, on a PostgreSQL that syncs to disk. The three take turns in short rounds, and medians of ratios within a round
// are given: what else the machine does meanwhile meets all three.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../../../src/embedded/postgres.ts';
import { migrateUrl } from '../../../src/store/migrate.ts';
import { build } from '../built.ts';
import type { Measured } from '../measured.ts';
import { median } from '../median.ts';
import { measureApplied } from './applied.ts';
import { type Posted, postAll } from './post-all.ts';
import type { ReceiverPorts } from './receiver.ts';
import { type StatusOf, toStatusWebhook, toStatusWebhooks } from './status-webhooks.ts';

export interface WebhookBenchOptions {
  readonly rounds?: number;
  /** POSTs of each receiver in each round. */
  readonly postsPerRound?: number;
  /** Sends whose three webhooks are applied at 100/s. */
  readonly sends?: number;
  /** What users run is measured; as it is written it serves to see that the bench works. */
  readonly code?: 'built' | 'written';
}

const secret = 'bench-app-secret';
const variants = ['ours', 'insertPerPost', 'noDatabase'] as const;
type Variant = (typeof variants)[number];
type Turn = Posted & {
  /** CPU microseconds of the receiver for each POST. */
  readonly cpuUs: number;
};
type Round = Readonly<Record<Variant, Turn>>;

interface Receiver {
  readonly ports: ReceiverPorts;
  /** CPU microseconds of its process so far. */
  cpuUs(): Promise<number>;
  stop(): void;
}

export async function measureWebhooks({
  rounds = 15,
  postsPerRound = 2_000,
  sends = 500,
  code = 'built',
}: WebhookBenchOptions = {}): Promise<Measured> {
  if (code === 'built') build();
  const dir = mkdtempSync(join(tmpdir(), 'jornada-bench-'));
  // PostgreSQL's own user has to get in when the bench runs as root.
  chmodSync(dir, 0o711);
  const postgres = await startPostgres({ dataDir: dir, durable: true });
  await migrateUrl(postgres.url);
  const receiver = await startReceiver(postgres.url, code);
  try {
    await playRound(receiver, 0, postsPerRound);
    const played: Round[] = [];
    for (let round = 1; round <= rounds; round += 1)
      played.push(await playRound(receiver, round, postsPerRound));
    const perSecond = await measureBatches(receiver.ports.ours);
    const target = { databaseUrl: postgres.url, port: receiver.ports.ours, secret };
    return toMeasured(played, perSecond, await measureApplied(target, sends));
  } finally {
    receiver.stop();
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function startReceiver(databaseUrl: string, code: string): Promise<Receiver> {
  const file = fileURLToPath(new URL('receiver.ts', import.meta.url));
  const child = fork(file, [databaseUrl, secret, code], { execArgv: ['--import', 'tsx'] });
  const [ports] = (await once(child, 'message')) as [ReceiverPorts];
  return {
    ports,
    async cpuUs() {
      child.send('cpu');
      const [{ cpuUs }] = (await once(child, 'message')) as [{ cpuUs: number }];
      return cpuUs;
    },
    stop: () => child.disconnect(),
  };
}

/** Each receiver once, another first each time. */
async function playRound(receiver: Receiver, round: number, posts: number): Promise<Round> {
  const results: Partial<Record<Variant, Turn>> = {};
  for (let turn = 0; turn < variants.length; turn += 1) {
    const variant = variants[(round + turn) % variants.length] ?? 'ours';
    const webhooks = toStatusWebhooks(posts, secret);
    const before = await receiver.cpuUs();
    const posted = await postAll(receiver.ports[variant], webhooks);
    results[variant] = { ...posted, cpuUs: ((await receiver.cpuUs()) - before) / posts };
  }
  return results as Round;
}

/** Statuses per second when Meta sends a thousand with each POST (F§2.1), four POSTs at a time. */
async function measureBatches(port: number): Promise<number> {
  const batches = Array.from({ length: 20 }, (_, batch) =>
    toStatusWebhook(
      Array.from({ length: 1_000 }, (_, index): StatusOf => {
        const id = `wamid.batch.${batch}.${index}`;
        return { id, word: 'sent', token: `att_${batch}_${index}`, phone: '821012345678' };
      }),
      secret,
    ),
  );
  return (await postAll(port, batches, 4)).perSecond * 1_000;
}

function toMeasured(
  rounds: readonly Round[],
  itemsPerSecond: number,
  { latenciesMs, webhooks, signals }: Awaited<ReturnType<typeof measureApplied>>,
): Measured {
  const of = (variant: Variant, figure: 'perSecond' | 'cpuUs') =>
    Math.round(median(rounds.map((round) => round[variant][figure])));
  return {
    bench: 'webhooks',
    figures: {
      oursPerSecond: of('ours', 'perSecond'),
      insertPerPostPerSecond: of('insertPerPost', 'perSecond'),
      noDatabasePerSecond: of('noDatabase', 'perSecond'),
      oursCpuUs: of('ours', 'cpuUs'),
      insertPerPostCpuUs: of('insertPerPost', 'cpuUs'),
      noDatabaseCpuUs: of('noDatabase', 'cpuUs'),
      oursP50Ms: median(rounds.map(({ ours }) => median(ours.latenciesMs))),
      oursP99Ms: median(rounds.map(({ ours }) => percentile(ours.latenciesMs, 0.99))),
      batchItemsPerSecond: Math.round(itemsPerSecond),
      appliedP50Ms: median(latenciesMs),
      appliedP99Ms: percentile(latenciesMs, 0.99),
      webhooks,
      signals,
    },
    ratios: {
      toInsertPerPost: median(
        rounds.map(({ ours, insertPerPost }) => ours.perSecond / insertPerPost.perSecond),
      ),
      toNoDatabase: median(rounds.map(({ ours, noDatabase }) => ours.perSecond / noDatabase.perSecond)),
      signalsPerWebhook: signals / webhooks,
    },
  };
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
