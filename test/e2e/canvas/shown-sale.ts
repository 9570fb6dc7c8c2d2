// A stage with something to see on every screen: a published journey with a draft that differs, a run, a broken draft.

import springSale from '../../../src/gallery/spring-sale.json' with { type: 'json' };
import { type CanvasStage, openCanvasStage } from './stage.ts';

const broken = {
  ...{ id: 'broken', name: 'Broken', entry: { on: { api: true } }, start: 'wait' },
  nodes: {
    wait: { type: 'delay', with: { for: '1h' }, next: 'nowhere' },
    lost: { type: 'exit', with: { as: 'unreached' } },
  },
};

/** @returns the stage, and the id of the run */
export async function openShownSale(): Promise<{ readonly stage: CanvasStage; readonly run: string }> {
  const stage = await openCanvasStage();
  const { world } = stage;
  await world.publish(springSale);
  const draft = { ...springSale, policy: { ...springSale.policy, expires: 'P2D' } };
  await world.local.api.saveDraft('spring-sale', { source: JSON.stringify(draft), baseVersion: 1 });
  await world.local.api.saveDraft('broken', { source: JSON.stringify(broken) });
  const guest = await world.person({ script: { do: 'fail', code: 130_472 } });
  const run = await world.start('spring-sale', guest, { total: 40_000, cartId: 'cart-1' });
  return { stage, run };
}
