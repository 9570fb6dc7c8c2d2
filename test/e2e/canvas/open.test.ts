// The canvas opens: a link signs in, a journey is drawn, the page keeps to its policy.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import springSale from '../../../src/gallery/spring-sale.json' with { type: 'json' };
import { type CanvasStage, chromium, openCanvasStage } from './stage.ts';

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('the canvas in a browser', () => {
  let stage: CanvasStage;
  beforeAll(async () => {
    stage = await openCanvasStage();
    await stage.world.publish(springSale);
  }, 120_000);
  afterAll(() => stage?.close());

  test('draws a published journey', async () => {
    const page = await stage.open('/journeys/spring-sale');
    for (const step of Object.keys(springSale.nodes)) await page.locator(`[data-step="${step}"]`).waitFor();
    expect(stage.complaints).toEqual([]);
  });
});
