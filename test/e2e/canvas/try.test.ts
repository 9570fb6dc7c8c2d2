// Before anything is published: a problem is mended from the list, and the fallback is tried in place.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import springSale from '../../../src/gallery/spring-sale.json' with { type: 'json' };
import { Author } from './author.ts';
import { type CanvasStage, chromium, longMs, openCanvasStage } from './stage.ts';
import { Trier } from './trier.ts';

/** An outcome is misspelt, and one is missing because of it. */
const misspelt = {
  ...{ id: 'misspelt', name: 'Misspelt', entry: { on: { api: true } }, start: 'text' },
  nodes: {
    text: {
      type: 'sms.send',
      with: { text: 'Hello' },
      next: { accepted: 'done', undeliverabel: 'lost', unresolved: 'lost', '*': 'lost' },
    },
    done: { type: 'exit', with: { as: 'reached' } },
    lost: { type: 'exit', with: { as: 'unreached' } },
  },
};

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('an author tries a draft', () => {
  let stage: CanvasStage;
  beforeAll(async () => {
    stage = await openCanvasStage();
    const { api } = stage.world.local;
    await api.saveDraft('misspelt', { source: JSON.stringify(misspelt) });
    await api.saveDraft('spring-sale', { source: JSON.stringify(springSale) });
  }, longMs);
  afterAll(() => stage?.close());

  test('mends a misspelt outcome from the problem list', { timeout: longMs }, async () => {
    const author = new Author(await stage.open('/journeys/misspelt'));
    const { page } = author;
    await page.getByRole('button', { name: /Problems: .*1 error/ }).click();
    const problem = page.getByRole('dialog', { name: 'Problems' }).getByRole('listitem').first();
    await problem
      .getByRole('button', { name: /undeliverable/ })
      .last()
      .click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Problems: No problems/ }).waitFor();
    const edges = async () => {
      const { source } = await stage.world.local.api.draft('misspelt');
      return JSON.parse(source).nodes.text.next;
    };
    await expect.poll(edges, { timeout: 10_000 }).toEqual({
      ...{ accepted: 'done', undeliverable: 'lost', unresolved: 'lost', '*': 'lost' },
    });
  });

  test('a click on a problem goes to its step and its field', { timeout: longMs }, async () => {
    const broken = {
      ...misspelt,
      id: 'broken',
      nodes: { ...misspelt.nodes, done: { type: 'delay', next: 'lost' } },
    };
    await stage.world.local.api.saveDraft('broken', { source: JSON.stringify(broken) });
    const author = new Author(await stage.open('/journeys/broken'));
    await author.page.getByRole('button', { name: /^Problems: / }).click();
    await author.page.getByRole('listitem').filter({ hasText: 'done' }).getByRole('button').first().click();
    await author.panel.getByRole('heading', { name: 'done' }).waitFor();
    expect(await author.step('done').getAttribute('data-selected')).toBe('true');
  });

  test('lets the message fail with 130472, and sees the text message arrive', {
    timeout: longMs,
  }, async () => {
    const trier = new Trier(await stage.open('/journeys/spring-sale/simulate'));
    await trier.fail('130472');
    const sms = trier.phone.getByRole('article', { name: 'Text message' });
    await sms.getByText('장바구니의 상품이 봄 세일 중입니다').waitFor();
    await trier.phone.getByText('failed (130472)').waitFor();
    await trier.page.getByText('Over: reached').waitFor();
    expect(new Set(await trier.path())).toEqual(new Set(['offer', 'text', 'done']));
    await trier.page.getByRole('button', { name: 'Step back' }).click();
    await sms.waitFor({ state: 'hidden' });
    expect(stage.complaints).toEqual([]);
  });
});
