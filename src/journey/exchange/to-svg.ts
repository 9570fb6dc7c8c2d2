// A journey as a picture, drawn without a browser. Everything that an author wrote is escaped: it is shown, never run.
// Pure.

import { displayWidth } from '../display-width.ts';
import {
  boxColumns,
  boxPadding,
  columnWidth,
  lineHeight,
  type PlacedArrow,
  type PlacedBox,
  type Point,
  placePicture,
} from './layout.ts';
import type { Picture } from './picture.ts';
import { marks, svgStyle } from './svg-style.ts';
import { toXml } from './to-xml.ts';

/** A whole SVG document, with a line feed at its end. */
export function toSvg(picture: Picture): string {
  const { width, height, boxes, arrows } = placePicture(picture);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${toXml(picture.title)}</title>`,
    `<style>${svgStyle}</style>`,
    `<rect class="page" width="${width}" height="${height}"/>`,
    ...arrows.map(drawArrow),
    ...boxes.map(drawBox),
    // Labels last: no line may cross a word.
    ...arrows.map(drawLabel),
    '</svg>',
    '',
  ].join('\n');
}

function drawBox({ kind, title, detail, x, y, width, height }: PlacedBox): string {
  const [left, top] = [round(x - width / 2), round(y - height / 2)];
  const isRound = kind === 'entry' || kind === 'end';
  const textLeft = left + boxPadding.left;
  return [
    `<g><rect class="box" x="${left}" y="${top}" width="${width}" height="${height}" rx="${isRound ? height / 2 : 10}"/>`,
    `<path class="mark" transform="translate(${left + 16} ${round(y - 8)})" d="${marks[kind]}"/>`,
    `<text class="title" x="${textLeft}" y="${round(y - 5)}">${toXml(cut(title, boxColumns - 4))}</text>`,
    `<text class="detail" x="${textLeft}" y="${round(y + 14)}">${toXml(cut(detail, boxColumns))}</text></g>`,
  ].join('');
}

function drawArrow({ points, meaning }: PlacedArrow): string {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.at(-2) ?? tip;
  const turn = round((Math.atan2(tip.y - before.y, tip.x - before.x) * 180) / Math.PI);
  return [
    `<path class="${meaning} arrow" d="${toCurve(points)}"/>`,
    `<path class="${meaning} head" transform="translate(${round(tip.x)} ${round(tip.y)}) rotate(${turn})" d="M0 0L-8 4V-4Z"/>`,
  ].join('');
}

function drawLabel({ lines, label, meaning }: PlacedArrow): string {
  if (lines.length === 0) return '';
  const width = round(Math.max(...lines.map(displayWidth)) * columnWidth.small + 14);
  const height = lines.length * lineHeight + 4;
  const top = round(label.y - height / 2);
  const texts = lines.map(
    (line, index) =>
      `<text class="${meaning} label" text-anchor="middle" x="${round(label.x)}" y="${top + 14 + index * lineHeight}">${toXml(line)}</text>`,
  );
  const rect = `<rect class="${meaning} chip" x="${round(label.x - width / 2)}" y="${top}" width="${width}" height="${height}" rx="10"/>`;
  return `<g>${rect}${texts.join('')}</g>`;
}

/** A line through the points with its corners rounded off. */
function toCurve(points: readonly Point[]): string {
  const [first = { x: 0, y: 0 }, ...rest] = points;
  const commands = rest.map((point, index) => {
    const next = rest[index + 1];
    if (next === undefined) return `L${place(point)}`;
    const middle = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${place(point)} ${place(middle)}`;
  });
  return `M${place(first)}${commands.join('')}`;
}

function place({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

function cut(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let shown = '';
  for (const character of text) {
    if (displayWidth(shown + character) > columns - 1) break;
    shown += character;
  }
  return `${shown}…`;
}
