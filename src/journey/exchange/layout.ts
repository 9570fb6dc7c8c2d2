// Places the boxes of a picture from top to bottom and leads its arrows around them. Pure; the same picture always
// comes out the same.

import { Graph, layout } from '@dagrejs/dagre';
import { displayWidth } from '../display-width.ts';
import type { Arrow, Box, Picture } from './picture.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** `x` and `y` are the middle. All lengths in pixels. */
export interface PlacedBox extends Box, Point {
  readonly width: number;
  readonly height: number;
}

export interface PlacedArrow extends Arrow {
  /** From the edge of one box to the edge of the other. */
  readonly points: readonly Point[];
  /** One line a word where they are many; placed at `label`. */
  readonly lines: readonly string[];
  readonly label: Point;
}

export interface PlacedPicture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
}

export const boxHeight = 56;
export const lineHeight = 16;
const [narrowest, widest] = [168, 280];
const margin = 24;
/** Of a column of a label or a detail in the look's size s (12 px), and of a title in m (13 px, bold). */
export const columnWidth = { small: 6.6, title: 7.6 };
/** Beside the texts of a box. */
export const boxPadding = { left: 44, right: 16 };

/** How many columns a text of a box may have before it is cut. */
export const boxColumns = Math.floor((widest - boxPadding.left - boxPadding.right) / columnWidth.small);

export function placePicture({ boxes, arrows }: Picture): PlacedPicture {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 40, ranksep: 44, edgesep: 24, marginx: margin, marginy: margin });
  for (const box of boxes) graph.setNode(box.id, { width: widthOf(box), height: boxHeight });
  arrows.forEach(({ from, to, outcomes, meaning }, index) => {
    const lines = toLines(outcomes);
    const columns = Math.max(0, ...lines.map(displayWidth));
    const size = { width: columns * columnWidth.small + 16, height: lines.length * lineHeight + 6 };
    // What should reach the person runs straight down.
    const weight = meaning === 'reached' ? 8 : meaning === 'plain' ? 4 : 1;
    const label = lines.length === 0 ? {} : { ...size, labelpos: 'c' };
    graph.setEdge(from, to, { weight, ...label }, String(index));
  });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { readonly width?: number; readonly height?: number };
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: boxes.map((box) => ({ ...box, ...(graph.node(box.id) as Omit<PlacedBox, keyof Box>) })),
    arrows: arrows.map((arrow, index) => {
      const {
        points,
        x = 0,
        y = 0,
      } = graph.edge(arrow.from, arrow.to, String(index)) as {
        readonly points: readonly Point[];
      } & Partial<Point>;
      return { ...arrow, points, lines: toLines(arrow.outcomes), label: { x, y } };
    }),
  };
}

function widthOf({ title, detail }: Box): number {
  const text = Math.max(displayWidth(title) * columnWidth.title, displayWidth(detail) * columnWidth.small);
  return Math.min(widest, Math.max(narrowest, Math.ceil(text) + boxPadding.left + boxPadding.right));
}

const [lineColumns, lineCount] = [24, 4];

/** Outcomes in lines; what does not fit is a number. */
function toLines(outcomes: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const last = lines.at(-1);
    const longer = last === undefined ? outcome : `${last}, ${outcome}`;
    if (last !== undefined && displayWidth(longer) <= lineColumns) lines[lines.length - 1] = longer;
    else if (lines.length < lineCount) lines.push(outcome);
    else return [...lines.slice(0, -1), `${lines.at(-1)} +${outcomes.length - index}`];
  }
  return lines;
}
