// The two pages next to each other: our canvas with the campaign as a draft, on the whole product, and bare React Flow
// with the same boxes and lines.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { build, preview } from 'vite';
import { buildCanvas } from '../../support/built-canvas.ts';
import { startBenchWorld } from '../bench-world.ts';
import { toBoxes, writeCampaign } from './campaign.ts';
import type { NameField } from './gestures.ts';

export interface Side {
  readonly url: string;
  /** Whatever has to be so before the page is opened. */
  enter(context: BrowserContext): Promise<void>;
  readonly nameField: NameField;
  stop(): Promise<void>;
}

/** With the script that measures both pages. */
export interface Bare extends Side {
  readonly gaugeFile: string;
}

const configFile = fileURLToPath(new URL('page/vite.config.ts', import.meta.url));

export async function serveOurs(): Promise<Side> {
  const { local, stop } = await startBenchWorld({ canvasFolder: await buildCanvas() });
  const campaign = writeCampaign();
  await local.api.saveDraft(campaign.id, { source: JSON.stringify(campaign, null, 2) });
  return {
    url: `${local.server.url}/journeys/${campaign.id}`,
    async enter(context) {
      const { url } = await local.api.createSessionLink();
      await context.request.get(url);
    },
    nameField: (page) => page.getByLabel('Name', { exact: true }),
    stop,
  };
}

export async function serveBare(): Promise<Bare> {
  const outDir = mkdtempSync(join(tmpdir(), 'jornada-bare-'));
  await build({ configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  writeFileSync(join(outDir, 'boxes.json'), JSON.stringify(toBoxes(writeCampaign())));
  const server = await preview({ configFile, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    gaugeFile: join(outDir, 'gauge.js'),
    enter: async () => {},
    nameField: (page) => page.getByLabel('Name', { exact: true }),
    async stop() {
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}
