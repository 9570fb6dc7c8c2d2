// Putting a journey in order: what an author does to steps that are there already, with the mouse and in the list.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '../../../src/journey/definition.ts';
import { Arranger, drafted, inTime, journey, openArranger, shiftOf } from './arranger.ts';
import { boxOf } from './author.ts';
import { type CanvasStage, chromium, longMs, openCanvasStage } from './stage.ts';
import { Typist } from './typist.ts';

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('an author puts a journey in order', () => {
  let stage: CanvasStage;
  beforeAll(async () => {
    stage = await openCanvasStage();
  }, longMs);
  afterAll(() => stage?.close());

  test('an edge is led to another step, and comes from another outcome', { timeout: longMs }, async () => {
    const author = await openArranger(stage, journey('ends'));
    await author.moveEnd('text→pause', 'target', { step: 'done' });
    await nextOf('ends', 'text', { accepted: 'done', unresolved: 'mail', '*': 'mail' });
    await author.press('Control+z');
    await author.moveEnd('text→pause', 'target', { step: 'remark' });
    await author.page.getByText('A note is only a remark: no one gets there.').waitFor();
    await author.moveEnd('text→pause', 'source', { step: 'text', outcome: 'undeliverable' });
    await nextOf('ends', 'text', { undeliverable: 'pause', unresolved: 'mail', '*': 'mail' });
    await author.page.mouse.move(5, 300);
    await author.moveEnd('text→pause!', 'source', { step: 'mail', outcome: 'accepted' });
    await author.page.getByText('This outcome leads to “done” already.').waitFor();
    await author.moveEnd('text→pause!', 'source', { step: 'mail', outcome: '*' });
    await nextOf('ends', 'mail', { accepted: 'done', '*': 'pause' });
    await author.press('Control+z', 'Control+z');
    await nextOf('ends', 'text', { accepted: 'pause', unresolved: 'mail', '*': 'mail' });
    await nextOf('ends', 'mail', { accepted: 'done' });
    await author.moveEnd('@entry', 'target', { step: 'mail' });
    await expect.poll(async () => (await drafted(stage, 'ends')).start, inTime).toBe('mail');
  });

  test('the small map moves the view, and all comes into sight again', { timeout: longMs }, async () => {
    const author = await openArranger(stage, journey('map'));
    await author.press('m');
    const map = author.page.locator('.react-flow__minimap');
    const { x, y, width, height } = await boxOf(map);
    const { mouse } = author.page;
    const clicked = await shiftOf(author.step('text'), () => mouse.click(x + width * 0.8, y + height * 0.8));
    expect(clicked.x).toBeLessThan(0);
    expect(clicked.y).toBeLessThan(0);
    const dragged = await shiftOf(author.step('text'), async () => {
      await mouse.move(x + width / 2, y + height / 2);
      await mouse.down();
      await mouse.move(x + width / 4, y + height / 4, { steps: 6 });
      await mouse.up();
    });
    expect(dragged.x).toBeGreaterThan(0);
    expect(dragged.y).toBeGreaterThan(0);
    await author.press('m', '1');
    await map.waitFor({ state: 'detached' });
    const canvas = await boxOf(author.page.locator('.react-flow'));
    for (const id of ['text', 'mail', 'done']) {
      const step = await boxOf(author.step(id));
      expect(step.x).toBeGreaterThan(canvas.x);
      expect(step.y + step.height).toBeLessThan(canvas.y + canvas.height);
    }
    await author.press('Control+k');
    await author.page.getByRole('textbox', { name: 'Commands' }).fill('Mail instead');
    await author.page.getByRole('option', { name: 'Mail instead' }).first().click();
    await author.page.locator('[data-step="mail"]:focus').waitFor();
  });

  test('steps are copied into another journey, and an editor’s text too', { timeout: longMs }, async () => {
    const from = await openArranger(stage, journey('from'), {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await from.take('text', 'mail');
    await from.press('Control+c');
    await from.page.getByText('Copied 2 steps.').waitFor();
    const copied = await from.page.evaluate<string>('navigator.clipboard.readText()');
    expect(Object.keys(JSON.parse(copied).nodes)).toEqual(['text', 'mail']);
    const into = await openBeside(from, { ...journey('into'), nodes: {}, canvas: {} });
    await into.press('Control+v', 'Control+v');
    await stepsOf('into', ['mail', 'mail-2', 'text', 'text-2']);
    const { nodes, canvas = {} } = await drafted(stage, 'into');
    expect(nodes['text-2']?.next).toEqual({ unresolved: 'mail-2', '*': 'mail-2' });
    expect(canvas['text-2']).not.toEqual(canvas['text']);
    await into.press('Control+z', 'Control+z');
    await stepsOf('into', []);
    await into.press('Control+Shift+z');
    await stepsOf('into', ['mail', 'text']);
    await into.page.evaluate(`navigator.clipboard.writeText('{"nodes":{"bye":{"type":"exit"}}} // mine')`);
    await into.press('Control+v');
    await into.page.locator('[data-step="bye"]:focus').waitFor();
    await into.press('Control+d');
    await stepsOf('into', ['bye', 'bye-2', 'mail', 'text']);
    await into.page.evaluate(`navigator.clipboard.writeText('no step')`);
    await into.press('Control+v');
    await into.page.getByText('What is on the clipboard is no step of a journey.').waitFor();
    expect(stage.complaints).toEqual([]);
  });

  test('several steps go at once, and what is left is joined', { timeout: longMs }, async () => {
    const author = await openArranger(stage, journey('gone'));
    await author.boxAround('text', 'pause');
    await expect.poll(() => author.selected(), inTime).toEqual(['text', 'pause']);
    await author.page.locator('.react-flow__pane').click({ position: { x: 900, y: 60 } });
    await author.take('pause', 'mail');
    await author.press('Delete');
    await stepsOf('gone', ['done', 'remark', 'text']);
    await nextOf('gone', 'text', { accepted: 'done', unresolved: 'done', '*': 'done' });
    await author.press('Control+z');
    await stepsOf('gone', ['done', 'mail', 'pause', 'remark', 'text']);
    await nextOf('gone', 'text', { accepted: 'pause', unresolved: 'mail', '*': 'mail' });
    await author.press('Control+Shift+z');
    await stepsOf('gone', ['done', 'remark', 'text']);
  });

  test('all of it is done in the list alone', { timeout: longMs }, async () => {
    const author = await openArranger(stage, journey('list'));
    const typist = new Typist(author.page);
    await author.take('mail');
    await author.press('l');
    await rowInFocus(author, 'mail');
    await author.press('ArrowDown', 'ArrowDown');
    await rowInFocus(author, 'mail→*');
    await typist.add('Exit', 'Add the next step');
    await rowInFocus(author, 'exit');
    await nextOf('list', 'mail', { accepted: 'done', '*': 'exit' });
    await author.press('F2');
    await author.page.getByRole('textbox', { name: 'Name of the step' }).fill('Nobody there');
    await author.press('Enter');
    await rowInFocus(author, 'exit');
    await author.page.getByRole('row', { name: /maybe sent leads nowhere/ }).click();
    await author.press('c');
    await typist.pick('Where does it lead?', 'Nobody there');
    await nextOf('list', 'mail', { accepted: 'done', '*': 'exit', unresolved: 'exit' });
    await author.page.getByRole('row', { name: /maybe sent → Nobody there/ }).click();
    await author.press('Delete');
    await nextOf('list', 'mail', { accepted: 'done', '*': 'exit' });
    await author.page.locator('[role="row"][data-step="pause"]').click();
    await author.press('Delete');
    await nextOf('list', 'text', { accepted: 'done', unresolved: 'mail', '*': 'mail' });
    expect((await drafted(stage, 'list')).nodes['exit']?.name).toBe('Nobody there');
    await author.press('l');
    await author.page.locator('.react-flow [data-step="text"]:focus').waitFor();
  });

  test('a note is written as soon as it is added', { timeout: longMs }, async () => {
    const author = await openArranger(stage, journey('noted'));
    const noteOf = async (id: string) => (await drafted(stage, 'noted')).nodes[id]?.with;
    const field = author.page.locator('textarea[aria-label="Text of the note"]:focus');
    await author.press('n');
    await field.waitFor();
    await author.page.keyboard.type('Ask the shop');
    await author.press('Control+Enter');
    await author.page.locator('[data-note]:focus').getByText('Ask the shop').waitFor();
    await expect.poll(() => noteOf('note'), inTime).toEqual({ text: 'Ask the shop' });
    await author.add('Note');
    await field.waitFor();
    await author.press('Escape');
    await expect.poll(() => noteOf('note-2'), inTime).toEqual({ text: 'Note' });
  });

  async function rowInFocus({ page }: Arranger, key: string): Promise<void> {
    await page.locator(`[role="row"][data-key="${key}"]:focus`).waitFor();
  }

  /** Another journey, in a tab of the same browser: they share the clipboard. */
  async function openBeside({ page }: Arranger, other: Definition): Promise<Arranger> {
    await stage.world.local.api.saveDraft(other.id, { source: JSON.stringify(other) });
    const beside = new Arranger(await page.context().newPage());
    await beside.page.goto(`${stage.url}/journeys/${other.id}`);
    await beside.page.getByRole('toolbar', { name: 'Steps to add' }).waitFor();
    await beside.page.locator('.react-flow__pane').click({ position: { x: 400, y: 200 } });
    return beside;
  }

  async function stepsOf(id: string, steps: readonly string[]): Promise<void> {
    const read = async () => Object.keys((await drafted(stage, id)).nodes).sort();
    await expect.poll(read, inTime).toEqual(steps);
  }

  async function nextOf(id: string, step: string, next: object): Promise<void> {
    await expect.poll(async () => (await drafted(stage, id)).nodes[step]?.next, inTime).toEqual(next);
  }
});
