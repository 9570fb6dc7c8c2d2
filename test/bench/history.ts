// Bench `history`: events and bytes of one journey next to the same steps written by hand. Ours pays for its journal,
// too.

import { startBenchWorld } from './bench-world.ts';
import { measureWorkflow } from './history-size.ts';
import type { Measured } from './measured.ts';
import { liveByHand, liveOurs } from './offer-runs.ts';

export async function measureHistory(): Promise<Measured> {
  const world = await startBenchWorld();
  try {
    const ours = await measureWorkflow(world.local.client, await liveOurs(world));
    const byHand = await measureWorkflow(world.local.client, await liveByHand(world));
    return {
      bench: 'history',
      figures: {
        oursEvents: ours.events,
        byHandEvents: byHand.events,
        oursBytes: ours.bytes,
        byHandBytes: byHand.bytes,
      },
      ratios: { events: ours.events / byHand.events, bytes: ours.bytes / byHand.bytes },
      notes: ['ours:', ...ours.lines, 'by hand:', ...byHand.lines],
    };
  } finally {
    await world.stop();
  }
}
