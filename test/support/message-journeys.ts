// Small journeys of the end-to-end tests: one WhatsApp message, alone or followed by a wait for an order. They end
// as `reached`, or as `lost` where anything else than the awaited happened.

const message = {
  type: 'whatsapp.template',
  with: { template: 'spring_sale', language: 'ko', within: '2h' },
};
const lost = { type: 'exit', with: { as: 'lost' } };
const done = { type: 'exit', with: { as: 'reached' } };

/** One message, nothing else. */
export const note = {
  id: 'note',
  name: 'Note',
  entry: { on: { api: true } },
  start: 'offer',
  nodes: { offer: { ...message, next: { delivered: 'done', unresolved: 'lost', '*': 'lost' } }, lost, done },
};

/** The same, started by an event. */
export const cartNote = { ...note, id: 'cart-note', entry: { on: { event: 'cart.abandoned' } } };

/** A message, then a day for an order. */
export const offer = {
  id: 'offer',
  name: 'Offer',
  entry: { on: { api: true } },
  start: 'offer',
  nodes: {
    offer: { ...message, next: { delivered: 'think', unresolved: 'lost', '*': 'lost' } },
    think: {
      type: 'wait.event',
      with: { event: 'order.placed', within: 'P1D' },
      next: { received: 'done', timeout: 'lost' },
    },
    lost,
    done,
  },
};
