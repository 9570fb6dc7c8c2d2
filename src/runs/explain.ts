// A run told as a path with reasons: what was entered, how it ended, which policy or provider's code decided, and
// what the evidence was. No personal data: words, codes, ids and times only.

import type { Because } from '../messaging/gate-facts.ts';
import type { MessageCategory } from '../messaging/message.ts';
import { type RunPath, readRunPath } from '../store/run-path.ts';
import { findRun } from '../store/runs.ts';
import type { Store } from '../store/store.ts';
import type { RunState } from '../store/tables/runs.ts';

export interface ExplainedRun {
  readonly id: string;
  readonly journey: string;
  readonly version: number;
  /** Our id of the person. */
  readonly person: string;
  readonly key: string;
  readonly state: RunState;
  /** Its time can be skipped. */
  readonly rehearsed: boolean;
  readonly outcome: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly closedAt: string | null;
  readonly path: readonly ExplainedStep[];
}

export interface ExplainedStep {
  readonly node: string;
  readonly visit: number;
  readonly enteredAt: string;
  readonly outcome: string | null;
  readonly settledAt: string | null;
  /** False where nothing left the house; null where the question makes no sense. */
  readonly attempted: boolean | null;
  readonly code: string | null;
  readonly policy: string | null;
  /** The facts that the policy decided by: words, numbers, instants as epoch ms. */
  readonly because: Because | null;
  readonly message: ExplainedMessage | null;
}

export interface ExplainedMessage {
  readonly send: string;
  readonly channel: string;
  readonly category: MessageCategory;
  /** The template that its last attempt used, as `name/language`: an alternate may have gone out. */
  readonly template: string | null;
  readonly sender: string;
  readonly state: string;
  readonly awaits: string;
  /** The strongest evidence so far. */
  readonly reached: string | null;
  readonly failedCode: string | null;
  /** Evidence of delivery came after the run had gone another way. */
  readonly late: boolean;
  readonly parkedUntil: string | null;
  readonly attempts: readonly {
    readonly number: number;
    readonly state: string;
    readonly code: string | null;
    readonly httpStatus: number | null;
    readonly startedAt: string;
    readonly endedAt: string | null;
  }[];
  readonly evidence: readonly {
    readonly kind: string;
    readonly code: string | null;
    readonly at: string;
    readonly receivedAt: string;
  }[];
}

/** The run with everything that is recorded; undefined where there is none of this id. */
export async function explainRun(store: Store, runId: string): Promise<ExplainedRun | undefined> {
  const run = await findRun(store, runId);
  if (run === undefined) return undefined;
  const recorded = await readRunPath(store, runId);
  return {
    id: run.id,
    journey: run.journeyId,
    version: run.version,
    person: run.personId,
    key: run.key,
    state: run.state,
    rehearsed: run.rehearsed,
    outcome: run.outcome,
    createdAt: run.createdAt.toISOString(),
    startedAt: toIso(run.startedAt),
    closedAt: toIso(run.closedAt),
    path: recorded.steps.map((step) => explainStep(step, recorded)),
  };
}

function explainStep(step: RunPath['steps'][number], recorded: RunPath): ExplainedStep {
  // The ledger knows of a send before its step is journalled.
  const send = recorded.sends.find(({ node, visit }) => node === step.node && visit === step.visit);
  return {
    node: step.node,
    visit: step.visit,
    enteredAt: step.entered_at.toISOString(),
    outcome: step.outcome,
    settledAt: toIso(step.settled_at),
    attempted: step.attempted,
    code: step.code,
    policy: step.policy ?? send?.policy ?? null,
    because: send?.because ?? null,
    message: send === undefined ? null : explainMessage(send, recorded),
  };
}

function explainMessage(send: RunPath['sends'][number], recorded: RunPath): ExplainedMessage {
  return {
    send: send.id,
    channel: send.channel,
    category: send.category,
    template: send.template,
    sender: send.sender_id,
    state: send.state,
    awaits: send.awaits,
    reached: send.reached,
    failedCode: send.failed_code,
    late: send.late,
    parkedUntil: toIso(send.parked_until),
    attempts: recorded.attempts
      .filter(({ send_id }) => send_id === send.id)
      .map((attempt) => ({
        number: attempt.number,
        state: attempt.state,
        code: attempt.code,
        httpStatus: attempt.http_status,
        startedAt: attempt.started_at.toISOString(),
        endedAt: toIso(attempt.ended_at),
      })),
    evidence: recorded.evidence
      .filter(({ send_id }) => send_id === send.id)
      .map((evidence) => ({
        kind: evidence.kind,
        code: evidence.code === '' ? null : evidence.code,
        at: evidence.at.toISOString(),
        receivedAt: evidence.received_at.toISOString(),
      })),
  };
}

function toIso(instant: Date | null): string | null {
  return instant === null ? null : instant.toISOString();
}
