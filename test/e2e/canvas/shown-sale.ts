// A stage with something to see on every screen: a published journey with a draft that differs, two people in it, one that
// nobody has come to, and drafts in every state.

import { nodeTypes } from '../../../activities/nodes/index.ts';
import springSale from '../../../src/gallery/spring-sale.json' with { type: 'json' };
import { type CanvasStage, openCanvasStage } from './stage.ts';

export interface ShownSale {
  readonly stage: CanvasStage;
  /** Runs: one that waits, one that went on by text message. */
  readonly waiting: string;
  readonly fellBack: string;
  /** Another author saves the draft `shared`. */
  readonly changeElsewhere: () => Promise<unknown>;
}

/** People are awake at any hour. */
const awake = { ...springSale, policy: { expires: 'P3D' } };

const greeting = {
  ...{ name: 'Greeting', entry: { on: { api: true } }, start: 'wait' },
  nodes: {
    wait: { type: 'delay', with: { for: '1h' }, next: 'done' },
    done: { type: 'exit', with: { as: 'reached' } },
  },
};

/** One step of every type, as it is when it is new; some in a group. */
const kinds = {
  ...{ name: 'Every kind', entry: { on: { api: true } }, start: 'delay' },
  nodes: Object.fromEntries(nodeTypes.map(({ type }) => [type.replaceAll('.', '-'), { type }])),
  canvas: { $groups: { g1: { name: 'Waits', steps: ['delay', 'wait-event'] } } },
};

const drafts = {
  ...{ blank: { ...greeting, name: 'Blank', nodes: {} }, offline: greeting, shared: greeting },
  ...{ expired: greeting, torn: greeting, kinds },
  broken: {
    ...{ ...greeting, name: 'Broken' },
    nodes: {
      wait: { type: 'delay', with: { for: '1h' }, next: 'nowhere' },
      lost: { type: 'exit', with: { as: 'unreached' } },
    },
  },
};

export async function openShownSale(): Promise<ShownSale> {
  const stage = await openCanvasStage();
  const { world } = stage;
  const { api } = world.local;
  await world.publish(awake);
  await world.publish({ ...greeting, id: 'quiet' });
  const draft = { ...springSale, policy: { ...springSale.policy, expires: 'P2D' } };
  await api.saveDraft('spring-sale', { source: JSON.stringify(draft, null, 2), baseVersion: 1 });
  for (const [id, source] of Object.entries(drafts)) {
    await api.saveDraft(id, { source: JSON.stringify({ id, ...source }, null, 2) });
  }
  await api.saveDraft('unreadable', { source: '{ "id": "unreadable" }' });
  const guest = await world.person({ script: { do: 'fail', code: 131_049 } });
  const fellBack = await world.start('spring-sale', guest, { total: 40_000, cartId: 'cart-1' });
  await world.settled(guest);
  const other = await world.person({ script: { do: 'silence' } });
  const waiting = await world.start('spring-sale', other, { total: 40_000, cartId: 'cart-2' });
  let times = 0;
  return {
    ...{ stage, waiting, fellBack },
    async changeElsewhere() {
      times += 1;
      const { revision } = await api.draft('shared');
      const nodes = { ...greeting.nodes, wait: { ...greeting.nodes.wait, name: `Pause ${times}` } };
      return api.saveDraft('shared', {
        source: JSON.stringify({ id: 'shared', ...greeting, nodes }),
        revision,
      });
    },
  };
}
