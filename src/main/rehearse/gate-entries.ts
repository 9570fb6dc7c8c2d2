// What the gate said during a rehearsed run, as far as the ledger keeps it: yes before each attempt, no with its reason
// where that ended a message. A wait in between shows as the run's rest.

import { type FailureOutcome, failureOutcomes } from '../../messaging/outcomes.ts';
import type { TraceEntry } from '../../simulator/trace.ts';
import type { RunPath } from '../../store/run-path.ts';

/** @param settledAt when the run took a send's outcome, epoch milliseconds */
export function toGateEntries(
  { sends, attempts }: Pick<RunPath, 'sends' | 'attempts'>,
  settledAt: ReadonlyMap<string, number>,
): TraceEntry[] {
  return sends.flatMap((send) => {
    const own = attempts.filter((attempt) => attempt.send_id === send.id);
    const allowed = own.map(
      ({ started_at }): TraceEntry => ({
        ...{ at: started_at.getTime(), kind: 'gate', node: send.node },
        decision: { do: 'allow' },
      }),
    );
    const refused = own.length === 0 ? toRefusal(send, settledAt.get(send.id)) : undefined;
    return refused === undefined ? allowed : [...allowed, refused];
  });
}

function toRefusal(send: RunPath['sends'][number], at: number | undefined): TraceEntry | undefined {
  const { node, policy, code, because } = send;
  const outcome = failureOutcomes.find((word): word is FailureOutcome => word === send.outcome);
  if (at === undefined || policy === null || outcome === undefined) return undefined;
  const reason = { ...(code === null ? {} : { code }), ...(because === null ? {} : { because }) };
  return { at, kind: 'gate', node, decision: { do: 'refuse', policy, outcome, ...reason } };
}
