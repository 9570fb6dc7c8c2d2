// Bench `start`: CPU of a run's first workflow task while its chart of 1,000 nodes is cached, next to the first task of
// the hand-written workflow. Both are lived once on a real server; then their first tasks are replayed many times in
// this process, where each replay is a start anew: a sandbox, the code, the same commands.

import proto, { type temporal } from '@temporalio/proto';
import {
  bundleWorkflowCode,
  DefaultLogger,
  type ReplayResult,
  type ReplayWorkerOptions,
  Worker,
} from '@temporalio/worker';
import { pino } from 'pino';
import { createChartCodec } from '../../activities/engine/chart-codec.ts';
import { getWorkflowBundle } from '../../src/main/workflow-bundle.ts';
import { findChart, findLatestVersion } from '../../src/store/journeys.ts';
import { startBenchWorld } from './bench-world.ts';
import { largeNodes } from './large-journey.ts';
import type { Measured } from './measured.ts';
import { median } from './median.ts';
import { byHandWorkflow, journey, liveByHand, liveOurs } from './offer-runs.ts';

type History = temporal.api.history.v1.IHistory;

interface Start {
  readonly history: History;
  readonly options: ReplayWorkerOptions;
}

const { EventType } = proto.temporal.api.enums.v1;
const nodeCount = 1_000;
/** The first starts of a worker compile what the others find. */
const warmUps = 10;
const startsPerRound = 10;
const rounds = 61;
const silent = { logger: new DefaultLogger('ERROR') };

export async function measureStart(): Promise<Measured> {
  const recorded = await recordStarts();
  const ours = new Starts(recorded.ours);
  const byHand = new Starts(recorded.byHand);
  const rounds = await measureInTurns(ours, byHand);
  await ours.end();
  await byHand.end();
  const oursCpuMs = median(rounds.map((round) => round.ours));
  const byHandCpuMs = median(rounds.map((round) => round.byHand));
  return {
    bench: 'start',
    figures: {
      oursCpuMs,
      byHandCpuMs,
      beyondByHandCpuMs: median(rounds.map((round) => round.ours - round.byHand)),
    },
    ratios: { cpu: oursCpuMs / byHandCpuMs },
  };
}

/** In short turns, so that both meet the same machine, busy or not. */
async function measureInTurns(ours: Starts, byHand: Starts) {
  for (const side of [ours, byHand]) await side.cpuMs(warmUps);
  const measured: { readonly ours: number; readonly byHand: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    measured.push({
      ours: await ours.cpuMs(startsPerRound),
      byHand: await byHand.cpuMs(startsPerRound),
    });
  }
  return measured;
}

/** Starts on a worker that stays, one at a time. */
class Starts {
  readonly #replays: AsyncIterableIterator<ReplayResult>;

  constructor({ history, options }: Start) {
    this.#replays = Worker.runReplayHistories(options, repeat(history));
  }

  /** CPU milliseconds of one start, all threads of this process together; the mean of so many. */
  async cpuMs(count: number): Promise<number> {
    const before = process.cpuUsage();
    for (let nth = 0; nth < count; nth += 1) {
      const { value, done } = await this.#replays.next();
      if (done !== true && value.error !== undefined) throw value.error;
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000 / count;
  }

  async end(): Promise<void> {
    await this.#replays.return?.();
  }
}

function* repeat(history: History) {
  for (let nth = 0; ; nth += 1) yield { workflowId: `run:start-${nth}`, history };
}

/** When it returns, nothing else is at work in this process. */
async function recordStarts(): Promise<{ readonly ours: Start; readonly byHand: Start }> {
  const world = await startBenchWorld();
  try {
    const { client, store } = world.local;
    const large = padded();
    const ours = await client.getHandle(await liveOurs(world, large)).fetchHistory();
    const byHand = await client.getHandle(await liveByHand(world)).fetchHistory();
    const { chartHash } = (await findLatestVersion(store, large.id)) ?? {};
    const chart = await findChart(store, chartHash ?? '');
    return {
      ours: {
        history: firstTask(ours),
        options: {
          workflowBundle: await getWorkflowBundle(undefined, pino({ level: 'silent' })),
          dataConverter: { payloadCodecs: [createChartCodec(async () => chart)] },
        },
      },
      byHand: {
        history: firstTask(byHand),
        options: { workflowBundle: await bundleWorkflowCode({ workflowsPath: byHandWorkflow, ...silent }) },
      },
    };
  } finally {
    await world.stop();
  }
}

/** The journey that both live through, in a chart of 1,000 nodes. */
function padded(): typeof journey {
  const { tier } = journey.nodes;
  const rest = largeNodes(nodeCount - Object.keys(journey.nodes).length);
  const nodes = { ...journey.nodes, ...rest, tier: { ...tier, next: { vip: 'offer', else: 'n0' } } };
  return { ...journey, nodes } as typeof journey;
}

/** Up to the commands of the first workflow task. */
function firstTask({ events = [] }: History): History {
  const completed = (events ?? []).findIndex(
    ({ eventType }) => Number(eventType) === EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
  );
  const following = (events ?? []).slice(completed + 1);
  const next = following.findIndex(({ eventType }) =>
    [EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED, EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED].includes(
      Number(eventType),
    ),
  );
  return { events: (events ?? []).slice(0, completed + 1 + Math.max(next, 0)) };
}
