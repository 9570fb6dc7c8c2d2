// Temporal's own download, asked the way `@temporalio/testing` asks it: first where the archive is, then the archive.
// Done here and not by the SDK, because the SDK waits without a limit where that host cannot be reached.

import { z } from 'zod';
import { readFromTarGz, readFromZip } from './archive.ts';
import { EmbeddedError } from './embedded-error.ts';
import type { Progress } from './progress.ts';

export interface TemporalDownloadOptions {
  /** Of the CLI, such as `1.9.1`. */
  readonly version: string;
  readonly downloadUrl?: string;
  /** How long to wait for the first answer. */
  readonly answerTimeoutMs?: number;
  readonly onProgress?: Progress;
}

const archiveTimeoutMs = 120_000;
const infoSchema = z.object({ archiveUrl: z.url(), fileToExtract: z.string().min(1) });

/** The program's bytes. @throws when the host is not reachable or its answer is not understood */
export async function downloadTemporal({
  version,
  downloadUrl = 'https://temporal.download',
  answerTimeoutMs = 5_000,
  onProgress = () => {},
}: TemporalDownloadOptions): Promise<Buffer> {
  const zipped = process.platform === 'win32';
  const query = new URLSearchParams({
    arch: process.arch === 'x64' ? 'amd64' : process.arch,
    platform: zipped ? 'windows' : process.platform,
    format: zipped ? 'zip' : 'tar.gz',
  });
  onProgress({ en: 'Looking for the Temporal download', ko: 'Temporal 내려받을 곳을 찾습니다' });
  const answer = await get(`${downloadUrl}/cli/v${version}?${query}`, answerTimeoutMs);
  const info = infoSchema.parse(JSON.parse(answer.toString('utf8')));
  onProgress({ en: `Downloading Temporal CLI ${version}`, ko: `Temporal CLI ${version}을(를) 내려받습니다` });
  const archive = await get(info.archiveUrl, archiveTimeoutMs);
  return zipped ? readFromZip(archive, info.fileToExtract) : readFromTarGz(archive, info.fileToExtract);
}

async function get(url: string, timeoutMs: number): Promise<Buffer> {
  const { host } = new URL(url);
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    if (response.ok) return Buffer.from(await response.arrayBuffer());
    await response.body?.cancel();
    throw new EmbeddedError('EMBEDDED_DOWNLOAD_BAD', `it answered ${response.status}`);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new EmbeddedError('EMBEDDED_DOWNLOAD_BAD', `${host} could not be asked: ${said}`, { cause });
  }
}
