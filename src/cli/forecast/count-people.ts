// Counts people on all cores: each thread gets a share, their tallies are added up. Places of a throttle are given away
// in one order, so a journey with one is counted by a single thread.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ForecastInput } from '../../simulator/forecast.ts';
import type { SimulatedPerson } from '../../simulator/script.ts';
import { type SimulationStop, SimulationTooLongError } from '../../simulator/simulation-bound.ts';
import { createTally, mergeTally, type Tally } from '../../simulator/tally.ts';

/** What every thread gets; plain data. */
export interface ForecastTask {
  /** The journey's: its project is loaded from there. */
  readonly file: string;
  readonly source: Uint8Array;
  readonly settings: Pick<ForecastInput, 'chance' | 'startsAt' | 'spreadMs' | 'event'>;
}

export interface WorkerMessage {
  /** People since the last message. */
  readonly counted: number;
  /** In the last message. */
  readonly tally?: Tally;
  /** Somebody's run does too much: nobody else is counted. */
  readonly stop?: SimulationStop;
}

interface CountOptions {
  readonly inOneOrder: boolean;
  readonly onCounted: (people: number) => void;
}

/** A thread takes some tenths of a second to start: fewer people than this are not worth another. */
const peoplePerThread = 500;

/** @throws SimulationTooLongError where somebody's run does too much; no thread goes on */
export async function countPeople(
  people: readonly SimulatedPerson[],
  task: ForecastTask,
  { inOneOrder, onCounted }: CountOptions,
): Promise<Tally> {
  const wanted = Math.ceil(people.length / peoplePerThread);
  const threads = inOneOrder ? 1 : Math.max(1, Math.min(availableParallelism(), wanted));
  const size = Math.ceil(people.length / threads);
  const shares = Array.from({ length: threads }, (_none, index) =>
    people.slice(index * size, (index + 1) * size),
  );
  const workers = shares.map((share) => startThread({ ...task, people: share }));
  try {
    const tallies = await Promise.all(workers.map((thread) => hearTally(thread, onCounted)));
    return tallies.reduce(mergeTally, createTally());
  } finally {
    await Promise.all(workers.map((thread) => thread.terminate()));
  }
}

/** Built JavaScript is a thread as it is; the sources of a checkout need tsx in each thread. */
function startThread(workerData: object): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./forecast-worker.js', import.meta.url), { workerData });
  }
  const [tsx, file] = [import.meta.resolve('tsx/esm/api'), import.meta.resolve('./forecast-worker.ts')];
  const code = `import('${tsx}').then(({ register }) => { register(); return import('${file}'); });`;
  return new Worker(code, { eval: true, workerData });
}

function hearTally(thread: Worker, onCounted: (people: number) => void): Promise<Tally> {
  return new Promise((resolve, reject) => {
    let tally = createTally();
    thread.on('message', (message: WorkerMessage) => {
      if (message.stop !== undefined) reject(new SimulationTooLongError(message.stop));
      onCounted(message.counted);
      tally = message.tally ?? tally;
    });
    thread.on('error', reject);
    thread.on('exit', () => resolve(tally));
  });
}
