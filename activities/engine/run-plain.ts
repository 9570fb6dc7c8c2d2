// Runs a plain node once. One that is not idempotent marks its start first: found started, nobody knows whether it
// has happened, and it ends as `unresolved` instead of happening twice.

import { Context } from '@temporalio/activity';
import { sql } from 'kysely';
import type { ActivityAnswer } from '../../src/machine/vocabulary.ts';
import type { AnyNode } from '../../src/node-kit/node-type.ts';
import type { EngineDeps } from './deps.ts';
import type { Visit } from './load-visit.ts';
import { createRenderers, createSecretRenderer } from './render.ts';

type PlainType = Extract<AnyNode, { readonly kind: 'plain' }>;

export async function runPlain(deps: EngineDeps, visit: Visit, type: PlainType): Promise<ActivityAnswer> {
  if (!type.idempotent && !(await claimVisit(deps, visit)))
    return { status: 'settled', outcome: 'unresolved' };
  const { info, cancellationSignal } = Context.current();
  const { outcome, code } = await type.run({
    config: visit.config,
    person: visit.person,
    scope: visit.scope,
    idempotencyKey: `${visit.runId}/${visit.node}/${visit.visit}`,
    attempt: info.attempt,
    http: deps.http,
    render: type.readsSecrets ? createSecretRenderer(visit.scope, deps) : createRenderers(visit.scope).render,
    signal: cancellationSignal,
  });
  if (!(type.outcomes(visit.config) as readonly string[]).includes(outcome)) {
    return { status: 'settled', outcome: 'invalid', code: 'undeclared_outcome' };
  }
  return { status: 'settled', outcome, ...(code === undefined ? {} : { code }) };
}

/** True for exactly one caller per visit. */
async function claimVisit({ store }: EngineDeps, { runId, node, visit, now }: Visit): Promise<boolean> {
  const claimed = await store
    .insertInto('run_step')
    .values({ run_id: runId, node, visit, entered_at: new Date(now), code: 'started' })
    .onConflict((conflict) =>
      conflict
        .columns(['run_id', 'node', 'visit'])
        .doUpdateSet({ code: 'started' })
        .where(sql<boolean>`run_step.code is null and run_step.outcome is null`),
    )
    .returning('run_id')
    .executeTakeFirst();
  return claimed !== undefined;
}
