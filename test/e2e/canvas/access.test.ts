// The main screens are open to everybody: no barrier that axe finds, in both languages; nothing moves for who wants it so.
// All screens are in `access.long.test.ts`.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBarriers, findCutWords, findMotion } from './look-at.ts';
import { screensOf } from './screens.ts';
import { openShownSale } from './shown-sale.ts';
import { type CanvasStage, chromium, longMs } from './stage.ts';

const main = ['home', 'edit-step', 'simulate', 'live-run'];

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('the main screens', () => {
  let stage: CanvasStage;
  let run: string;
  beforeAll(async () => {
    ({ stage, run } = await openShownSale());
  }, longMs);
  afterAll(() => stage?.close());

  test.each([
    ['en-US', 'light'],
    ['ko-KR', 'dark'],
  ] as const)('have no barriers in %s, %s', { timeout: longMs }, async (locale, colorScheme) => {
    const page = await stage.open('/', { locale, colorScheme });
    for (const { name, path, way } of screensOf(run).filter((screen) => main.includes(screen.name))) {
      await page.goto(`${stage.url}${path}`);
      for (const act of way) await act(page);
      expect(await findBarriers(page), name).toEqual([]);
      expect(await findCutWords(page), name).toEqual([]);
      expect(await findMotion(page), name).toEqual([]);
    }
    expect(stage.complaints).toEqual([]);
  });
});
