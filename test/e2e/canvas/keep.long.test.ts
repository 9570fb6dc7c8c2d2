// Nothing that was written is lost: two authors of different steps, and a session that ends.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameOnServer, openGreeting } from './greeting.ts';
import { type CanvasStage, chromium, longMs, openCanvasStage } from './stage.ts';

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('what authors write is kept', () => {
  let stage: CanvasStage;
  beforeAll(async () => {
    stage = await openCanvasStage();
  }, longMs);
  afterAll(() => stage?.close());

  test('two authors who change different steps lose nothing', { timeout: longMs }, async () => {
    const one = await openGreeting(stage, 'apart');
    const two = await openGreeting(stage, 'apart');
    await one.select('text');
    await two.select('done');
    await one.write('Name', 'Hello from one');
    await expect.poll(() => nameOnServer(stage, 'apart', 'text'), { timeout: 10_000 }).toBe('Hello from one');
    await two.write('Name', 'End from two');
    const dialog = two.page.getByRole('dialog', { name: 'This draft was changed elsewhere too' });
    await dialog.getByRole('button', { name: 'Join both' }).click();
    await two.saved();
    await expect.poll(() => nameOnServer(stage, 'apart', 'text'), { timeout: 10_000 }).toBe('Hello from one');
    await expect.poll(() => nameOnServer(stage, 'apart', 'done'), { timeout: 10_000 }).toBe('End from two');
  });

  test('what is just being written when another’s save is seen is not lost', {
    timeout: longMs,
  }, async () => {
    const one = await openGreeting(stage, 'seen');
    const two = await openGreeting(stage, 'seen');
    await one.select('text');
    await two.select('done');
    await one.write('Name', 'Hello from one');
    await expect.poll(() => nameOnServer(stage, 'seen', 'text'), { timeout: 10_000 }).toBe('Hello from one');
    const name = two.panel.getByRole('textbox', { name: 'Name', exact: true });
    // The answer comes before the pause after which the journey has what was written.
    await two.page.route('**/v1/drafts/seen', async (route) => {
      const response = await route.fetch();
      if (route.request().method() === 'GET') await name.fill('End from two');
      await route.fulfill({ response });
    });
    await two.page.evaluate(`dispatchEvent(new Event('focus'))`);
    const dialog = two.page.getByRole('dialog', { name: 'This draft was changed elsewhere too' });
    await dialog.getByRole('button', { name: 'Join both' }).click();
    await two.saved();
    await expect.poll(() => nameOnServer(stage, 'seen', 'text'), { timeout: 10_000 }).toBe('Hello from one');
    await expect.poll(() => nameOnServer(stage, 'seen', 'done'), { timeout: 10_000 }).toBe('End from two');
  });

  test('a session that ends loses nothing: a new link in another tab, and saving goes on', {
    timeout: longMs,
  }, async () => {
    const author = await openGreeting(stage, 'expired');
    await author.select('text');
    await stage.world.local.store.deleteFrom('session').execute();
    await author.write('Name', 'Written without a session');
    const dialog = author.page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor();
    await expect.poll(() => nameOnServer(stage, 'expired', 'text'), { timeout: 10_000 }).toBe('Hello');
    await stage.signIn(author.page);
    await dialog.getByRole('button', { name: 'I have opened it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await author.saved();
    await expect
      .poll(() => nameOnServer(stage, 'expired', 'text'), { timeout: 10_000 })
      .toBe('Written without a session');
  });
});
