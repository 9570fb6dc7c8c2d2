// Nothing that was written is lost: two authors of one step, a reload in mid-edit, a server that goes in mid-save.
// More of it is in `keep.long.test.ts`.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeTypes } from '../../../activities/nodes/index.ts';
import { nameOnServer, openGreeting } from './greeting.ts';
import { type CanvasStage, chromium, longMs, openCanvasStage } from './stage.ts';

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('what authors write is kept', () => {
  let stage: CanvasStage;
  beforeAll(async () => {
    stage = await openCanvasStage();
  }, longMs);
  afterAll(() => stage?.close());

  test('two authors who change the same step are asked, and both texts are there to choose from', {
    timeout: longMs,
  }, async () => {
    const one = await openGreeting(stage, 'both');
    const two = await openGreeting(stage, 'both');
    await one.select('text');
    await two.select('text');
    await one.write('Name', 'Hello from one');
    // What the page says is of the save before, until it hears of the letters.
    await expect.poll(() => nameOnServer(stage, 'both', 'text'), { timeout: 10_000 }).toBe('Hello from one');
    await two.write('Name', 'Hello from two');
    const dialog = two.page.getByRole('dialog', { name: 'This draft was changed elsewhere too' });
    await dialog.getByText('Hello from one').first().waitFor();
    await dialog.getByText('Hello from two').first().waitFor();
    await expect.poll(() => nameOnServer(stage, 'both', 'text'), { timeout: 10_000 }).toBe('Hello from one');
    await dialog.getByRole('radio', { name: /Hello from two/ }).click({ force: true });
    await dialog.getByRole('button', { name: 'Join both' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await two.saved();
    await expect.poll(() => nameOnServer(stage, 'both', 'text'), { timeout: 10_000 }).toBe('Hello from two');
  });

  test('a reload in mid-edit brings back what no server has seen', { timeout: longMs }, async () => {
    const author = await openGreeting(stage, 'reloaded');
    await author.page.context().setOffline(true);
    await author.select('text');
    await author.write('Name', 'Written offline');
    await author.page.getByText('Offline, kept on this computer').waitFor();
    await expect.poll(() => nameOnServer(stage, 'reloaded', 'text'), { timeout: 10_000 }).toBe('Hello');
    await author.page.context().setOffline(false);
    // The newest save is on its way and is never answered.
    await author.page.route('**/v1/drafts/reloaded', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await author.write('Name', 'Written in mid-edit');
    await author.page.reload();
    await author.page.unrouteAll();
    await author.step('text').getByText('Written in mid-edit').waitFor();
    await author.saved();
    await expect
      .poll(() => nameOnServer(stage, 'reloaded', 'text'), { timeout: 10_000 })
      .toBe('Written in mid-edit');
  });

  test('a server killed in mid-save has the text once it is back', { timeout: longMs }, async () => {
    const author = await openGreeting(stage, 'killed');
    await author.select('text');
    let back: Promise<void> | undefined;
    await author.page.route('**/v1/drafts/killed', async (route) => {
      if (route.request().method() !== 'PUT' || back !== undefined) return route.continue();
      // The save arrives, its answer does not: then the server goes, and comes again.
      await route.fetch();
      back = stage.world.local.renew(nodeTypes);
      return route.abort('connectionreset');
    });
    await author.write('Name', 'Written while it died');
    await author.page.getByText('Offline, kept on this computer').waitFor();
    await author.write('Name', 'Written while it was away');
    await back;
    await author.saved();
    await expect
      .poll(() => nameOnServer(stage, 'killed', 'text'), { timeout: 10_000 })
      .toBe('Written while it was away');
  });
});
