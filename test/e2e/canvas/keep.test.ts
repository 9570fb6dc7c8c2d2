// Nothing that was written is lost: two authors at once, a reload in mid-edit, a server that goes in mid-save, a session
// that ends.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeTypes } from '../../../activities/nodes/index.ts';
import { Author } from './author.ts';
import { type CanvasStage, chromium, longMs, openCanvasStage } from './stage.ts';

function greeting(id: string) {
  return {
    ...{ id, name: 'Greeting', entry: { on: { api: true } }, start: 'text' },
    nodes: {
      text: {
        type: 'sms.send',
        name: 'Hello',
        with: { text: 'Hello' },
        next: { accepted: 'done', unresolved: 'done', '*': 'done' },
      },
      done: { type: 'exit', name: 'End', with: { as: 'reached' } },
    },
  };
}

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
    const one = await openAuthor('both');
    const two = await openAuthor('both');
    await one.select('text');
    await two.select('text');
    await one.write('Name', 'Hello from one');
    await one.saved();
    await two.write('Name', 'Hello from two');
    const dialog = two.page.getByRole('dialog', { name: 'This draft was changed elsewhere too' });
    await dialog.getByText('Hello from one').first().waitFor();
    await dialog.getByText('Hello from two').first().waitFor();
    await expect.poll(() => nameOf('both', 'text'), { timeout: 10_000 }).toBe('Hello from one');
    await dialog.getByRole('radio', { name: /Hello from two/ }).click({ force: true });
    await dialog.getByRole('button', { name: 'Join both' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await two.saved();
    await expect.poll(() => nameOf('both', 'text'), { timeout: 10_000 }).toBe('Hello from two');
  });

  test('two authors who change different steps lose nothing', { timeout: longMs }, async () => {
    const one = await openAuthor('apart');
    const two = await openAuthor('apart');
    await one.select('text');
    await two.select('done');
    await one.write('Name', 'Hello from one');
    await one.saved();
    await two.write('Name', 'End from two');
    const dialog = two.page.getByRole('dialog', { name: 'This draft was changed elsewhere too' });
    await dialog.getByRole('button', { name: 'Join both' }).click();
    await two.saved();
    await expect.poll(() => nameOf('apart', 'text'), { timeout: 10_000 }).toBe('Hello from one');
    await expect.poll(() => nameOf('apart', 'done'), { timeout: 10_000 }).toBe('End from two');
  });

  test('a reload in mid-edit brings back what no server has seen', { timeout: longMs }, async () => {
    const author = await openAuthor('reloaded');
    await author.page.context().setOffline(true);
    await author.select('text');
    await author.write('Name', 'Written offline');
    await author.page.getByText('Offline, kept on this computer').waitFor();
    await expect.poll(() => nameOf('reloaded', 'text'), { timeout: 10_000 }).toBe('Hello');
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
    await expect.poll(() => nameOf('reloaded', 'text'), { timeout: 10_000 }).toBe('Written in mid-edit');
  });

  test('a server killed in mid-save has the text once it is back', { timeout: longMs }, async () => {
    const author = await openAuthor('killed');
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
    await expect.poll(() => nameOf('killed', 'text'), { timeout: 10_000 }).toBe('Written while it was away');
  });

  test('a session that ends loses nothing: a new link in another tab, and saving goes on', {
    timeout: longMs,
  }, async () => {
    const author = await openAuthor('expired');
    await author.select('text');
    await stage.world.local.store.deleteFrom('session').execute();
    await author.write('Name', 'Written without a session');
    const dialog = author.page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor();
    await expect.poll(() => nameOf('expired', 'text'), { timeout: 10_000 }).toBe('Hello');
    await stage.signIn(author.page);
    await dialog.getByRole('button', { name: 'I have opened it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await author.saved();
    await expect.poll(() => nameOf('expired', 'text'), { timeout: 10_000 }).toBe('Written without a session');
  });

  /** In a browser of their own, with a draft of this id before them. */
  async function openAuthor(id: string): Promise<Author> {
    const { api } = stage.world.local;
    const { drafts } = await api.drafts();
    if (!drafts.some((draft) => draft.id === id))
      await api.saveDraft(id, { source: JSON.stringify(greeting(id)) });
    const author = new Author(await stage.open(`/journeys/${id}`));
    await author.step('text').waitFor();
    return author;
  }

  /** As the server has it. */
  async function nameOf(id: string, step: string): Promise<string> {
    const { source } = await stage.world.local.api.draft(id);
    return JSON.parse(source).nodes[step].name;
  }
});
