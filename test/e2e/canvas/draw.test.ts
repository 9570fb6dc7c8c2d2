// The spring sale drawn from an empty canvas: with the mouse, and again with the keyboard alone.

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Definition } from '../../../src/journey/definition.ts';
import { Author } from './author.ts';
import { drawnRoutes, drawnTypes, routesOf, typesOf } from './drawn-sale.ts';
import { type CanvasStage, chromium, longMs, openCanvasStage } from './stage.ts';
import { Typist } from './typist.ts';

// Chromium can't be had on every machine; CI insists.
describe.skipIf(chromium === undefined)('an author draws the spring sale', () => {
  let stage: CanvasStage;
  beforeAll(async () => {
    stage = await openCanvasStage();
  }, longMs);
  afterAll(() => stage?.close());

  test('with the mouse, and fills in what its steps say', { timeout: longMs }, async () => {
    const author = new Author(await stage.open('/'));
    await author.beginJourney('Sale by mouse');
    // Nothing is wrong with what has only been begun: the canvas says how to go on.
    await author.page.getByRole('button', { name: 'Problems: 1 error' }).waitFor();
    await author.page.getByText('Nothing here yet').waitFor();
    expect(await author.panel.locator('[data-issue]').count()).toBe(0);
    await author.zoomOut(3);
    await author.drop('WhatsApp template', { x: 200, y: 90 });
    await author.drop('Wait for an event', { x: 200, y: 330 });
    await author.connect('template', 'delivered', 'event');
    await author.follow('event', 'received', { title: 'Exit', at: { x: 200, y: 620 } });
    await author.follow('event', 'timeout', { title: 'Text message', at: { x: 450, y: 330 } });
    await author.connect('template', 'experiment', 'send');
    await author.connect('template', 'limit.user', 'send');
    await author.follow('template', '*', { title: 'E-mail', at: { x: 750, y: 330 } });
    await author.connect('template', 'unresolved', 'send-2');
    await author.connect('send', 'accepted', 'exit');
    await author.connect('send', '*', 'send-2');
    await author.connect('send', 'unresolved', 'send-2');
    await author.connect('send-2', 'accepted', 'exit');
    await author.follow('send-2', '*', { title: 'Exit', at: { x: 850, y: 620 } });
    await author.connect('send-2', 'unresolved', 'exit-2');

    await author.select('template');
    await author.write('Name', 'Spring offer');
    await author.select('event');
    await author.write('At most', '1');
    await author.choose('At most: unit', 'days');
    await author.select('exit-2');
    await author.write('Outcome', 'unreached');
    await author.page.getByRole('button', { name: 'Problems: No problems' }).waitFor();
    await onServer('sale-by-mouse', (drawn) => {
      expect(typesOf(drawn)).toEqual(drawnTypes);
      expect(routesOf(drawn)).toEqual(drawnRoutes);
      expect(drawn.start).toBe('template');
      expect(drawn.nodes['template']?.name).toBe('Spring offer');
      expect(drawn.nodes['event']?.with).toMatchObject({ within: 'P1D' });
      expect(drawn.nodes['exit-2']?.with).toEqual({ as: 'unreached' });
    });
    expect(stage.complaints).toEqual([]);
  });

  test('with the keyboard alone', { timeout: longMs }, async () => {
    const typist = new Typist(await stage.open('/'));
    await typist.beginJourney('Sale by keys');
    await typist.add('WhatsApp template');
    await typist.add('Wait for an event');
    // Which outcome is hoped for depends on what it waits for: the checker tells.
    await typist.page.locator('.react-flow [data-step="event"] [data-outcome="received"]').waitFor();
    await typist.add('Exit');
    await typist.goTo('event');
    await typist.follow('time is up', 'Text message');
    await typist.goTo('template');
    await typist.connect('experiment', 'send');
    await typist.goTo('template');
    await typist.connect('withheld by Meta', 'send');
    await typist.goTo('template');
    await typist.follow('other failures', 'E-mail');
    await typist.goTo('template');
    await typist.connect('maybe sent', 'send-2');
    await typist.goTo('send');
    await typist.connect('accepted', 'exit');
    await typist.connect('other failures', 'send-2');
    await typist.connect('maybe sent', 'send-2');
    await typist.goTo('send-2');
    await typist.connect('accepted', 'exit');
    await typist.follow('other failures', 'Exit');
    await typist.goTo('send-2');
    await typist.connect('maybe sent', 'exit-2');
    await typist.page.getByRole('button', { name: 'Problems: No problems' }).waitFor();
    await onServer('sale-by-keys', (drawn) => {
      expect(typesOf(drawn)).toEqual(drawnTypes);
      expect(routesOf(drawn)).toEqual(drawnRoutes);
    });
    expect(stage.complaints).toEqual([]);
  });

  /** What was drawn is saved by itself, a little later. */
  async function onServer(id: string, expected: (drawn: Definition) => void): Promise<void> {
    await vi.waitFor(async () => expected(JSON.parse((await stage.world.local.api.draft(id)).source)), {
      timeout: 10_000,
      interval: 200,
    });
  }
});
