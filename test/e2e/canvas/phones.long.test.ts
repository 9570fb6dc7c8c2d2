// Both ends of a conversation in one window: a message goes out, it is answered on the phone in the next pane, the canvas
// shows what follows, and two weeks pass at the press of a button.

import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import welcome from '../../../src/gallery/welcome-en.json' with { type: 'json' };
import { type CanvasStage, chromium, longMs, openCanvasStage } from './stage.ts';
import { Watcher } from './trier.ts';

/** At any hour: a test does not wait for the morning. */
const awake = { ...welcome, policy: { expires: 'P2D' } };

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('an operator with the phones beside the canvas', () => {
  let stage: CanvasStage;
  beforeAll(async () => {
    stage = await openCanvasStage();
    await stage.world.publish(awake);
  }, longMs);
  afterAll(() => stage?.close());

  async function watch(): Promise<Watcher> {
    const watcher = new Watcher(await stage.open('/journeys/welcome-en/live'));
    await watcher.seen('hello', 0);
    return watcher;
  }

  test('answers as the person, sees the journey go on, and lets two weeks pass', {
    timeout: longMs,
  }, async () => {
    const watcher = await watch();
    const guest = await stage.world.person({ rehearsed: false });
    await watcher.start(guest.externalId, { isRehearsed: true });
    await watcher.panel.getByText('It waits: no open 24-hour window.').waitFor();
    await watcher.panel.getByRole('button', { name: 'Show their phone' }).click();
    const phone = phoneOf(watcher.page);
    await phone.getByText(/^welcome_hello/).waitFor();
    await phone.getByRole('textbox', { name: `Answer as ${guest.phone}` }).fill('Yes, please');
    await phone.getByRole('button', { name: 'Send' }).click();
    await phone.getByText(/^Thank you for writing, Haneul/).waitFor();
    await watcher.seen('first', 1);
    await watcher.panel.getByText('goes on to The first week').waitFor();
    await watcher.panel.getByRole('button', { name: 'To what is next' }).click();
    await watcher.seen('welcomed', 1);
    await watcher.panel.getByRole('button', { name: /^Welcomed/ }).waitFor();
    expect(stage.complaints).toEqual([]);
  });

  test('finds one person among others, and a version that is published meanwhile', {
    timeout: longMs,
  }, async () => {
    const [sought, other] = [await stage.world.person(), await stage.world.person()];
    for (const guest of [sought, other]) await stage.world.start('welcome-en', guest);
    const watcher = await watchAll();
    const rows = watcher.panel.getByRole('list', { name: 'Runs' }).getByRole('listitem');
    await expect.poll(() => rows.count(), { timeout: 30_000 }).toBeGreaterThan(1);
    const search = watcher.panel.getByRole('combobox', { name: 'Find a person' });
    await search.fill(sought.externalId);
    await watcher.page.getByRole('option').filter({ hasText: sought.externalId }).click();
    await expect.poll(() => rows.count(), { timeout: 30_000 }).toBe(1);

    const mail = { type: 'exit', name: 'No mail any more', with: { as: 'unreached' } };
    const { unreached: _unreached, ...nodes } = awake.nodes;
    await stage.world.publish({ ...awake, nodes: { ...nodes, mail } } as { id: string });
    await watcher.page.getByText('Version 2 was published just now.').waitFor();
    await watcher.page.getByText('v2 · 0 entered · 0 under way').waitFor();
    await watcher.page.locator('.react-flow').getByText('No mail any more').waitFor();
    expect(stage.complaints).toEqual([]);
  });

  /** Of a journey that people have entered. */
  async function watchAll(): Promise<Watcher> {
    const watcher = new Watcher(await stage.open('/journeys/welcome-en/live'));
    await watcher.panel.getByRole('list', { name: 'Runs' }).waitFor();
    return watcher;
  }
});

function phoneOf(page: Page): FrameLocator {
  return page.getByRole('region', { name: 'Phones' }).frameLocator('iframe');
}
