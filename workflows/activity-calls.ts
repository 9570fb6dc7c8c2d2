// How a run calls an activity: remotely, or locally first. Only what is proved not sent reaches Temporal's retry: the
// ledger guards the rest (DESIGN 7.1). Deterministic.

import {
  ActivityCancellationType,
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';

export interface ActivityCall<Input> {
  /** The activity's name: a node type, or one of the engine's own. */
  readonly op: string;
  readonly input: Input;
  /** For operators, in the journey's own words; beside the activity's name, so it need not repeat that. */
  readonly summary?: string;
}

type Proxy<Input, Output> = Record<string, (input: Input) => Promise<Output>>;

/** A normal activity; heartbeats tell within seconds that its worker died. */
export function callActivity<Input, Output>({ op, input, ...said }: ActivityCall<Input>): Promise<Output> {
  const proxy = proxyActivities<Proxy<Input, Output>>({
    startToCloseTimeout: '60s',
    heartbeatTimeout: '5s',
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    retry: { initialInterval: '1s', maximumInterval: '60s' },
    ...said,
  });
  return named(proxy, op)(input);
}

/** Local first, so that it costs one event; then a normal activity, so that an outage doesn't keep the task busy. */
export function callLocallyFirst<Input, Output>(call: ActivityCall<Input>): Promise<Output> {
  const { op, input, ...said } = call;
  const proxy = proxyLocalActivities<Proxy<Input, Output>>({
    scheduleToCloseTimeout: '5s',
    retry: { initialInterval: '200ms', maximumInterval: '1s' },
    ...said,
  });
  return named(
    proxy,
    op,
  )(input).catch((error: unknown) => {
    if (isCancellation(error) || isFinal(error)) throw error;
    return callActivity<Input, Output>(call);
  });
}

function named<F>(proxy: Record<string, F>, op: string): F {
  return proxy[op] as F;
}

/** A local activity's failure comes as it is, a normal one's as the cause of an `ActivityFailure`. */
function isFinal(error: unknown): boolean {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  return cause instanceof ApplicationFailure && cause.nonRetryable === true;
}
