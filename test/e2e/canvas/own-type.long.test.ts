// A type that a project brings, which the page was not built with: it is offered, edited by its own schema, checked and
// simulated by the server, all without a build.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeTypes } from '../../../activities/nodes/index.ts';
import { defineNode, durationField, labelled, textField, wordField, z } from '../../../src/node-kit/index.ts';
import { Author } from './author.ts';
import { type CanvasStage, chromium, longMs, openCanvasStage } from './stage.ts';
import { Trier } from './trier.ts';

const stamp = defineNode({
  type: 'acme.stamp',
  version: 1,
  title: { en: 'Stamp', ko: '도장' },
  help: { en: 'Gives the person a stamp on their card.', ko: '고객 카드에 도장을 찍습니다.' },
  idempotent: true,
  config: z.strictObject({
    card: wordField.meta(labelled({ en: 'Card', ko: '카드' })),
    text: textField(200).meta(
      labelled({ en: 'Text', ko: '문구' }, { en: 'Stands on the stamp.', ko: '도장에 새겨집니다.' }),
    ),
    lasts: durationField.optional().meta(labelled({ en: 'Lasts', ko: '유효 기간' })),
    count: z
      .int()
      .min(1)
      .max(10)
      .meta(labelled({ en: 'How many', ko: '개수' })),
  }),
  outcomes: ['stamped', 'full'],
  texts: ({ text }) => [{ path: ['text'], source: text }],
  run: async () => ({ outcome: 'stamped' }),
});

const cards = {
  ...{ id: 'cards', name: 'Cards', entry: { on: { api: true } }, start: 'text' },
  nodes: {
    text: {
      type: 'sms.send',
      name: 'Hello',
      with: { text: 'Hello' },
      next: { unresolved: 'done', '*': 'done' },
    },
    done: { type: 'exit', name: 'End', with: { as: 'reached' } },
    none: { type: 'exit', name: 'No room', with: { as: 'full' } },
  },
  canvas: { text: { x: 0, y: 0 }, done: { x: 0, y: 480 }, none: { x: 400, y: 480 } },
};

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('a type of step that only the project has', () => {
  let stage: CanvasStage;
  beforeAll(async () => {
    stage = await openCanvasStage({ nodeTypes: [...nodeTypes, stamp] });
    await stage.world.local.api.saveDraft('cards', { source: JSON.stringify(cards) });
  }, longMs);
  afterAll(() => stage?.close());

  test('is added, filled in, put right and tried', { timeout: longMs }, async () => {
    const author = new Author(await stage.open('/journeys/cards'));
    const { page, panel } = author;
    await author.step('text').waitFor();
    await author.follow('text', 'accepted', { title: 'Stamp', at: { x: 300, y: 420 } });
    await author.step('stamp').getByText('full').waitFor();
    await author.connect('stamp', 'stamped', 'done');
    await author.connect('stamp', 'full', 'none');

    await author.select('stamp');
    await panel.getByText('Gives the person a stamp on their card.').waitFor();
    await panel.getByText('Stands on the stamp.').waitFor();
    await author.write('Card', 'coffee');
    await author.write('How many', '99');
    await page.getByRole('button', { name: /^Problems: / }).click();
    await page.getByRole('dialog').getByText('This is more than the limit of 10.').first().click();
    await expect.poll(() => panel.getByRole('textbox', { name: 'How many' }).inputValue()).toBe('99');
    await author.write('How many', '3');
    await page.getByRole('button', { name: /^Problems: No problems/ }).waitFor();

    await page.getByRole('radio', { name: 'Simulate' }).click();
    await page.getByText('Over: reached').waitFor();
    const trier = new Trier(page);
    const pathOf = async () => (await trier.path()).toSorted();
    await expect.poll(pathOf, { timeout: 20_000 }).toEqual(['done', 'stamp', 'text']);
    expect(stage.complaints).toEqual([]);
  });

  test('has its words in the reader’s language', { timeout: longMs }, async () => {
    const author = new Author(await stage.open('/journeys/cards', { locale: 'ko-KR' }));
    await author.page.getByRole('button', { name: '도장', exact: true }).waitFor();
    await author.step('stamp').click({ position: { x: 20, y: 12 } });
    await author.panel.getByText('도장에 새겨집니다.').waitFor();
    await author.panel.getByRole('textbox', { name: '개수' }).waitFor();
  });
});
