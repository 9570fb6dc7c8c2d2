// Every screen, mode and dialog, and the form of every type of step: no barrier that axe finds, no words cut off, no
// complaint of the page; in both languages, light and dark. With JORNADA_SCREENS set to a folder, a picture of each is put
// there.

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeTypes } from '../../../activities/nodes/index.ts';
import { visit } from './acts.ts';
import { findBarriers, findCutWords } from './look-at.ts';
import { screensOf } from './screens.ts';
import { openShownSale, type ShownSale } from './shown-sale.ts';
import { chromium, longMs } from './stage.ts';

const folder = process.env['JORNADA_SCREENS'];
const looks = ['en-US', 'ko-KR'].flatMap((locale) =>
  (['light', 'dark'] as const).map((colorScheme) => [locale, colorScheme] as const),
);

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('in', () => {
  let shown: ShownSale;
  beforeAll(async () => {
    shown = await openShownSale();
  }, longMs);
  afterAll(() => shown?.stage.close());

  describe.each(looks)('%s, %s', (locale, colorScheme) => {
    const look = `${locale.slice(0, 2)}-${colorScheme}`;
    const open = () => shown.stage.open('/', { locale, colorScheme });

    test('no screen has a barrier', { timeout: 5 * longMs }, async () => {
      const page = await open();
      const found: Record<string, readonly string[]> = {};
      for (const screen of screensOf(shown)) {
        const wrong = await visit(page, shown.stage.url, screen).then(
          () => lookAt(page, `${screen.name}-${look}`),
          (error: Error) => [error.message],
        );
        if (wrong.length > 0) found[screen.name] = wrong;
      }
      expect(found).toEqual({});
      expect(shown.stage.complaints).toEqual([]);
    });

    test('no form of a step has a barrier', { timeout: 2 * longMs }, async () => {
      const page = await open();
      await page.goto(`${shown.stage.url}/journeys/kinds`);
      await page.locator('[data-step="delay"]').waitFor();
      const found: Record<string, readonly string[]> = {};
      for (const { type } of nodeTypes) {
        await goTo(page, type.replaceAll('.', '-'));
        const wrong = await lookAt(page, `form-${type}-${look}`);
        if (wrong.length > 0) found[type] = wrong;
      }
      expect(found).toEqual({});
    });
  });
});

async function lookAt(page: Page, name: string): Promise<readonly string[]> {
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
  return [...(await findBarriers(page)), ...(await findCutWords(page))];
}

async function goTo(page: Page, step: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.locator('[role="dialog"] input').fill(step);
  await page.locator('[role="option"]').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`[data-step="${step}"]:focus`).waitFor();
  await page.locator('aside [role="tablist"]').waitFor();
}
