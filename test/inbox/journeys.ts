// Journeys that the inbox's tests publish: what starts them, what they wait for, what ends them.

export const abandonedCart = {
  id: 'abandoned-cart',
  name: 'Abandoned cart',
  entry: { on: { event: 'cart.abandoned' }, if: 'event.total >= 30000', key: 'event.cartId' },
  exit: [{ on: { event: 'order.placed' }, if: 'event.cartId == run.key', as: 'converted' }],
  start: 'think',
  nodes: {
    think: { type: 'sample.wait', with: { event: 'cart.opened', within: 'P1D' }, next: 'done' },
    done: { type: 'sample.exit' },
  },
};

export const welcome = {
  id: 'welcome',
  name: 'Welcome',
  entry: { on: { event: 'signed.up' }, again: 'never' },
  start: 'done',
  nodes: { done: { type: 'sample.exit' } },
};

export const patient = {
  id: 'patient',
  name: 'Patient',
  entry: { on: { api: true } },
  start: 'wait',
  nodes: {
    wait: { type: 'sample.wait', with: { event: 'bell.rang', within: 'P30D' }, next: 'done' },
    done: { type: 'sample.exit' },
  },
};
