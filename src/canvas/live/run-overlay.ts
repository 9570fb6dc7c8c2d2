// One person's way on the canvas: what they came by is lit, the rest dims, and where they are says until when. Pure.

import type { RunAnswer } from '../../client/client.ts';
import type { LocalizedText } from '../../journey/catalogue.ts';
import { meaningOf } from '../model/meaning.ts';
import { outlineOf, successesIn } from '../model/outline.ts';
import type { EdgeOverlay, Overlay, StepOverlay } from '../state/overlay.ts';
import { type Drawn, edgeFor, edgesFrom } from './drawn.ts';

/** Where the person is; undefined where the run is over. */
export function placeOfRun({ state, waiting, path }: RunAnswer): string | undefined {
  if (state === 'closed') return undefined;
  return waiting?.node ?? path.findLast(({ outcome }) => outcome === null)?.node;
}

/** @param here what the step says that the person is in */
export function toRunOverlay(drawn: Drawn, run: RunAnswer, here: LocalizedText): Overlay {
  const place = placeOfRun(run);
  const taken = takenEdges(drawn, run);
  const hoped = place === undefined ? undefined : hopedEdge(drawn, place);
  const stepOverlay = (id: string): StepOverlay => {
    const visit = run.path.findLast(({ node }) => node === id);
    if (id === place) return { isHere: true, badge: here };
    if (visit === undefined) return { isDim: true };
    const isEnd = outlineOf(drawn.check, id)?.terminal === true;
    if (visit.outcome === null || isEnd) return {};
    return { meaning: meaningOf(visit.outcome, successesIn(drawn.check)(id)) };
  };
  const edgeOverlay = (id: string): EdgeOverlay => {
    if (taken.has(id)) return { isLit: true };
    return id === hoped ? { isWaiting: true } : { isDim: true };
  };
  const steps = Object.keys(drawn.journey.nodes);
  const edges = steps.flatMap((id) => edgesFrom(drawn, id).map((edge) => edge.id));
  return {
    steps: Object.fromEntries(steps.map((id) => [id, stepOverlay(id)])),
    edges: { '@entry': { isLit: true }, ...Object.fromEntries(edges.map((id) => [id, edgeOverlay(id)])) },
  };
}

/** One over the other: what the upper one says of a step or line goes before. */
export function mergeOverlays(lower: Overlay, upper: Overlay): Overlay {
  return { steps: mergeEach(lower.steps, upper.steps), edges: mergeEach(lower.edges, upper.edges) };
}

function mergeEach<Value extends object>(
  lower: { readonly [id: string]: Value },
  upper: { readonly [id: string]: Value },
): { readonly [id: string]: Value } {
  const ids = new Set([...Object.keys(lower), ...Object.keys(upper)]);
  return Object.fromEntries([...ids].map((id) => [id, { ...lower[id], ...upper[id] } as Value]));
}

/** The lines between a visit and the next. */
function takenEdges(drawn: Drawn, { path }: RunAnswer): ReadonlySet<string> {
  const taken = path.flatMap(({ node, outcome }, index) => {
    const edge = outcome === null ? undefined : edgeFor(drawn, node, outcome);
    return edge !== undefined && path[index + 1]?.node === edge.target ? [edge.id] : [];
  });
  return new Set(taken);
}

/** Where the person goes if all goes well. */
function hopedEdge(drawn: Drawn, place: string): string | undefined {
  return edgesFrom(drawn, place).find(({ meaning }) => meaning === 'reached')?.id;
}
