// The main screens are open to everybody: no barrier that axe finds, in both languages; nothing moves for who wants it so.
// All screens are in `access.long.test.ts`.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visit } from './acts.ts';
import { findBarriers, findCutWords, findMotion } from './look-at.ts';
import { screensOf } from './screens.ts';
import { openShownSale, type ShownSale } from './shown-sale.ts';
import { chromium, longMs } from './stage.ts';

const main = ['home', 'edit-step', 'simulate', 'live-run'];

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('the main screens', () => {
  let shown: ShownSale;
  beforeAll(async () => {
    shown = await openShownSale();
  }, longMs);
  afterAll(() => shown?.stage.close());

  test.each([
    ['en-US', 'light'],
    ['ko-KR', 'dark'],
  ] as const)('have no barriers in %s, %s', { timeout: longMs }, async (locale, colorScheme) => {
    const { stage } = shown;
    const page = await stage.open('/', { locale, colorScheme });
    for (const screen of screensOf(shown).filter(({ name }) => main.includes(name))) {
      await visit(page, stage.url, screen);
      expect(await findBarriers(page), screen.name).toEqual([]);
      expect(await findCutWords(page), screen.name).toEqual([]);
      expect(await findMotion(page), screen.name).toEqual([]);
    }
    expect(stage.complaints).toEqual([]);
  });
});
