// Every situation that is kept, run now: its history replays at once with the same code. With JORNADA_RECORD=1 the
// histories are stored as well; when to do that: test/histories/README.md.

import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startWorld, type World } from '../support/world.ts';
import { type Charts, fetchLinks, replay, storeCharts, storeHistory } from './histories.ts';
import { journeys, recordedRuns } from './recorded-runs.ts';

const isRecording = process.env['JORNADA_RECORD'] === '1';
const bundle = inject('stack').workflowBundle;

let world: World;
let charts: Charts;

beforeAll(async () => {
  world = await startWorld();
  for (const journey of journeys) await world.publish(journey);
  const versions = await world.local.store
    .selectFrom('journey_version')
    .select(['chart_hash', 'chart'])
    .execute();
  charts = Object.fromEntries(versions.map(({ chart_hash, chart }) => [chart_hash, chart]));
  if (isRecording) storeCharts(charts);
});
afterAll(() => world.stop());

/** The long one has a file of its own: continue-as-new.test.ts. */
const situations = Object.entries(recordedRuns).filter(([name]) => isRecording || name !== 'continued');

test.each(situations)(
  'a run that is or was %s replays',
  async (name, run) => {
    const links = await fetchLinks(world.local.client, await run(world));
    expect(links).toHaveLength(name === 'continued' ? 2 : 1);
    for (const [index, link] of links.entries()) {
      await replay(link, { bundle, charts });
      if (isRecording) storeHistory(links.length === 1 ? name : `${name}-${index + 1}`, link);
    }
  },
  60_000,
);
