// A journey as a stand-alone XState v5 machine config: what Stately and `createMachine` load. It is the chart itself,
// with names of actions, guards and delays only; `meta` holds the journey, so that it can be imported again. Pure.

import type { Chart } from '../../machine/chart.ts';
import type { Definition } from '../definition.ts';
import { hashDefinition, hashJson } from '../hash.ts';

/** What `meta.jornada` of an exported machine holds. */
export interface ExportedJourney {
  /** Version of this form. */
  readonly format: 1;
  readonly id: string;
  readonly name: string;
  /** Of the definition. */
  readonly hash: string;
  /** Of the chart: shows whether somebody has changed the machine. */
  readonly chartHash: string;
  readonly definition: Definition;
}

export interface ExportedMachine extends Chart {
  readonly description: string;
  readonly meta: { readonly jornada: ExportedJourney };
}

/** @param chart the chart that the definition compiles to */
export function toXState(definition: Definition, chart: Chart): ExportedMachine {
  const { id, name: names } = definition;
  const name = typeof names === 'string' ? names : (names['en'] ?? Object.values(names)[0] ?? id);
  const hash = hashDefinition(definition);
  return {
    ...chart,
    description: `${name} (${id}, ${hash})`,
    meta: { jornada: { format: 1, id, name, hash, chartHash: hashJson(chart), definition } },
  };
}
