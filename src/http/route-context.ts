// What routes are built with. Routes hold no state of their own.

import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyTypeProvider,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { z } from 'zod';
import type { Clock } from '../inbox/clock.ts';
import type { GroupCommit } from '../inbox/group-commit.ts';
import type { Catalogue } from '../journey/catalogue.ts';
import type { Runs } from '../runs/create-runs.ts';
import type { HoldSettings } from '../runs/find-holds.ts';
import type { Skipper } from '../runs/skipper.ts';
import type { Store } from '../store/store.ts';
import type { Answer } from './answers/answer.ts';
import type { TemplateSyncOutcome } from './answers/templates.ts';

export interface TemporalUi {
  /** Without a slash at its end. */
  readonly url: string;
  readonly namespace: string;
}

export interface RouteContext {
  readonly store: Store;
  readonly runs: Pick<Runs, 'start' | 'state'>;
  /** Where the Temporal UI is, for links to a run's workflow. */
  readonly temporalUi?: TemporalUi | undefined;
  /** Absent where the workflow engine can't skip time, or its runs are nobody's to skip. */
  readonly skipper?: Skipper | undefined;
  /** Those that the gate goes by; left out: the defaults. */
  readonly policySettings?: HoldSettings | undefined;
  readonly inbox: GroupCommit;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  /** Lists the templates of all accounts at Meta now. */
  readonly syncTemplates: () => Promise<readonly TemplateSyncOutcome[]>;
}

/** What comes in is what a schema makes of it; what goes out is only read. */
interface ZodSchemas extends FastifyTypeProvider {
  readonly validator: this['schema'] extends z.ZodType ? z.output<this['schema']> : unknown;
  readonly serializer: this['schema'] extends z.ZodType ? Answer<this['schema']> : unknown;
}

/** A Fastify instance whose routes get their types from zod schemas. */
export type Routes = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodSchemas
>;
