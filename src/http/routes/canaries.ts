// Canaries of a journey's nodes: how the first people fared, and the operator's word over it.

import { z } from 'zod';
import { settleCanary } from '../../inbox/judge-canaries.ts';
import { journeyIdPattern } from '../../journey/fields.ts';
import { type Canary, listCanaries } from '../../store/canaries.ts';
import {
  type CanaryAnswer,
  type CanaryDecisionAnswer,
  type CanaryListAnswer,
  canaryDecisionAnswer,
  canaryListAnswer,
} from '../answers/canaries.ts';
import { AppError } from '../app-error.ts';
import type { RouteContext, Routes } from '../route-context.ts';

const id = z.string().regex(journeyIdPattern);

const decisionBody = z.strictObject({
  decision: z.enum(['open', 'stop']),
  version: z
    .int()
    .positive()
    .max(2_147_483_647)
    .optional()
    .describe('The newest that has one, unless given.'),
});

const listSchema = {
  ...{ tags: ['Senders'], operationId: 'listCanaries', summary: 'How the first people of a journey fared' },
  params: z.object({ id }),
  response: { 200: canaryListAnswer },
};

const decisionSchema = {
  ...{ tags: ['Senders'], operationId: 'decideCanary', summary: 'Lets the others go ahead, or stops them' },
  params: z.object({ id, node: z.string().max(512) }),
  body: decisionBody,
  problems: ['CANARY_UNKNOWN'],
  response: { 200: canaryDecisionAnswer },
} as const;

export function addCanaryRoutes(app: Routes, { store, clock }: RouteContext): void {
  app.get(
    '/v1/journeys/:id/canaries',
    { schema: listSchema },
    async ({ params }): Promise<CanaryListAnswer> => ({
      canaries: (await listCanaries(store, { journeyId: params.id })).map(toAnswer),
    }),
  );

  app.post(
    '/v1/journeys/:id/canaries/:node',
    { schema: decisionSchema },
    async ({ params, body }): Promise<CanaryDecisionAnswer> => {
      const { decision, version } = body;
      const of = { journeyId: params.id, node: params.node, ...(version === undefined ? {} : { version }) };
      const [canary] = await listCanaries(store, of);
      if (canary === undefined) throw new AppError('CANARY_UNKNOWN');
      const state = decision === 'open' ? 'open' : 'stopped';
      const at = new Date(clock.now());
      const woken = (await settleCanary(store, canary, { state, by: 'operator', at })) ?? 0;
      return { ...toAnswer({ ...canary, state, decided_by: 'operator', decided_at: at }), woken };
    },
  );
}

function toAnswer(canary: Canary): CanaryAnswer {
  const { node, version, state, first, at_least: atLeast, admitted, delivered, failed } = canary;
  return {
    ...{ node, version, state, first, atLeast, admitted, delivered, failed },
    decideAt: canary.decide_at?.toISOString() ?? null,
    decidedAt: canary.decided_at?.toISOString() ?? null,
    decidedBy: canary.decided_by,
  };
}
