// `jornada rehearse`: a world of its own for one script. On the stack of a running `jornada dev` where there is one, so
// that its Temporal UI shows the run afterwards; else on one that is brought up for it. The database is thrown away.

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { pino } from 'pino';
import { CliError } from '../../cli/cli-error.ts';
import type { PlayedRehearsal, RehearseOptions } from '../../cli/command-ports.ts';
import { ProblemError } from '../../client/client-errors.ts';
import { EmbeddedError } from '../../embedded/embedded-error.ts';
import { createDatabase, dropDatabase } from '../../embedded/postgres.ts';
import { createProgress, type Progress } from '../../embedded/progress.ts';
import { type Stack, startStack } from '../../embedded/stack.ts';
import { connectTemporal } from '../../embedded/temporal-server.ts';
import { migrateUrl } from '../../store/migrate.ts';
import { findDevStack } from '../dev-file.ts';
import { readConfigOrUsage } from '../read-config-or-usage.ts';
import { type Local, startLocal } from '../start-local.ts';
import { installRuntime } from '../start-worker.ts';
import { storeTemplates } from '../store-templates.ts';
import { getWorkflowBundle } from '../workflow-bundle.ts';
import { RehearseError } from './rehearse-error.ts';
import { rehearseJourney } from './rehearse-journey.ts';

/** What a rehearsal stands on. */
type Ground = Pick<Stack, 'databaseUrl' | 'stop'> & {
  readonly temporal: Pick<Stack['temporal'], 'address' | 'namespace' | 'canSkipTime' | 'uiUrl'>;
};

export async function runRehearsal(options: RehearseOptions): Promise<PlayedRehearsal> {
  const progress = createProgress({ language: options.language });
  const log = pino({ name: 'rehearsal', level: 'error' }, process.stderr);
  installRuntime(log);
  const ground = await openGround(options, progress.onProgress);
  try {
    if (!ground.temporal.canSkipTime) throw cannotSkipTime();
    progress.onProgress(progressTexts.world);
    const world = await openWorld(options, ground, log);
    try {
      progress.onProgress(progressTexts.plays);
      const played = await play(world.local, options);
      progress.done(progressTexts.done);
      return { ...played, end: () => endWorld(world, ground, options.keep) };
    } catch (error) {
      await world.stop();
      throw error;
    }
  } catch (error) {
    progress.fail(progressTexts.failed);
    await ground.stop();
    throw toCliError(error);
  }
}

async function play(local: Local, options: RehearseOptions): Promise<Omit<PlayedRehearsal, 'end'>> {
  const { journeys, script, person, startAt, templates } = options;
  await storeTemplates(local, templates);
  for (const { source } of journeys) await local.api.publish(source);
  const journey = journeys.at(-1)?.id ?? '';
  const { runId, outcome, steps, trace } = await rehearseJourney(local, { journey, script, person, startAt });
  const { link } = await local.api.run(runId);
  return { runId, outcome, steps, trace, ...(link === undefined ? {} : { link }) };
}

/** @throws CliError unreachable */
async function openGround({ folder }: RehearseOptions, onProgress: Progress): Promise<Ground> {
  const { databaseUrl, temporal } = readConfigOrUsage();
  try {
    const dev =
      databaseUrl === undefined && temporal.address === undefined ? findDevStack(folder) : undefined;
    if (dev !== undefined) {
      const server = await connectTemporal(dev.temporal);
      return { ...dev, temporal: { ...server, uiUrl: dev.temporal.uiUrl }, stop: async () => {} };
    }
    const home = join(folder, '.jornada');
    const given = { databaseUrl, temporalAddress: temporal.address, namespace: temporal.namespace };
    const stack = await startStack({ dir: join(home, 'rehearsal'), cacheDir: home, onProgress, ...given });
    const uiUrl = stack.temporal.uiUrl ?? temporal.uiUrl;
    return { ...stack, temporal: { ...stack.temporal, uiUrl } };
  } catch (error) {
    throw toCliError(error);
  }
}

interface RehearsalWorld {
  readonly local: Local;
  readonly stop: () => Promise<void>;
}

async function openWorld(
  { project }: RehearseOptions,
  { databaseUrl, temporal }: Ground,
  log: Parameters<typeof getWorkflowBundle>[1],
): Promise<RehearsalWorld> {
  const name = `jornada_rehearsal_${randomBytes(4).toString('hex')}`;
  const own = await createDatabase(databaseUrl, name);
  await migrateUrl(own);
  const config = readConfigOrUsage();
  const local = await startLocal({
    databaseUrl: own,
    temporal,
    taskQueue: name,
    apiKey: `rehearsal-${randomBytes(16).toString('hex')}`,
    nodeTypes: project.nodeTypes,
    secrets: config.secrets,
    workflowBundle: await getWorkflowBundle(config.temporal.workflowBundle, log),
    log,
  });
  return {
    local,
    async stop() {
      await local.stop();
      await dropDatabase(databaseUrl, name);
    },
  };
}

async function endWorld(world: RehearsalWorld, ground: Ground, keep: boolean): Promise<void> {
  if (keep) await once(process, 'SIGINT');
  await world.stop();
  await ground.stop();
}

function cannotSkipTime(): CliError {
  return CliError.usage({
    en: 'this Temporal server can not skip time (1.32 or newer can). Unset TEMPORAL_ADDRESS to use ours.',
    ko: '이 Temporal 서버는 시간을 건너뛸 수 없습니다(1.32 이상 필요). TEMPORAL_ADDRESS를 지우면 내장 서버를 씁니다.',
  });
}

function toCliError(error: unknown): unknown {
  if (error instanceof EmbeddedError) return CliError.unreachable(error.text);
  if (error instanceof RehearseError) return CliError.usage(error.text);
  if (error instanceof ProblemError) {
    const text = `${error.code} ${error.message} ${error.problem.hint}`;
    return CliError.findings({ en: text, ko: text });
  }
  return error;
}

const progressTexts = {
  world: { en: 'Preparing a database and a worker of its own', ko: '전용 데이터베이스와 워커를 준비합니다' },
  plays: { en: 'Playing the script on the real engine', ko: '실제 엔진에서 스크립트를 실행합니다' },
  done: { en: 'The script is over', ko: '스크립트가 끝났습니다' },
  failed: { en: 'The rehearsal could not be played', ko: '리허설을 실행하지 못했습니다' },
} as const;
