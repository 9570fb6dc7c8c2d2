// The journey as a picture: boxes, lines and frames where the canvas has them. Made from the model alone, so that what was
// never in sight is in it too. Pure.

import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { NodeTypeAnswer } from '../../journey/describe-node-type.ts';
import type { Language } from '../../journey/issue-prose.ts';
import { labelWidth, shortLabel } from '../flow/edge-label.ts';
import { type Frame, framesOf } from '../flow/frames.ts';
import { leavesAt, portOf } from '../flow/ports.ts';
import { type RoutedEdge, routeEdges } from '../flow/route-edges.ts';
import { entryId } from '../flow/to-flow.ts';
import { always, type DrawnEdge, edgesOf } from '../model/edges.ts';
import { entryWords } from '../model/entry-words.ts';
import { type Journey, type Places, type Point, pointIn } from '../model/journey.ts';
import { outlineOf } from '../model/outline.ts';
import { viewOf } from '../model/step-view.ts';
import { nameOf } from '../text/name-of.ts';
import { drawEntry, drawStep, type PictureBox } from './draw-boxes.ts';

export interface PictureLine {
  readonly points: readonly Point[];
  readonly label: Point;
  readonly text: string;
  readonly width: number;
  readonly meaning: DrawnEdge['meaning'] | 'always';
}

export interface JourneyPicture {
  readonly title: string;
  readonly boxes: readonly PictureBox[];
  readonly lines: readonly PictureLine[];
  readonly frames: readonly Frame[];
}

export interface Drawn {
  /** Where every step stands. */
  readonly places: Places;
  readonly check: CheckAnswer | undefined;
  readonly nodeTypes: ReadonlyMap<string, NodeTypeAnswer>;
  readonly language: Language;
}

export function drawJourney(journey: Journey, { places, check, nodeTypes, language }: Drawn): JourneyPicture {
  const placeFor = (id: string) => pointIn(places, id) ?? { x: 0, y: 0 };
  const steps = Object.entries(journey.nodes).map(([id, step]) =>
    drawStep(viewOf(id, step, outlineOf(check, id)), placeFor(id), {
      nodeType: nodeTypes.get(step.type),
      language,
    }),
  );
  const hasStart = Object.hasOwn(journey.nodes, journey.start);
  const entry = hasStart
    ? [drawEntry(entryId, entryWords(journey), { below: placeFor(journey.start), language })]
    : [];
  const boxes = [...entry, ...steps];
  const heights = new Map(boxes.map(({ id, height }) => [id, height]));
  return {
    title: nameOf(journey.name, language),
    boxes,
    lines: drawLines(allEdges(journey, check), boxes, language),
    frames: framesOf(unfolded(journey), { placeFor, heights }),
  };
}

function allEdges(journey: Journey, check: CheckAnswer | undefined): readonly DrawnEdge[] {
  const { start, nodes } = journey;
  const first: DrawnEdge = {
    id: entryId,
    source: entryId,
    target: start,
    keys: [always],
    meaning: 'reached',
  };
  const others = Object.entries(nodes).flatMap(([id, step]) =>
    edgesOf(id, step, outlineOf(check, id)?.successes ?? []),
  );
  return [first, ...others];
}

function drawLines(
  edges: readonly DrawnEdge[],
  boxes: readonly PictureBox[],
  language: Language,
): readonly PictureLine[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const routed = edges.flatMap(({ id, source, target, meaning, keys }): RoutedEdge[] => {
    const [from, to] = [byId.get(source), byId.get(target)];
    if (from === undefined || to === undefined) return [];
    const ends = { from: portOf(from, meaning), to: portOf(to, 'in'), leaves: leavesAt(meaning) };
    return [{ id, source, target, ...ends, labelWidth: labelWidth(shortLabel(keys, language)) }];
  });
  const routes = routeEdges({ boxes: byId, edges: routed });
  return edges.flatMap(({ id, keys, meaning }) => {
    const route = routes.get(id);
    if (route === undefined) return [];
    const text = shortLabel(keys, language);
    const look = keys.includes(always) ? 'always' : meaning;
    return [{ ...route, text, width: labelWidth(text), meaning: look }];
  });
}

/** A picture shows all. */
function unfolded(journey: Journey): Journey {
  const groups = journey.canvas?.['$groups'];
  if (typeof groups !== 'object' || groups === null) return journey;
  const open = Object.fromEntries(
    Object.entries(groups).map(([id, group]) => [id, { ...group, folded: false }]),
  );
  return { ...journey, canvas: { ...journey.canvas, $groups: open } };
}
