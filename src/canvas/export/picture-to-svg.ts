// A picture as SVG that stands alone: no script, no style sheet, no address, only shapes and escaped text. Pure.

import { marks } from '../../journey/exchange/svg-style.ts';
import { toXml } from '../../journey/exchange/to-xml.ts';
import type { Frame } from '../flow/frames.ts';
import { linePath } from '../flow/line-path.ts';
import type { Box } from '../flow/route-shapes.ts';
import { chipHeight, type PictureBox, type PictureChip } from './draw-boxes.ts';
import type { JourneyPicture, PictureLine } from './draw-journey.ts';
import { cutText } from './fit-text.ts';

/** Tokens of the look, by their name. */
export interface Colours {
  readonly bg: string;
  readonly panel: string;
  readonly raise: string;
  readonly line: string;
  readonly 'line-strong': string;
  readonly ink: string;
  readonly 'ink-2': string;
  readonly reached: string;
  readonly 'reached-bg': string;
  readonly fell: string;
  readonly 'fell-bg': string;
  readonly failed: string;
  readonly 'failed-bg': string;
}

export interface SvgPicture {
  readonly text: string;
  /** Pixels at 100%. */
  readonly width: number;
  readonly height: number;
}

const margin = 32;
const fonts = 'Pretendard Variable, Pretendard, Inter, Noto Sans CJK KR, Noto Sans KR, sans-serif';
const dashes = { reached: '', always: '', fell: '6 4', failed: '2 3' } as const;
const shapes = {
  reached: 'M5 1a4 4 0 1 0 0 8a4 4 0 1 0 0-8Z',
  fell: 'M5 .4 9.6 5 5 9.6.4 5Z',
  failed: 'M1.2 1.2h7.6v7.6H1.2Z',
} as const;

export function pictureToSvg({ title, boxes, lines, frames }: JourneyPicture, colours: Colours): SvgPicture {
  const { x, y, width, height } = boundsOf([...boxes, ...frames, ...lines.flatMap(areasOf)]);
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" role="img" font-family="${fonts}" font-size="12">`,
    `<title>${toXml(title)}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colours.bg}"/>`,
    ...frames.map((frame) => drawFrame(frame, colours)),
    ...lines.map((line) => drawLine(line, colours)),
    ...boxes.map((box) => drawBox(box, colours)),
    // Labels last: no line may cross a word.
    ...lines.map((line) => drawLabel(line, colours)),
    '</svg>',
    '',
  ].join('\n');
  return { text, width, height };
}

function drawFrame({ x, y, width, height, group }: Frame, colours: Colours): string {
  const name = cutText(group.name, Math.floor(width / 8));
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14" fill="${colours.panel}" stroke="${colours['line-strong']}" stroke-dasharray="4 4"/>`,
    write(name, { x: x + 16, y: y + 21, fill: colours['ink-2'], weight: 600 }),
  ].join('');
}

function drawLine({ points, meaning }: PictureLine, colours: Colours): string {
  const colour = colourOf(meaning, colours);
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const dash = dashes[meaning] === '' ? '' : ` stroke-dasharray="${dashes[meaning]}"`;
  return [
    `<path d="${linePath(points)}" fill="none" stroke="${colour}" stroke-width="1.5"${dash}/>`,
    `<path d="M-4-7h8L0 0Z" transform="translate(${end.x} ${end.y})" fill="${colour}"/>`,
  ].join('');
}

function drawLabel({ text, label, width, meaning }: PictureLine, colours: Colours): string {
  if (text === '') return '';
  const shown = cutText(text, Math.floor((width - 12) / 5.6));
  return [
    `<rect x="${label.x - width / 2}" y="${label.y - 10}" width="${width}" height="20" rx="10" fill="${colours.panel}" stroke="${colours.line}"/>`,
    write(shown, {
      x: label.x,
      y: label.y + 4,
      fill: colourOf(meaning, colours),
      size: 11,
      anchor: 'middle',
    }),
  ].join('');
}

function drawBox(box: PictureBox, colours: Colours): string {
  const { kind, x, y, width, height, lines, chips } = box;
  const isNote = kind === 'note';
  const frame = `<rect width="${width}" height="${height}" rx="10" fill="${isNote ? colours['fell-bg'] : colours.raise}" stroke="${colours.line}"${isNote ? ' stroke-dasharray="4 4"' : ''}/>`;
  const inside = isNote
    ? lines.map((line, index) => write(line, { x: 12, y: 24 + index * 16, fill: colours.ink }))
    : [drawHead(box, colours), ...chips.map((chip) => drawChip(chip, colours)), drawRule(box, colours)];
  return `<g transform="translate(${x} ${y})">${frame}${inside.join('')}</g>`;
}

function drawHead({ kind, title, lines, waits }: PictureBox, colours: Colours): string {
  const mark = kind === 'note' ? 'step' : kind;
  const below = 28 + lines.length * 16;
  return [
    `<rect x="12" y="16" width="28" height="28" rx="6" fill="${colours.bg}" stroke="${colours.line}"/>`,
    `<path d="${marks[mark]}" transform="translate(18 22)" fill="none" stroke="${colours['ink-2']}" stroke-width="1.5"/>`,
    write(title, { x: 52, y: 27, fill: colours.ink, size: 13, weight: 600 }),
    ...lines.map((line, index) => write(line, { x: 52, y: 45 + index * 16, fill: colours['ink-2'] })),
    ...(waits === undefined ? [] : [write(waits, { x: 12, y: Math.max(below + 28, 68), fill: colours.ink })]),
  ].join('');
}

/** Between what a step is and how it can end. */
function drawRule({ chips, width }: PictureBox, { line }: Colours): string {
  const [first] = chips;
  if (first === undefined) return '';
  return `<path d="M0 ${first.at.y - 8}h${width}" stroke="${line}"/>`;
}

function drawChip({ text, meaning, at, width }: PictureChip, colours: Colours): string {
  const colour = colours[meaning];
  return [
    `<g transform="translate(${at.x} ${at.y})">`,
    `<rect width="${width}" height="${chipHeight}" rx="9" fill="${colours[`${meaning}-bg`]}"/>`,
    `<path d="${shapes[meaning]}" transform="translate(8 5) scale(.8)" fill="${colour}"/>`,
    write(text, { x: 20, y: 13, fill: colour, size: 11 }),
    '</g>',
  ].join('');
}

interface Written {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly size?: number;
  readonly weight?: number;
  readonly anchor?: 'middle';
}

function write(text: string, { x, y, fill, size, weight, anchor }: Written): string {
  const look = [
    ...(size === undefined ? [] : [` font-size="${size}"`]),
    ...(weight === undefined ? [] : [` font-weight="${weight}"`]),
    ...(anchor === undefined ? [] : [` text-anchor="${anchor}"`]),
  ].join('');
  return `<text x="${x}" y="${y}" fill="${fill}"${look}>${toXml(text)}</text>`;
}

function colourOf(meaning: PictureLine['meaning'], colours: Colours): string {
  return meaning === 'always' ? colours['line-strong'] : colours[meaning];
}

/** What a line covers. */
function areasOf({ points, label, width }: PictureLine): readonly Box[] {
  const corners = points.map((point) => ({ ...point, width: 0, height: 0 }));
  return [...corners, { x: label.x - width / 2, y: label.y - 10, width, height: 20 }];
}

function boundsOf(areas: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const area of areas) {
    left = Math.min(left, area.x);
    top = Math.min(top, area.y);
    right = Math.max(right, area.x + area.width);
    bottom = Math.max(bottom, area.y + area.height);
  }
  if (left > right) return { x: 0, y: 0, width: 2 * margin, height: 2 * margin };
  const [x, y] = [Math.floor(left - margin), Math.floor(top - margin)];
  return { x, y, width: Math.ceil(right + margin) - x, height: Math.ceil(bottom + margin) - y };
}
