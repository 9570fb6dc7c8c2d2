// The spring sale as it comes out of an empty canvas: what is drawn, whatever the steps are called.

import type { Definition } from '../../../src/journey/definition.ts';

/** Where every outcome leads: by the ids that the canvas gives. */
export const drawnRoutes = {
  template: {
    delivered: 'event',
    experiment: 'send',
    'limit.user': 'send',
    unresolved: 'send-2',
    '*': 'send-2',
  },
  event: { received: 'exit', timeout: 'send' },
  send: { accepted: 'exit', unresolved: 'send-2', '*': 'send-2' },
  'send-2': { accepted: 'exit', unresolved: 'exit-2', '*': 'exit-2' },
};

export const drawnTypes = {
  template: 'whatsapp.template',
  event: 'wait.event',
  exit: 'exit',
  send: 'sms.send',
  'send-2': 'email.send',
  'exit-2': 'exit',
};

export function routesOf({ nodes }: Definition): object {
  return Object.fromEntries(
    Object.entries(nodes).flatMap(([id, { next }]) => (next === undefined ? [] : [[id, next]])),
  );
}

export function typesOf({ nodes }: Definition): object {
  return Object.fromEntries(Object.entries(nodes).map(([id, { type }]) => [id, type]));
}
