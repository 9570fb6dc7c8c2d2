// What goes wrong at the bounds, told as it is: a publication whose answer is lost, and a run that goes on and on.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { circle } from '../../simulator/simulated.ts';
import type { Author } from './author.ts';
import { nameOnServer, openGreeting } from './greeting.ts';
import { type CanvasStage, chromium, longMs, openCanvasStage } from './stage.ts';

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('at the bounds', () => {
  let stage: CanvasStage;
  beforeAll(async () => {
    stage = await openCanvasStage();
  }, longMs);
  afterAll(() => stage?.close());

  /** The first publication arrives, its answer does not. */
  async function publishUnheard(author: Author): Promise<void> {
    const { page } = author;
    await page.route('**/publish', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.getByRole('banner').getByRole('button', { name: 'Publish' }).click();
    const dialog = page.getByRole('dialog', { name: 'Publish' });
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await dialog.getByText('The server does not answer.').waitFor();
    await page.unrouteAll();
  }

  /** What is asked of the server from now on and refused: the console would show it. */
  function refusalsOf(page: Page): readonly string[] {
    const refused: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
    });
    return refused;
  }

  const versionsOf = async (id: string) => (await stage.world.local.api.versions(id)).versions.length;

  test('a publication whose answer was lost is told as published when it is repeated', {
    timeout: longMs,
  }, async () => {
    const author = await openGreeting(stage, 'repeated');
    await publishUnheard(author);
    const dialog = author.page.getByRole('dialog', { name: 'Publish' });
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await author.page.getByRole('dialog', { name: 'Version 1 is live' }).waitFor();
    expect(await versionsOf('repeated')).toBe(1);
  });

  test('who goes on writing after it is not asked about their own draft', { timeout: longMs }, async () => {
    const author = await openGreeting(stage, 'unheard');
    await publishUnheard(author);
    await author.page.getByRole('button', { name: 'Cancel' }).click();
    await author.select('text');
    await author.write('Name', 'Hello again');
    await author.saved();
    await expect.poll(() => nameOnServer(stage, 'unheard', 'text'), { timeout: 10_000 }).toBe('Hello again');
    // A name changes nothing of what a version means.
    await author.publish('Only another name');
    expect(await versionsOf('unheard')).toBe(1);
  });

  test('whoever publishes another name alone hears that no version comes of it, and where the name is', {
    timeout: longMs,
  }, async () => {
    const author = await openGreeting(stage, 'renamed');
    const { page } = author;
    const refused = refusalsOf(page);
    await author.publish('The first');
    expect(refused).toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();
    await author.select('text');
    await author.write('Name', 'Hello again');
    await author.saved();
    await page.getByRole('banner').getByRole('button', { name: 'Publish' }).click();
    const dialog = page.getByRole('dialog', { name: 'Publish' });
    await dialog.getByText(/are saved in the draft, and go out with the next version/).waitFor();
    await dialog.getByRole('button', { name: 'Publish' }).click();
    const told = page.getByRole('dialog', { name: 'Nothing new: version 1 means the same' });
    await told.getByText(/are saved in the draft, and go out with the next version/).waitFor();
    expect(await nameOnServer(stage, 'renamed', 'text')).toBe('Hello again');
    expect(await versionsOf('renamed')).toBe(1);
  });

  test('a journey that is not published is waited for without an error, and then reads as it was drawn', {
    timeout: longMs,
  }, async () => {
    const author = await openGreeting(stage, 'awaited');
    const { page } = author;
    const label = page.locator('[data-label="text→done!"]');
    await label.getByText('maybe sent · other failures').waitFor();
    // Whoever opens it asks by its name, once.
    const asked = page.waitForResponse(/\/v1\/journeys\/awaited$/);
    await page.reload();
    await asked;
    await label.waitFor();
    const refused = refusalsOf(page);
    await page.getByRole('radio', { name: 'Live' }).click();
    await page.getByRole('heading', { name: 'Not published yet' }).waitFor();
    // It is asked for once more after a while.
    await page.waitForResponse(/\/v1\/journeys$/);
    const { revision } = await stage.world.local.api.draft('awaited');
    await stage.world.local.api.publishDraft('awaited', { revision });
    await label.getByText('maybe sent · other failures · 0').waitFor();
    expect(refused).toEqual([]);
  });

  test('a run that goes on and on is stopped, told where it goes around, and taken back', {
    timeout: longMs,
  }, async () => {
    await stage.world.local.api.saveDraft('circle', { source: JSON.stringify(circle()) });
    const page = await stage.open('/journeys/circle/simulate');
    const panel = page.getByRole('complementary', { name: 'Simulation' });
    const pass = async (howLong: string) => {
      await panel.getByRole('button', { name: 'Time passes…' }).click();
      await page.getByRole('textbox', { name: 'How long' }).fill(howLong);
      await page.getByRole('button', { name: 'Let it happen' }).click();
    };
    await pass('10m');
    await panel.getByRole('timer').getByText('10:10').waitFor();
    await pass('P2Y');
    const told = panel.getByRole('alert', { name: 'Stopped: this run goes on and on' });
    await told.waitFor();
    expect(await told.getByRole('listitem').allInnerTexts()).toEqual(['rest', 'text', 'more']);
    // The way so far is still there.
    await panel.getByRole('timer').getByText('10:10').waitFor();
    await told.getByRole('button', { name: 'Take it back' }).click();
    await told.waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Time passes…' }).waitFor();
    expect(stage.complaints).toEqual([]);
  });
});
