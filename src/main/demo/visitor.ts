// One person of the demo and what they can do: leave a cart, order, write, let time pass. Each deed returns when
// everything that follows from it at once has happened.

import { Temporal } from 'temporal-polyfill';
import type { Rehearsal } from '../../runs/rehearsal.ts';
import type { Local } from '../start-local.ts';
import type { Api } from './api.ts';
import type { Scenario, Visitor } from './scenario.ts';

export interface VisitorDeps {
  readonly api: Api;
  readonly local: Local;
  readonly rehearsal: Rehearsal;
  readonly settled: (personId: string) => Promise<void>;
}

/** Creates the person with their consents, and moves their clock to 10:00 in their zone. */
export async function createVisitor(scenario: Scenario, deps: VisitorDeps): Promise<Visitor> {
  const { api, local, rehearsal, settled } = deps;
  const { person, phone, timeZone, script } = scenario;
  const externalId = `demo-${person.slice(0, 2)}`;
  const consent = { topic: 'marketing', state: 'in', source: 'demo' };
  const created = await api('/v1/people', {
    externalId,
    phone,
    email: `${externalId}@people.example`,
    timeZone,
    locale: 'ko',
    attributes: { firstName: '하늘' },
    consents: ['whatsapp', 'sms', 'email'].map((channel) => ({ channel, ...consent })),
  });
  const id = String(created['id']);
  if (script !== undefined) local.meta.script(phone, script);
  await rehearsal.moveTo(id, nextTenOClock(timeZone));
  const cart = { cartId: `cart-${externalId}`, total: 45_000 };
  const tell = async (event: string) => {
    await api('/v1/events', { person: externalId, event, data: cart });
    await settled(id);
  };
  return {
    id,
    abandonCart: () => tell('cart.abandoned'),
    order: () => tell('order.placed'),
    async start(journey) {
      await api(`/v1/journeys/${journey}/runs`, { person: externalId });
      await settled(id);
    },
    async write(text) {
      local.meta.reply(phone, text);
      await settled(id);
    },
    pass: (durationMs) => rehearsal.advance(id, durationMs),
  };
}

/** Ten in the morning: far from any quiet hours, whatever the hour the demo is run at. */
function nextTenOClock(timeZone: string): number {
  const now = Temporal.Now.zonedDateTimeISO(timeZone);
  const today = now.withPlainTime('10:00');
  const next = Temporal.ZonedDateTime.compare(today, now) > 0 ? today : today.add({ days: 1 });
  return next.epochMilliseconds;
}
