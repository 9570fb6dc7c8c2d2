// Lists and names with values, in forms, by key: the focus goes with what was added, moved or removed, and is never lost.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import springSale from '../../../src/gallery/spring-sale.json' with { type: 'json' };
import { type CanvasStage, chromium, longMs, openCanvasStage } from './stage.ts';
import { Typist } from './typist.ts';

const caps = [
  { max: 1, per: 'P1D' },
  { max: 3, per: 'P7D' },
];

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('an author without a mouse works on a list', () => {
  let stage: CanvasStage;
  beforeAll(async () => {
    stage = await openCanvasStage();
    const data = { person: { firstName: 'string?' } };
    const source = JSON.stringify({ ...springSale, data, policy: { caps } });
    await stage.world.local.api.saveDraft('spring-sale', { source });
  }, longMs);
  afterAll(() => stage?.close());

  test('the focus follows an item that moves, comes into one that is added, and stays in the list when one goes', {
    timeout: longMs,
  }, async () => {
    const typist = new Typist(await stage.open('/journeys/spring-sale'));
    const most = typist.page.getByRole('textbox', { name: 'Messages at most' });
    const values = () => most.evaluateAll((all) => all.map((one) => Reflect.get(one, 'value')));
    const press = async (key: string, focus: string) => {
      await typist.press(key);
      await expect.poll(() => typist.focused(), { timeout: 10_000 }).toBe(focus);
    };
    await typist.page.getByRole('button', { name: 'Frequency caps 1: Move down' }).focus();
    // It has come to the end: it can only go up again.
    await press('Enter', 'Frequency caps 2: Move up');
    expect(await values()).toEqual(['3', '1']);
    await press('Enter', 'Frequency caps 1: Move down');
    expect(await values()).toEqual(['1', '3']);

    await typist.page.getByRole('button', { name: 'Frequency caps: Add' }).focus();
    await press('Enter', 'Messages at most');
    expect(await values()).toEqual(['1', '3', '1']);

    await typist.page.getByRole('button', { name: 'Frequency caps 3: Remove' }).focus();
    await press('Enter', 'Frequency caps 2: Remove');
    await press('Enter', 'Frequency caps 1: Remove');
    await press('Enter', 'Frequency caps: Add');
    expect(await values()).toEqual([]);

    await typist.page.getByRole('button', { name: 'Attributes of people: Add' }).focus();
    await press('Enter', 'Attribute');
    await typist.page.getByRole('button', { name: 'firstName2: Remove' }).focus();
    await press('Enter', 'firstName: Remove');
    await press('Enter', 'Attributes of people: Add');
  });
});
