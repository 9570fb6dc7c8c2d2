// Steps as boxes of a picture: where each stands, how high it is, and what stands in it. Pure.

import type { NodeTypeAnswer } from '../../journey/describe-node-type.ts';
import { displayWidth } from '../../journey/display-width.ts';
import type { Language } from '../../journey/issue-prose.ts';
import type { Box } from '../flow/route-shapes.ts';
import type { EntryWords } from '../model/entry-words.ts';
import type { Point } from '../model/journey.ts';
import { stepWidth } from '../model/layout.ts';
import type { Meaning } from '../model/meaning.ts';
import { outcomeWords } from '../model/outcome-words.ts';
import type { StepView } from '../model/step-view.ts';
import { wordsOf } from '../model/words.ts';
import { columnWidth, cutText, wrapText } from './fit-text.ts';

export interface PictureChip {
  readonly text: string;
  readonly meaning: Exclude<Meaning, 'waiting'>;
  /** From the upper left corner of the box. */
  readonly at: Point;
  readonly width: number;
}

export interface PictureBox extends Box {
  readonly id: string;
  readonly kind: 'entry' | 'message' | 'step' | 'end' | 'note';
  readonly title: string;
  readonly lines: readonly string[];
  readonly waits: string | undefined;
  readonly chips: readonly PictureChip[];
}

export const chipHeight = 18;
const padding = 12;
const gap = 4;
/** Of what stands right of the icon. */
const columns = Math.floor((stepWidth - 64) / columnWidth.s);
const titleColumns = Math.floor((stepWidth - 64) / columnWidth.title);
const wholeColumns = Math.floor((stepWidth - 2 * padding) / columnWidth.s);
const noteLines = 12;

interface Reader {
  readonly nodeType: NodeTypeAnswer | undefined;
  readonly language: Language;
}

export function drawStep(view: StepView, at: Point, { nodeType, language }: Reader): PictureBox {
  const { outline, id, step } = view;
  if (outline?.annotation === true) return drawNote(id, step.with?.['text'], at);
  const { title, line, waits } = wordsOf(view, nodeType, language);
  const lines = wrapText(line, columns, 2);
  const top = headHeight(lines) + (waits === undefined ? 0 : 20);
  const chips = placeChips(chipsOf(view, language), top + 8);
  const foot = Math.max(top, ...chips.map((chip) => chip.at.y + chipHeight + 8));
  const isMessage = outline?.channel !== null && outline !== undefined;
  return {
    id,
    kind: outline?.terminal === true ? 'end' : isMessage ? 'message' : 'step',
    ...at,
    width: stepWidth,
    height: foot,
    title: cutText(title, titleColumns),
    lines,
    waits: waits === undefined ? undefined : cutText(waits, wholeColumns),
    chips,
  };
}

export function drawEntry(
  id: string,
  words: EntryWords,
  { below, language }: { below: Point; language: Language },
): PictureBox {
  const lines = wrapText(words.line[language], columns, 2);
  const height = headHeight(lines);
  return {
    id,
    kind: 'entry',
    x: below.x,
    y: below.y - height - 52,
    width: stepWidth,
    height,
    title: cutText(words.title[language], titleColumns),
    lines,
    waits: undefined,
    chips: [],
  };
}

function drawNote(id: string, text: unknown, at: Point): PictureBox {
  const lines = wrapText(typeof text === 'string' ? text : '', wholeColumns, noteLines);
  const height = 2 * padding + Math.max(1, lines.length) * 16;
  return { id, kind: 'note', ...at, width: stepWidth, height, title: '', lines, waits: undefined, chips: [] };
}

function headHeight(lines: readonly string[]): number {
  return 2 * padding + Math.max(32, 20 + lines.length * 16);
}

const rest = { en: 'other', ko: '그 외' };

/** What fails is one chip with a number, as on the canvas. */
function chipsOf(
  { chips, rest: others, outline }: StepView,
  language: Language,
): readonly Omit<PictureChip, 'at' | 'width'>[] {
  if (outline?.terminal === true) return [];
  const shown = chips.filter(({ meaning }) => meaning !== 'failed');
  const rare = chips.length - shown.length + others.length;
  return [
    ...shown.map(({ key, meaning }) => ({ text: outcomeWords(key)[language], meaning })),
    ...(rare === 0 ? [] : [{ text: `${rest[language]} ${rare}`, meaning: 'failed' as const }]),
  ];
}

function placeChips(
  chips: readonly Omit<PictureChip, 'at' | 'width'>[],
  top: number,
): readonly PictureChip[] {
  let at: Point = { x: padding, y: top };
  return chips.map(({ text, meaning }) => {
    const short = cutText(text, wholeColumns - 4);
    const width = Math.ceil(displayWidth(short) * columnWidth.xs) + 27;
    if (at.x > padding && at.x + width > stepWidth - padding) at = { x: padding, y: at.y + chipHeight + gap };
    const chip = { text: short, meaning, at, width };
    at = { x: at.x + width + gap, y: at.y };
    return chip;
  });
}
