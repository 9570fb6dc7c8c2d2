// Bench `start`: CPU of a run's first workflow task while its chart of 1,000 nodes is cached, next to the first task of
// the hand-written workflow. Both are lived once on a real server; then their first tasks are replayed many times in
// this process, where each replay is a start anew: a sandbox, the code, the same commands.

import proto, { type temporal } from '@temporalio/proto';
import { bundleWorkflowCode, DefaultLogger, type ReplayWorkerOptions, Worker } from '@temporalio/worker';
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
const warmUps = 5;
const startsPerRound = 40;
const rounds = 9;
const silent = { logger: new DefaultLogger('ERROR') };

export async function measureStart(): Promise<Measured> {
  const { ours, byHand } = await recordStarts();
  const times = { ours: [] as number[], byHand: [] as number[] };
  // In turns, so that both meet the same machine, busy or not.
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await measureCpu(ours));
    times.byHand.push(await measureCpu(byHand));
  }
  const oursCpuMs = median(times.ours);
  const byHandCpuMs = median(times.byHand);
  return {
    bench: 'start',
    figures: { oursCpuMs, byHandCpuMs, beyondByHandCpuMs: oursCpuMs - byHandCpuMs },
    ratios: { cpu: oursCpuMs / byHandCpuMs },
  };
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

/** CPU milliseconds of one start, all threads of this process together. */
async function measureCpu({ history, options }: Start): Promise<number> {
  const count = warmUps + startsPerRound;
  const histories = Array.from({ length: count }, (_, index) => ({
    workflowId: `run:start-${index}`,
    history,
  }));
  let seen = 0;
  let before = process.cpuUsage();
  for await (const { error } of Worker.runReplayHistories(options, histories)) {
    if (error !== undefined) throw error;
    seen += 1;
    if (seen === warmUps) before = process.cpuUsage();
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / startsPerRound;
}
