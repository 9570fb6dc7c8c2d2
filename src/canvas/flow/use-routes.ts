// Keeps the ways of the edges up to date: they are found anew when steps have come to rest somewhere else.

import { useNodesInitialized, useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { Journey, Places } from '../model/journey.ts';
import { useLanguage } from '../text/use-text.ts';
import { ask } from '../worker/ask.ts';
import { useDrawing } from './drawing.ts';
import { useIsFar } from './far-view.tsx';
import { type Route, type Routing, routeEdges } from './route-edges.ts';
import type { FlowNode, OutcomeEdge } from './to-flow.ts';
import { toRouting } from './to-routing.ts';

/** So many edges are done within a frame; more of them are left to the worker. */
const soonDone = 150;
/** Even to see whether any of them has moved takes a while: not between two letters. */
const pauseMs = 150;

interface Drawn {
  readonly journey: Journey | undefined;
  readonly placed: Places | undefined;
  readonly edges: readonly OutcomeEdge[];
}

export function useRoutes({ journey, placed, edges }: Drawn): void {
  const flow = useReactFlow<FlowNode, OutcomeEdge>();
  const isMeasured = useNodesInitialized();
  const isFar = useIsFar();
  const heights = useDrawing((drawing) => drawing.heights);
  const language = useLanguage();
  const known = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: they say when, not what: React Flow has both by then.
  useEffect(() => {
    // From far away nobody sees how many lines go around steps: straight ones do until somebody comes nearer.
    if (!isMeasured || (isFar && edges.length > soonDone)) return;
    const find = async () => {
      const routing = toRouting(flow.getNodes(), flow.getEdges(), language);
      const print = printOf(routing);
      if (print === known.current) return;
      known.current = print;
      const isLarge = routing.edges.length > soonDone;
      const drawn = isLarge ? await ask('route', routing) : routeEdges(routing);
      if (print !== known.current) return;
      useDrawing.setState(({ routes }) => ({ routes: keepSame(routes, drawn) }));
    };
    if (edges.length > soonDone) {
      const pause = setTimeout(find, pauseMs);
      return () => clearTimeout(pause);
    }
    const frame = requestAnimationFrame(find);
    return () => cancelAnimationFrame(frame);
  }, [journey, placed, edges, heights, isMeasured, isFar, language, flow]);
}

/** What the ways are found from, to see whether it is as it was: a name or a setting moves nothing. */
function printOf({ boxes, edges }: Routing): string {
  const corners = [...boxes].map(([id, { x, y, width, height }]) => `${id} ${x} ${y} ${width} ${height}`);
  const ends = edges.map(({ id, leaves, labelWidth }) => `${id} ${leaves} ${labelWidth}`);
  return [...corners, ...ends].join('\n');
}

/** Routes that are as they were stay the same objects. */
function keepSame(
  before: ReadonlyMap<string, Route>,
  after: ReadonlyMap<string, Route>,
): ReadonlyMap<string, Route> {
  return new Map(
    [...after].map(([id, route]) => {
      const old = before.get(id);
      return [id, old !== undefined && isSameRoute(old, route) ? old : route];
    }),
  );
}

function isSameRoute(a: Route, b: Route): boolean {
  return (
    a.points.length === b.points.length &&
    a.labelWidth === b.labelWidth &&
    a.isCramped === b.isCramped &&
    [...a.points, a.label].every((point, index) => {
      const other = [...b.points, b.label][index];
      return other?.x === point.x && other.y === point.y;
    })
  );
}
