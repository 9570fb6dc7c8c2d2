// A journey as a Mermaid flowchart, for documents and pull requests. Pure.

import type { Arrow, ArrowMeaning, Box, BoxKind, Picture } from './picture.ts';

/** The text of a flowchart, with a line feed at its end. */
export function toMermaid({ title, boxes, arrows }: Picture): string {
  return [
    '---',
    `title: ${toYaml(title)}`,
    '---',
    'flowchart TD',
    ...boxes.map((box) => `  ${toId(box.id)}${toShape(box)}`),
    ...arrows.map((arrow) => `  ${toArrow(arrow)}`),
    '',
  ].join('\n');
}

const shapes: { readonly [kind in BoxKind]: readonly [open: string, close: string] } = {
  entry: ['([', '])'],
  message: ['[', ']'],
  step: ['(', ')'],
  end: ['([', '])'],
};

function toShape({ kind, title, detail }: Box): string {
  const [open, close] = shapes[kind];
  return `${open}"${toLabel(title)}<br/>${toLabel(detail)}"${close}`;
}

const lines: { readonly [meaning in ArrowMeaning]: string } = {
  plain: '-->',
  reached: '==>',
  fell: '-.->',
  failed: '-.-x',
};

function toArrow({ from, to, outcomes, meaning }: Arrow): string {
  const label = outcomes.length === 0 ? '' : `|"${toLabel(outcomes.join(', '))}"|`;
  return `${toId(from)} ${lines[meaning]}${label} ${toId(to)}`;
}

/** Words such as `end` mean something to Mermaid, and some signs are arrows: an id of ours begins with `n_`. */
function toId(id: string): string {
  return `n_${id.replace(/[^a-zA-Z0-9]/g, (sign) => `_${sign.charCodeAt(0)}_`)}`;
}

/** Mermaid knows characters by their number; it reads Markdown and HTML in labels, so every such sign is one. */
function toLabel(text: string): string {
  return toPlain(text).replace(/[^\p{L}\p{N}\p{M} .,:/·()-]/gu, (sign) => `#${sign.codePointAt(0)};`);
}

/** JSON is YAML; signs of HTML are written as escapes. */
function toYaml(text: string): string {
  return JSON.stringify(toPlain(text)).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}

/** Control characters and halves of characters have no picture. */
function toPlain(text: string): string {
  return text.replace(/\p{C}+/gu, ' ');
}
