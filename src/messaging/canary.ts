// A canary: the first people of a node go out, the others wait until it is known how the first ones fared. Pure.

/** What an author asks for. */
export interface CanaryPlan {
  /** How many people go first. */
  readonly first: number;
  /** How long their evidence is waited for once all of them are out; a duration of the language. */
  readonly wait: string;
  /** The share of them that has to be delivered, from 0 to 1. */
  readonly atLeast: number;
}

/** `counting`: the first are on their way. Durable. */
export type CanaryState = 'counting' | 'open' | 'stopped';

export interface CanaryCounts {
  readonly first: number;
  readonly atLeast: number;
  /** Of the first ones: how many have gone out, were delivered, have failed for certain. */
  readonly admitted: number;
  readonly delivered: number;
  readonly failed: number;
}

/** What the gate knows of it. */
export interface CanaryFacts extends CanaryCounts {
  readonly state: CanaryState;
  /** This message is one of the first. */
  readonly isFirst: boolean;
}

/**
 * Decided as soon as nothing could change it any more, else when the time is over: what nobody has heard of by then was
 * not delivered.
 */
export function judgeCanary(
  { first, atLeast, delivered, failed }: CanaryCounts,
  isTimeOver: boolean,
): Exclude<CanaryState, 'counting'> | undefined {
  const needed = neededOf({ first, atLeast });
  if (delivered >= needed) return 'open';
  return isTimeOver || first - failed < needed ? 'stopped' : undefined;
}

/** How many of the first have to be delivered. */
export function neededOf({ first, atLeast }: Pick<CanaryCounts, 'first' | 'atLeast'>): number {
  // 0.9 of 10 is 9, also in binary.
  return Math.ceil(first * atLeast - 1e-9);
}
