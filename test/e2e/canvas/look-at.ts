// A screen looked at by a machine: WCAG 2.2 AA as far as axe can tell, and words that are cut off.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly Found[];
}

interface Found {
  readonly target: readonly string[];
  readonly html: string;
  readonly failureSummary: string;
}

/** `rule: where, why`; empty where there is nothing to mend. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  // As the page's policy has it, the script comes by the browser's own protocol.
  await page.evaluate(axe);
  const options = JSON.stringify({ runOnly: tags });
  const violations = await page.evaluate<readonly Violation[]>(
    `axe.run(document, ${options}).then((found) => found.violations)`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter((found) => id !== nameRule || !isDescribed(found))
      .map(({ target, failureSummary }) => `${id}: ${target.join(' ')}, ${failureSummary}`),
  );
}

const nameRule = 'label-content-name-mismatch';

/** A line of a list is called by its first words; the others describe it, and the rule takes them for a part of its name. */
function isDescribed({ html }: Found): boolean {
  return html.includes('aria-describedby=');
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
