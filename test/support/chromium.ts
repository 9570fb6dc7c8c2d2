// Debian's Chromium for tests that look at pages. Installed as root where it is absent; on other machines a test
// asks `findChromium` and skips, counted and named. Under CI a missing browser is a failure.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const program = '/usr/bin/chromium';
const run = promisify(execFile);
const installTimeoutMs = 240_000;

/** Thrown where a browser has to be there and is not. */
class ChromiumMissingError extends Error {
  override readonly name = 'ChromiumMissingError';
  readonly code = 'TEST_CHROMIUM_MISSING';
}

/** Quiet and self-contained: no updates, no sync, nothing fetched but what a test opens. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Its path, installed if need be; undefined where it cannot be had. @throws ChromiumMissingError under CI */
export async function findChromium(): Promise<string | undefined> {
  if (existsSync(program)) return program;
  if (process.getuid?.() === 0) {
    const options = { timeout: installTimeoutMs, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    try {
      await run('apt-get', ['update'], options);
      await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
    } catch (cause) {
      if (isCi()) throw new ChromiumMissingError('Chromium could not be installed.', { cause });
    }
  }
  if (existsSync(program)) return program;
  if (isCi()) throw new ChromiumMissingError(`CI needs ${program}; install Debian's package chromium.`);
  return undefined;
}

/** A browser with an empty profile, which goes when it closes. */
export function openChromium(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, headless: true, args: flags });
}

function isCi(): boolean {
  return process.env['CI'] === 'true';
}
