// Groups: what an author does with frames around steps, with the mouse, by keys and in the list.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupsOf } from '../../../src/canvas/model/groups.ts';
import { type Arranger, drafted, inTime, journey, openArranger, shiftOf } from './arranger.ts';
import { boxOf } from './author.ts';
import { type CanvasStage, chromium, longMs, openCanvasStage } from './stage.ts';
import { Typist } from './typist.ts';

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('an author groups steps', () => {
  let stage: CanvasStage;
  beforeAll(async () => {
    stage = await openCanvasStage();
  }, longMs);
  afterAll(() => stage?.close());

  test('a group is named, dragged, folded, gone to and taken back', { timeout: longMs }, async () => {
    const author = await openArranger(stage, journey('groups'));
    await author.take('pause', 'done');
    await author.press('g');
    await nameIt(author, 'Good news');
    await author.page.locator('.react-flow__pane').click({ position: { x: 900, y: 60 } });
    await author.frame.click({ position: { x: 200, y: 12 } });
    expect(await author.selected()).toEqual(['pause', 'done']);
    await author.press('F2');
    await nameIt(author, 'Better news');
    const by = { x: 60, y: 40 };
    const [pause, done] = [author.step('pause'), author.step('done')];
    const end = await boxOf(done);
    const moved = await shiftOf(pause, () => author.dragFrame(by));
    expect(moved.x).toBeGreaterThan(40);
    const { x, y } = await boxOf(done);
    expect({ x: Math.round(x - end.x), y: Math.round(y - end.y) }).toEqual(moved);
    await author.frame.getByRole('button', { name: 'Fold: Better news' }).click();
    await author.step('pause').waitFor({ state: 'detached' });
    await author.page.locator('.react-flow__edge[data-id="text→pause"]').waitFor({ state: 'attached' });
    expect((await shiftOf(author.frame, () => author.dragFrame(by))).x).toBeGreaterThan(40);
    await author.take('text');
    await author.press('ArrowDown');
    await author.page.locator('[data-group]:focus').waitFor();
    await author.frame.getByRole('button', { name: 'Unfold: Better news' }).click();
    await author.step('pause').waitFor();
    await expect.poll(() => placeOf('groups', 'pause'), inTime).not.toEqual({ x: 0, y: 240 });
    await author.press(...Array.from({ length: 7 }, () => 'Control+z'));
    await expect
      .poll(async () => (await drafted(stage, 'groups')).canvas, inTime)
      .toEqual(journey('groups').canvas);
    await author.press(...Array.from({ length: 7 }, () => 'Control+Shift+z'));
    await author.frame.getByText('Better news').waitFor();
  });

  test('a step is dropped into a group and dragged out of it, and one undo takes either back', {
    timeout: longMs,
  }, async () => {
    const news = { name: 'News', steps: ['pause', 'done'] };
    const { canvas } = journey('joined');
    const author = await openArranger(stage, {
      ...journey('joined'),
      canvas: { ...canvas, $groups: { news } },
    });
    const typist = new Typist(author.page);
    const inGroup = async () => groupsOf(await drafted(stage, 'joined')).flatMap(({ steps }) => steps);
    // The pointer comes over the frame, as a hand would bring it: the steps in it can be taken all the same.
    await author.frame.hover({ position: { x: 200, y: 12 } });
    await author.drag('mail', { x: -360, y: 130 });
    await author.page.getByRole('status').getByText('“Mail instead” is in the group “News” now.').waitFor();
    await expect.poll(inGroup, inTime).toEqual(['pause', 'done', 'mail']);
    await author.press('Control+z');
    await expect
      .poll(async () => (await drafted(stage, 'joined')).canvas, inTime)
      .toEqual({ ...canvas, $groups: { news } });
    await author.frame.hover({ position: { x: 200, y: 12 } });
    await author.drag('pause', { x: 420, y: -200 });
    await author.page.getByRole('status').getByText('“A pause” is in no group now.').waitFor();
    await expect.poll(inGroup, inTime).toEqual(['done']);
    await author.press('Control+z');
    await expect.poll(inGroup, inTime).toEqual(['pause', 'done']);
    await author.take('mail', 'text');
    await author.press('i');
    await typist.pick('Into which group?', 'News');
    await expect.poll(inGroup, inTime).toEqual(['pause', 'done', 'text', 'mail']);
    await author.press('l');
    await author.page.locator('[role="row"][data-step="mail"]').click();
    await author.press('i');
    await typist.pick('Into which group?', 'No group');
    await expect.poll(inGroup, inTime).toEqual(['pause', 'done', 'text']);
  });

  test('a folded group is there again, placed by nobody, and open where people are tried', {
    timeout: longMs,
  }, async () => {
    const ends = { name: 'Ends', steps: ['pause', 'done'], folded: true };
    const author = await openArranger(stage, { ...journey('hidden'), canvas: { $groups: { ends } } });
    await author.frame.getByText('2 steps').waitFor();
    expect(await author.step('done').count()).toBe(0);
    await author.page.getByRole('radio', { name: 'Simulate' }).click();
    await author.step('done').waitFor();
    await author.page.getByRole('radio', { name: 'Edit' }).click();
    await author.step('done').waitFor({ state: 'detached' });
  });

  /** Its name field is open. */
  async function nameIt({ page }: Arranger, name: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Name of the group' }).fill(name);
    await page.keyboard.press('Enter');
    await page.locator('[data-group]:focus').getByText(name).waitFor();
  }

  async function placeOf(id: string, step: string) {
    return (await drafted(stage, id)).canvas?.[step];
  }
});
