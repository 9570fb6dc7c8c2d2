// Histories of runs: fetched link by link from the server, stored as `test/histories/<name>.json` with the charts
// they need, and replayed against a workflow bundle.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { WorkflowClient } from '@temporalio/client';
import proto from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { createChartCodec } from '../../activities/engine/chart-codec.ts';

const { History } = proto.temporal.api.history.v1;
export type RunHistory = proto.temporal.api.history.v1.IHistory;

export const historiesDir = join(import.meta.dirname, '../histories');
const chartsFile = join(historiesDir, 'charts.json');

/** A history as the protocol's JSON: enums by name, bytes in base 64. */
export interface StoredHistory {
  readonly name: string;
  readonly text: string;
}

/** Every link of a run's chain, oldest first. */
export async function fetchLinks(client: WorkflowClient, runId: string): Promise<RunHistory[]> {
  const links: RunHistory[] = [];
  let link: string | undefined;
  do {
    const history: RunHistory = await client.getHandle(`run:${runId}`, link).fetchHistory();
    links.unshift(history);
    link = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
  } while (link !== '');
  return links;
}

/** Long ones are packed. Whoever recorded it is left out: it is a process and a machine. */
export function storeHistory(name: string, history: RunHistory): void {
  const plain = History.toObject(History.fromObject(history), {
    longs: String,
    enums: String,
    bytes: String,
  });
  const text = JSON.stringify(plain, (key, value) => (key === 'identity' ? 'recorded' : value));
  if (text.length < 200_000) writeFileSync(join(historiesDir, `${name}.json`), `${text}\n`);
  else writeFileSync(join(historiesDir, `${name}.json.gz`), gzipSync(text, { level: 9 }));
}

export function listHistories(): StoredHistory[] {
  return readdirSync(historiesDir)
    .filter((file) => /\.json(\.gz)?$/.test(file) && file !== 'charts.json')
    .map((file) => {
      const bytes = readFileSync(join(historiesDir, file));
      const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      return { name: file.replace(/\.json(\.gz)?$/, ''), text };
    });
}

export function parseHistory({ text }: StoredHistory): RunHistory {
  return History.fromObject(JSON.parse(text));
}

export type Charts = Readonly<Record<string, unknown>>;

export function storeCharts(charts: Charts): void {
  writeFileSync(chartsFile, `${JSON.stringify(charts)}\n`);
}

export function readCharts(): Charts {
  return JSON.parse(readFileSync(chartsFile, 'utf8')) as Charts;
}

/**
 * Replays a history against a bundle of the workflow code.
 *
 * @throws DeterminismViolationError where the code would do something else now
 */
export async function replay(
  history: RunHistory,
  { bundle, charts }: { readonly bundle: string; readonly charts: Charts },
): Promise<void> {
  await Worker.runReplayHistory(
    {
      workflowBundle: { codePath: bundle },
      dataConverter: { payloadCodecs: [createChartCodec(async (hash) => charts[hash])] },
    },
    history,
  );
}
