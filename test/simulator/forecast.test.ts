// A dry run over an audience: sums, and what they say.

import { expect, test } from 'vitest';
import { nodeTypes } from '../../activities/nodes/index.ts';
import { createForecast, type Entrant } from '../../src/simulator/forecast.ts';
import { toForecastReport } from '../../src/simulator/forecast-report.ts';
import { createTally, mergeTally, type Tally } from '../../src/simulator/tally.ts';
import { minuteMs, mondayAtTen, offer } from './simulated.ts';

const entry = { on: { event: 'cart.abandoned' }, if: 'event.total >= 50' };
const definition = offer({}, { entry });

const somebody = (index: number, more: object = {}): Entrant => ({
  person: {
    id: `p${index}`,
    phone: `+8210${10_000_000 + index}`,
    timeZone: 'Asia/Seoul',
    attributes: {},
    ...more,
  },
  event: { total: 80 },
});

function counted(people: readonly Entrant[], rates: object = {}): Tally {
  const chance = { seed: 1, rates };
  const forecast = createForecast({ definition, nodeTypes, chance, startsAt: mondayAtTen });
  for (const person of people) forecast.add(person);
  return forecast.tally;
}

const people = Array.from({ length: 60 }, (_, index) => somebody(index));

test('shards add up to the whole, in any order', () => {
  const whole = counted(people);
  const shards = [counted(people.slice(40)), counted(people.slice(0, 40).reverse())];
  expect(shards.reduce(mergeTally, createTally())).toEqual(whole);
});

test('who gets nothing is told with the reason', () => {
  const poor = { ...somebody(1), event: { total: 1 } };
  const report = toForecastReport(
    counted([poor, somebody(2, { consents: [] }), somebody(3, { phone: undefined }), somebody(4)]),
  );
  expect(report).toMatchObject({ people: 4, entered: 3 });
  expect(report.excluded.map(({ key }) => key)).toEqual([
    'consent no_opt_in',
    'entry condition',
    'recipient no_address',
  ]);
});

test('fallbacks say which failure led to which channel', () => {
  const { fallbacks } = toForecastReport(counted(people, { whatsapp: { failed: { 131026: 1 } } }));
  expect(fallbacks).toEqual([{ key: 'whatsapp undeliverable→sms', count: 60 }]);
});

test('costs are those of messages that are charged, prices of the channel or of its category', () => {
  const tally = counted(people, { whatsapp: { failed: {}, delivered: 1 } });
  const prices = { currency: 'KRW', prices: { 'whatsapp.marketing': 80.5, sms: 20 } };
  expect(toForecastReport(tally, { prices }).cost).toEqual({
    currency: 'KRW',
    total: 60 * 80.5,
    byKind: [{ key: 'whatsapp.marketing', count: 60, cost: 60 * 80.5 }],
    unpriced: [],
  });
  expect(toForecastReport(tally)).not.toHaveProperty('cost');
});

test('everybody at once makes the busiest minute', () => {
  const { busiestMinute } = toForecastReport(counted(people), { perSecond: 2 });
  expect(busiestMinute).toEqual({ at: mondayAtTen, messages: 60, limit: 120, drainMs: 30_000 });
});

test('people come in over the time that is said, evenly', () => {
  const input = { definition, nodeTypes, chance: { seed: 1 }, startsAt: mondayAtTen };
  const forecast = createForecast({ ...input, spreadMs: 60 * minuteMs });
  for (const person of people) forecast.add(person);
  expect(Object.keys(forecast.tally.minutes).length).toBeGreaterThan(20);
});
