// Draws that anybody can repeat: the same seed gives the same lot, on every machine and in every run. Pure.

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** An arm of an experiment; weights are relative to each other. */
export interface Arm {
  readonly name: string;
  readonly weight: number;
}

const words = 2 ** 32;

/** A number in [0, 1) that looks random and depends on nothing but the seed. */
export function drawFraction(seed: string): number {
  return new DataView(sha256(utf8ToBytes(seed)).buffer).getUint32(0) / words;
}

/**
 * Chooses an arm in proportion to the weights: a race of exponential clocks, one for each arm, so that the order of the
 * arms means nothing, and whoever changes the arm after new weights goes to one that has gained.
 *
 * @param arms at least one
 */
export function drawArm(arms: readonly Arm[], seed: string): Arm {
  const timeOf = ({ name, weight }: Arm) => -Math.log(1 - drawFraction(`${seed}/${name}`)) / weight;
  return arms.reduce((first, arm) => (timeOf(arm) < timeOf(first) ? arm : first));
}
