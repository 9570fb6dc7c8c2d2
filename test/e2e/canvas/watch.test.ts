// From a draft to people under way: it is published with a note, a run is started, numbers move, and somebody's path is
// read with its reasons.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import springSale from '../../../src/gallery/spring-sale.json' with { type: 'json' };
import { Author } from './author.ts';
import { type CanvasStage, chromium, longMs, openCanvasStage } from './stage.ts';
import { Watcher } from './trier.ts';

/** At any hour: a test does not wait for the morning. */
const awake = { ...springSale, policy: { expires: 'P3D' } };

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('an operator watches a journey', () => {
  let stage: CanvasStage;
  beforeAll(async () => {
    stage = await openCanvasStage();
    await stage.world.local.api.saveDraft('spring-sale', { source: JSON.stringify(awake) });
  }, longMs);
  afterAll(() => stage?.close());

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
