// What holds on every page: words of a journey stay words, no script runs but the page's own, nobody is shut out, and
// nothing moves for who wants it so. Here on the main screens; on all of them in `access.long.test.ts`.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import springSale from '../../../src/gallery/spring-sale.json' with { type: 'json' };
import { visit } from './acts.ts';
import { Author } from './author.ts';
import { hostile, hostileWords } from './hostile.ts';
import { findBarriers, findCutWords, findMotion } from './look-at.ts';
import { mainScreens } from './screens.ts';
import { type CanvasStage, chromium, longMs, openCanvasStage } from './stage.ts';

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('the pages of the canvas', () => {
  let stage: CanvasStage;
  beforeAll(async () => {
    stage = await openCanvasStage();
    await stage.world.publish(hostile);
    await stage.world.publish(springSale);
    await stage.world.local.api.saveDraft('hostile', { source: JSON.stringify(hostile) });
  }, longMs);
  afterAll(() => stage?.close());

  test.each([
    ['en-US', 'light', 'home', 'edit-step'],
    ['ko-KR', 'dark', 'simulate', 'list'],
  ] as const)('have no barriers in %s, %s', { timeout: longMs }, async (locale, colorScheme, ...names) => {
    const page = await stage.open('/', { locale, colorScheme });
    for (const screen of mainScreens(...names)) {
      await visit(page, stage.url, screen);
      expect(await findBarriers(page), screen.name).toEqual([]);
      expect(await findCutWords(page), screen.name).toEqual([]);
      expect(await findMotion(page), screen.name).toEqual([]);
    }
    expect(stage.complaints).toEqual([]);
  });

  test('show a hostile journey as words on the canvas, in the panel, in the list and among the journeys', {
    timeout: longMs,
  }, async () => {
    const author = new Author(await stage.open('/'));
    await author.page.getByRole('link', { name: hostile.name }).waitFor();
    await author.page.goto(`${stage.url}/journeys/hostile`);
    await author.step('text').getByText(hostileWords).first().waitFor();
    await author.step('remark').getByText(hostileWords).waitFor();
    await author.page.locator('.react-flow__node-frame').getByText(hostileWords).first().waitFor();
    await author.select('text');
    await author.panel.getByRole('heading', { name: hostileWords }).waitFor();
    await author.panel.getByRole('article', { name: 'Text message' }).getByText(hostileWords).waitFor();
    await author.page.keyboard.press('Escape');
    await author.page.locator('.react-flow__pane').click({ position: { x: 8, y: 8 } });
    await author.page.keyboard.press('l');
    await author.page.getByRole('treegrid').getByText(`Mail ${hostileWords}`).first().waitFor();
    await expectHarmless(author.page);
  });

  test('show it as words in a simulation and live', { timeout: longMs }, async () => {
    const page = await stage.open('/journeys/hostile/simulate');
    await page.getByRole('article', { name: 'E-mail' }).getByText(`Subject ${hostileWords}`).waitFor();
    await page.getByRole('tab', { name: 'Story' }).click();
    await page.getByRole('tabpanel', { name: 'Story' }).getByText(hostileWords).first().waitFor();
    await expectHarmless(page);
    await page.goto(`${stage.url}/journeys/hostile/live`);
    await page.locator('[data-step="mail"]').getByText(hostileWords).first().waitFor();
    await expectHarmless(page);
  });

  test('write it as words into an SVG that is opened by itself', { timeout: longMs }, async () => {
    const page = await stage.open('/journeys/hostile');
    await page.locator('[data-step="text"]').first().waitFor();
    await page.keyboard.press('Control+Shift+E');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: /^SVG/ }).click({ force: true });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download' }).click(),
    ]);
    const svg = readFileSync(await download.path(), 'utf8');
    expect(svg).toContain('&lt;img');
    expect(svg).not.toMatch(/<(script|img|foreignObject)|<[^>]*\son\w+=/i);
    await page.goto(`file://${await download.path()}`).catch(() => undefined);
    await expectHarmless(page);
  });

  test('run no script but their own', { timeout: longMs }, async () => {
    const page = await stage.open('/journeys/hostile');
    await page.locator('[data-step="text"]').first().waitFor();
    const breach = await page.evaluate<string>(`new Promise((resolve) => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), { once: true });
      const script = document.createElement('script');
      script.textContent = 'window.harmed = 1';
      document.body.append(script);
    })`);
    expect(breach).toBe('script-src-elem');
    await expectHarmless(page);
  });

  async function expectHarmless(page: Page): Promise<void> {
    expect(await page.evaluate('window.harmed')).toBeUndefined();
    expect(await page.locator('img[src="x"], [onerror]').count()).toBe(0);
  }
});
