// The look of pictures: colours of light and dark, lines by meaning, marks by kind. Plain classes, no variables, so that
// every viewer of SVG understands them.

import type { ArrowMeaning, BoxKind } from './picture.ts';

interface Palette {
  readonly background: string;
  readonly panel: string;
  readonly line: string;
  readonly ink: string;
  readonly quiet: string;
  readonly meanings: { readonly [meaning in ArrowMeaning]: string };
}

const light: Palette = {
  background: '#f6f6f4',
  panel: '#ffffff',
  line: '#cfccc4',
  ink: '#1d1c1a',
  quiet: '#5c5953',
  meanings: { plain: '#7c7870', reached: '#1f8a5b', fell: '#a8650a', failed: '#c0392f' },
};

const dark: Palette = {
  background: '#131417',
  panel: '#1a1c20',
  line: '#3c4048',
  ink: '#eceae6',
  quiet: '#aeb0b6',
  meanings: { plain: '#8b8e96', reached: '#4cc38a', fell: '#e5a94b', failed: '#f0776c' },
};

const fonts =
  '"Pretendard Variable", Pretendard, Inter, "Noto Sans CJK KR", "Noto Sans KR", system-ui, sans-serif';

/** The style sheet: light, and dark where the reader's system is. */
export const svgStyle = [
  `text{font-family:${fonts}}`,
  '.title{font-size:13px;font-weight:600}.detail,.label{font-size:12px}',
  '.arrow{fill:none;stroke-width:1.5}.fell.arrow{stroke-dasharray:6 4}.failed.arrow{stroke-dasharray:2 4;stroke-linecap:round}',
  toRules(light),
  `@media (prefers-color-scheme:dark){${toRules(dark)}}`,
].join('\n');

function toRules({ background, panel, line, ink, quiet, meanings }: Palette): string {
  const byMeaning = Object.entries(meanings).map(
    ([meaning, colour]) =>
      `.${meaning}.arrow{stroke:${colour}}.${meaning}.head,.${meaning}.label{fill:${colour}}.${meaning}.chip{stroke:${colour}}`,
  );
  return [
    `.page{fill:${background}}.box,.chip{fill:${panel};stroke:${line}}`,
    `.title{fill:${ink}}.detail{fill:${quiet}}.mark{fill:none;stroke:${quiet};stroke-width:1.5}`,
    ...byMeaning,
  ].join('');
}

/** Drawn into a square of 16 px: who comes in, a speech bubble, a clock, a target. */
export const marks: { readonly [kind in BoxKind]: string } = {
  entry: 'M2 8H13M9 4L13 8L9 12',
  message: 'M2 3H14V11H8L5 14V11H2Z',
  step: 'M8 2A6 6 0 1 1 7.99 2ZM8 5V8.5L10.5 10',
  end: 'M8 2A6 6 0 1 1 7.99 2ZM8 6A2 2 0 1 1 7.99 6Z',
};
