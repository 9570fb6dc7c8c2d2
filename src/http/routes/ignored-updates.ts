// What Meta's webhooks brought that nobody here acts on: a field that grows may be worth subscribing to, or not.

import { listIgnoredUpdates } from '../../store/ignored-updates.ts';
import { ignoredUpdatesAnswer } from '../answers/senders.ts';
import type { RouteContext, Routes } from '../route-context.ts';

const schema = {
  ...{
    tags: ['Senders'],
    operationId: 'listIgnoredUpdates',
    summary: 'What webhooks brought that nobody acts on',
  },
  response: { 200: ignoredUpdatesAnswer },
};

export function addIgnoredUpdateRoutes(app: Routes, { store }: RouteContext): void {
  app.get('/v1/webhooks/ignored', { schema }, async () => {
    const fields = await listIgnoredUpdates(store);
    return { fields: fields.map(({ lastAt, ...field }) => ({ ...field, lastAt: lastAt.toISOString() })) };
  });
}
