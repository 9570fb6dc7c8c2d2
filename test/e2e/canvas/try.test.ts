// From a draft to people under way: a problem is mended from the list, the fallback is tried in place, the journey is
// published with a note, a run is started, numbers move, and somebody's path is read with its reasons.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import springSale from '../../../src/gallery/spring-sale.json' with { type: 'json' };
import { Author } from './author.ts';
import { type CanvasStage, chromium, longMs, openCanvasStage } from './stage.ts';
import { Trier, Watcher } from './trier.ts';

/** At any hour: a test does not wait for the morning. */
const awake = { ...springSale, policy: { expires: 'P3D' } };

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
describe.skipIf(chromium === undefined)('an author', () => {
  let stage: CanvasStage;
  beforeAll(async () => {
    stage = await openCanvasStage();
    const { api } = stage.world.local;
    await api.saveDraft('misspelt', { source: JSON.stringify(misspelt) });
    await api.saveDraft('spring-sale', { source: JSON.stringify(awake) });
  }, longMs);
  afterAll(() => stage?.close());

  test('goes to what is wrong from the problem list, and mends a misspelt outcome there', {
    timeout: longMs,
  }, async () => {
    const author = new Author(await stage.open('/journeys/misspelt'));
    const { page } = author;
    const problems = page.getByRole('button', { name: /Problems: .*1 error/ });
    const problem = page.getByRole('dialog', { name: 'Problems' }).getByRole('listitem').first();
    await problems.click();
    await problem.getByRole('button').first().click();
    await author.panel.getByRole('heading', { name: 'text' }).waitFor();
    await author.panel.getByRole('tab', { name: 'Outcomes', selected: true }).waitFor();
    await problems.click();
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

  test('publishes, starts a run, sees the numbers move and why it fell back', {
    timeout: longMs,
  }, async () => {
    const author = new Author(await stage.open('/journeys/spring-sale'));
    await author.step('offer').waitFor();
    await author.publish('The first one');
    const { versions } = await stage.world.local.api.versions('spring-sale');
    expect(versions).toMatchObject([{ version: 1, note: 'The first one' }]);

    const guest = await stage.world.person({ rehearsed: false, script: { do: 'fail', code: 130_472 } });
    await author.page.getByRole('button', { name: 'Watch it live' }).click();
    const watcher = new Watcher(author.page);
    await watcher.seen('text', 0);
    await watcher.start(guest.externalId);
    await watcher.panel.getByText('Why not WhatsApp?').waitFor();
    await watcher.panel
      .getByText(/130472/)
      .first()
      .waitFor();
    await watcher.panel.getByRole('button', { name: 'Text instead' }).waitFor();
    await watcher.showAll();
    await watcher.seen('text', 1);
    await watcher.seen('done', 1);

    // Numbers come by themselves, without a reload and without flicker.
    const second = await stage.world.person({ rehearsed: false, script: { do: 'fail', code: 130_472 } });
    await stage.world.start('spring-sale', second, { total: 40_000, cartId: 'cart-2' });
    await watcher.seen('done', 2);
    await watcher.seen('think', 0);
    expect(stage.complaints).toEqual([]);
  });
});
