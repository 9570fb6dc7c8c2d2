// A screen looked at by a machine: WCAG 2.2 AA as far as axe can tell, and words that are cut off.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/** `rule: where, why`; empty where there is nothing to mend. Rules that axe calls experimental are left out. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  // As the page's policy has it, the script comes by the browser's own protocol.
  await page.evaluate(axe);
  const experimental = { 'label-content-name-mismatch': { enabled: false } };
  const options = JSON.stringify({ runOnly: tags, rules: experimental });
  const violations = await page.evaluate<readonly Violation[]>(
    `axe.run(document, ${options}).then((found) => found.violations)`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}, ${failureSummary}`),
  );
}

/** Words that are wider than their place and can't be scrolled to; those that end in an ellipsis tell all of it as a title. */
export function findCutWords(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`[...document.querySelectorAll('body *')]
    .filter((element) => {
      const { overflowX, textOverflow } = getComputedStyle(element);
      const isHidden = overflowX === 'hidden' || overflowX === 'clip';
      const hasWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '');
      // What only screen readers get is a pixel wide.
      const isSeen = element.clientWidth > 4 && element.closest('.react-flow__minimap, .cm-editor') === null;
      return isHidden && hasWords && isSeen && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
    })
    .map((element) => element.textContent.trim().slice(0, 60))`);
}

/** Whether anything moves: transitions and animations that are longer than a blink. */
export function findMotion(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`document.getAnimations()
    .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 10)
    .map(({ effect }) => effect.target?.className?.toString() ?? '')`);
}
