// Exported pictures where people look at them: Mermaid's own parser and renderer (they need a browser's DOM), and an
// SVG file opened in light and dark. Screenshots go to a temporary folder that the test names.

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { definitionSchema } from '../../src/journey/definition.ts';
import { type Picture, toPicture } from '../../src/journey/exchange/picture.ts';
import { toMermaid } from '../../src/journey/exchange/to-mermaid.ts';
import { toSvg } from '../../src/journey/exchange/to-svg.ts';
import { findChromium, openChromium } from '../support/chromium.ts';
import { hostilePicture } from '../support/hostile-picture.ts';

const setUpTimeoutMs = 300_000;
const require = createRequire(import.meta.url);
const mermaidScript = require.resolve('mermaid/dist/mermaid.min.js');

function pictureOf(name: string): Picture {
  const text = readFileSync(new URL(`../../src/gallery/${name}.json`, import.meta.url), 'utf8');
  return toPicture(definitionSchema.parse(JSON.parse(text)), { catalogue, language: 'ko' });
}

describe('in a browser', () => {
  const shots = mkdtempSync(join(tmpdir(), 'jornada-pictures-'));
  let path: string | undefined;
  let browser: Browser;

  beforeAll(async () => {
    path = await findChromium();
    if (path === undefined) return;
    browser = await openChromium(path);
    process.stderr.write(`Screenshots: ${shots}\n`);
  }, setUpTimeoutMs);
  beforeEach(({ skip }) => skip(path === undefined, 'there is no Chromium here'));
  afterAll(async () => browser?.close());

  test.each([
    ['spring-sale', pictureOf('spring-sale')],
    ['cart-recovery', pictureOf('cart-recovery')],
    ['hostile words', hostilePicture],
  ])('Mermaid parses and draws %s', async (_name, picture) => {
    const page = await browser.newPage();
    await page.addScriptTag({ path: mermaidScript });
    const drawn = await page.evaluate(async (text) => {
      const { mermaid } = globalThis as unknown as {
        mermaid: {
          parse: (source: string) => Promise<{ diagramType: string }>;
          render: (id: string, source: string) => Promise<{ svg: string }>;
        };
      };
      const { diagramType } = await mermaid.parse(text);
      return { diagramType, svg: (await mermaid.render('picture', text)).svg };
    }, toMermaid(picture));
    expect(drawn.diagramType).toMatch(/^flowchart/);
    for (const { title } of picture.boxes) {
      const [word = ''] = title.match(/[\p{L}\p{N}]+/u) ?? [];
      expect(drawn.svg).toContain(word);
    }
    expect(drawn.svg).not.toMatch(/<script|<img/);
    await page.close();
  });

  test.each(['light', 'dark'] as const)('an SVG file opens in %s', async (colorScheme) => {
    const file = join(shots, 'spring-sale.svg');
    writeFileSync(file, toSvg(pictureOf('spring-sale')));
    const page = await browser.newPage({ colorScheme, viewport: { width: 800, height: 800 } });
    await page.goto(pathToFileURL(file).href);
    const fill = await page.evaluate<string>("getComputedStyle(document.querySelector('.page')).fill");
    expect(fill).toBe(colorScheme === 'light' ? 'rgb(246, 246, 244)' : 'rgb(19, 20, 23)');
    await page.screenshot({ path: join(shots, `spring-sale-${colorScheme}.png`) });
    await page.close();
  });
});
