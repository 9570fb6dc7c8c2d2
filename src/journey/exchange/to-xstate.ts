// A journey as a stand-alone XState v5 machine config: what Stately and `createMachine` load. It is an outline or the
// compiled chart; `meta` holds the journey, so that it can be imported again. Pure.

import type { Chart } from '../../machine/chart.ts';
import type { Definition } from '../definition.ts';
import { hashDefinition, hashJson } from '../hash.ts';
import type { Outline } from './outline.ts';

/** What `meta.jornada` of an exported machine holds. */
export interface ExportedJourney {
  /** Version of this form. */
  readonly format: 1;
  readonly id: string;
  readonly name: string;
  /** Of the definition. */
  readonly hash: string;
  /** Of the machine without this: shows whether somebody has changed it. */
  readonly machineHash: string;
  readonly definition: Definition;
}

export type ExportedMachine<Machine extends Outline | Chart = Outline | Chart> = Machine & {
  readonly description: string;
  readonly meta: { readonly jornada: ExportedJourney };
};

/** @param machine the definition's outline, or the chart that it compiles to */
export function toXState<Machine extends Outline | Chart>(
  definition: Definition,
  machine: Machine,
): ExportedMachine<Machine> {
  const { id, name: names } = definition;
  const name = typeof names === 'string' ? names : (names['en'] ?? Object.values(names)[0] ?? id);
  const hash = hashDefinition(definition);
  return {
    ...machine,
    description: `${name} (${id}, ${hash})`,
    meta: { jornada: { format: 1, id, name, hash, machineHash: hashJson(machine), definition } },
  };
}
