// Every screen, mode and dialog: no barrier that axe finds, no words cut off, no complaint of the page; in both languages,
// light and dark. With JORNADA_SCREENS set to a folder, a picture of each is put there.

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBarriers, findCutWords } from './look-at.ts';
import { screensOf } from './screens.ts';
import { openShownSale } from './shown-sale.ts';
import { type CanvasStage, chromium, longMs } from './stage.ts';

const folder = process.env['JORNADA_SCREENS'];
const looks = ['en-US', 'ko-KR'].flatMap((locale) =>
  (['light', 'dark'] as const).map((colorScheme) => [locale, colorScheme] as const),
);

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('every screen', () => {
  let stage: CanvasStage;
  let run: string;
  beforeAll(async () => {
    ({ stage, run } = await openShownSale());
  }, longMs);
  afterAll(() => stage?.close());

  test.each(looks)('has no barriers in %s, %s', { timeout: 5 * longMs }, async (locale, colorScheme) => {
    const page = await stage.open('/', { locale, colorScheme });
    const found: Record<string, readonly string[]> = {};
    for (const { name, path, way } of screensOf(run)) {
      await page.goto(`${stage.url}${path}`);
      for (const act of way) await act(page);
      if (folder !== undefined) {
        await page.screenshot({ path: join(folder, `${name}-${locale.slice(0, 2)}-${colorScheme}.png`) });
      }
      const wrong = [...(await findBarriers(page)), ...(await findCutWords(page))];
      if (wrong.length > 0) found[name] = wrong;
    }
    expect(found).toEqual({});
    expect(stage.complaints).toEqual([]);
  });
});
