// Steps as text on the clipboard: JSON that a person can paste into an editor as well, with the edges between them. Pure.

import { nodeSchema } from '../../journey/definition.ts';
import { parse } from '../../journey/parse.ts';
import { withNext } from './commands/change-step.ts';
import { always, keysOf, targetOf } from './edges.ts';
import { isId } from './ids.ts';
import { type Journey, type Places, type Point, type Step, stepOf, toPoint, whereIs } from './journey.ts';

export interface Clip {
  readonly nodes: Readonly<Record<string, Step>>;
  readonly canvas: Places;
}

/** The steps as text. Edges to other steps stay behind. @param placed where the layout has put what the author has not */
export function toClip(journey: Journey, ids: Iterable<string>, placed: Places = {}): string {
  return JSON.stringify(cut(journey, ids, placed), null, 2);
}

/** The same without the way through text. */
export function cut(journey: Journey, ids: Iterable<string>, placed: Places = {}): Clip {
  const taken = new Set(ids);
  const chosen = Object.keys(journey.nodes).filter((id) => taken.has(id));
  const nodes = chosen.flatMap((id) => {
    const step = stepOf(journey, id);
    return step === undefined ? [] : [[id, withEdgesAmong(step, taken)] as const];
  });
  const canvas = chosen.flatMap((id) => {
    const point = whereIs(journey, id, placed);
    return point === undefined ? [] : [[id, { x: point.x, y: point.y }] as const];
  });
  return { nodes: Object.fromEntries(nodes), canvas: Object.fromEntries(canvas) };
}

/** The clip that a text is, or undefined where it is something else. A whole journey is a clip too. Never throws. */
export function fromClip(text: string): Clip | undefined {
  const { document, issues } = parse(text);
  if (issues.length > 0 || !isRecord(document) || !isRecord(document['nodes'])) return undefined;
  const nodes: [string, Step][] = [];
  for (const [id, value] of Object.entries(document['nodes'])) {
    const step = nodeSchema.safeParse(value);
    if (!step.success || !isId(id)) return undefined;
    nodes.push([id, step.data]);
  }
  if (nodes.length === 0) return undefined;
  const ids = new Set(nodes.map(([id]) => id));
  const canvas = isRecord(document['canvas']) ? document['canvas'] : {};
  return {
    nodes: Object.fromEntries(nodes.map(([id, step]) => [id, withEdgesAmong(step, ids)])),
    canvas: Object.fromEntries(
      Object.entries(canvas).flatMap(([id, value]): readonly (readonly [string, Point])[] => {
        const point = ids.has(id) ? toPoint(value) : undefined;
        return point === undefined ? [] : [[id, point]];
      }),
    ),
  };
}

function withEdgesAmong(step: Step, ids: ReadonlySet<string>): Step {
  const keys = keysOf(step);
  const kept = keys.filter((key) => ids.has(targetOf(step, key) ?? ''));
  if (kept.length === keys.length) return step;
  if (kept.includes(always)) return step;
  return withNext(step, Object.fromEntries(kept.map((key) => [key, targetOf(step, key) ?? ''])));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
