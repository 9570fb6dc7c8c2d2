// Which runs are listed: those of the versions that are counted, of the filter, and of what is selected on the canvas. Pure.

import type { RunQuery } from '../../client/client.ts';
import type { CountsAnswer } from '../../client/live-calls.ts';
import type { Selection } from '../state/editor.ts';
import { type Drawn, edgesFrom, keyFor } from './drawn.ts';
import type { RunFilter } from './state.ts';

/** What the selection means for the list. */
export interface Chosen {
  readonly node: string;
  /** As `RunQuery` has it. */
  readonly left: readonly string[] | null | undefined;
  /** Where a selected line leads. */
  readonly target?: string;
}

interface Shown {
  readonly selection: Selection;
  readonly filter: RunFilter;
  readonly counts: Pick<CountsAnswer, 'nodes'> | undefined;
}

/** One step or one line; undefined where nothing is selected, or more than one. */
export function chosenOf(drawn: Drawn, { selection, filter, counts }: Shown): Chosen | undefined {
  if (selection.edge !== undefined) return chosenEdge(drawn, selection.edge, counts);
  const [node, ...others] = selection.steps;
  if (node === undefined || others.length > 0 || !Object.hasOwn(drawn.journey.nodes, node)) return undefined;
  // Who is under way and at a step is in it.
  return { node, left: filter.state === 'running' ? null : undefined };
}

function chosenEdge(drawn: Drawn, id: string, counts: Shown['counts']): Chosen | undefined {
  const edges = Object.keys(drawn.journey.nodes).flatMap((node) => edgesFrom(drawn, node));
  const edge = edges.find((one) => one.id === id);
  if (edge === undefined) return undefined;
  const { source, target, keys } = edge;
  const outcomes =
    counts !== undefined && Object.hasOwn(counts.nodes, source) ? counts.nodes[source]?.outcomes : {};
  const words = Object.keys(outcomes ?? {}).filter((word) => {
    const key = keyFor(drawn, source, word);
    return key !== undefined && keys.includes(key);
  });
  return { node: source, left: words, target };
}

/** Undefined where it is known that there are none. */
export function toRunQuery(
  journey: string,
  {
    version,
    filter,
    chosen,
  }: {
    readonly version: number | undefined;
    readonly filter: RunFilter;
    readonly chosen: Chosen | undefined;
  },
): RunQuery | undefined {
  if (chosen?.left?.length === 0) return undefined;
  const { state, outcome, person } = filter;
  return {
    journey,
    version,
    person: person?.externalId,
    state: state === 'all' ? undefined : state,
    outcome,
    node: chosen?.node,
    left: chosen?.left,
  };
}
