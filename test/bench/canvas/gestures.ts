// What a hand does on either page, one move a frame, and how long each takes until it is seen.

import type { Locator, Page } from 'playwright-core';

/** Milliseconds of every event of a gesture. */
export interface Gestures {
  /** All steps in sight. */
  readonly farPan: readonly number[];
  /** Some of them, with words that can be read. */
  readonly nearPan: readonly number[];
  readonly drag: readonly number[];
  readonly typing: readonly number[];
}

/** The field that renames the step that was just clicked. */
export type NameField = (page: Page) => Locator;

interface Place {
  readonly x: number;
  readonly y: number;
}

const moves = 60;
const typed = 'a name that is written while all of it is drawn';
/** Where the words of steps can be read. */
const workingZoom = 0.5;
/** React Flow's: pixels of the wheel that halve or double. */
const wheelPerDouble = 500;

export async function makeGestures(page: Page, nameField: NameField): Promise<Gestures> {
  const farPan = await pan(page);
  await zoomTo(page, workingZoom);
  const nearPan = await pan(page);
  const node = page.locator(`.react-flow__node[data-id="${await page.evaluate('gauge.middleNode()')}"]`);
  const drag = await dragNode(page, node);
  await node.click({ position: { x: 8, y: 8 } });
  const typing = await typeName(page, nameField(page));
  return { farPan, nearPan, drag, typing };
}

async function zoomTo(page: Page, zoom: number): Promise<void> {
  const middle = await page.evaluate<Place>('gauge.middle()');
  const now = await page.evaluate<number>('gauge.zoom()');
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.wheel(0, -wheelPerDouble * Math.log2(zoom / now));
  await page.evaluate('gauge.whenZoomed()');
}

/** There and back, so that the drawing is where it was. */
async function pan(page: Page): Promise<readonly number[]> {
  const from = await page.evaluate<Place>('gauge.freePlace()');
  return drawAlong(page, from, (index) => {
    const away = Math.min(index, moves - index);
    return { x: from.x - 8 * away, y: from.y - 4 * away };
  });
}

async function dragNode(page: Page, node: Locator): Promise<readonly number[]> {
  const box = await node.boundingBox();
  const from = { x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + 8 };
  return drawAlong(page, from, (index) => ({ x: from.x + 3 * index, y: from.y + 2 * index }));
}

async function typeName(page: Page, field: Locator): Promise<readonly number[]> {
  await field.focus();
  await watch(page, 'input');
  for (const letter of typed) {
    await page.keyboard.insertText(letter);
    await take(page);
  }
  return take(page);
}

async function drawAlong(page: Page, from: Place, at: (index: number) => Place): Promise<readonly number[]> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await watch(page, 'pointermove');
  for (let index = 1; index <= moves; index += 1) {
    const { x, y } = at(index);
    await page.mouse.move(x, y);
    await take(page);
  }
  const samples = await take(page);
  await page.mouse.up();
  return samples;
}

async function watch(page: Page, event: string): Promise<void> {
  await page.evaluate(`gauge.watch('${event}')`);
}

/** What was measured so far, once the newest frame has ended. */
async function take(page: Page): Promise<readonly number[]> {
  return page.evaluate<readonly number[]>('gauge.take()');
}
