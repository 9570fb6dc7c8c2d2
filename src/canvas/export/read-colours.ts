// The look's colours as they are in a theme, also the one that is not shown just now.

import type { Theme } from '../look/theme.ts';
import type { Colours } from './picture-to-svg.ts';

const names = [
  'bg',
  'panel',
  'raise',
  'line',
  'line-strong',
  'ink',
  'ink-2',
  'reached',
  'reached-bg',
  'fell',
  'fell-bg',
  'failed',
  'failed-bg',
] as const satisfies readonly (keyof Colours)[];

export function readColours(theme: Theme): Colours {
  const sample = document.createElement('div');
  sample.dataset['theme'] = theme;
  sample.hidden = true;
  document.body.append(sample);
  const style = getComputedStyle(sample);
  const colours = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  sample.remove();
  return colours as { readonly [Name in (typeof names)[number]]: string };
}
