// A screen, and what somebody does on the way to it, in either language.

import type { Page } from 'playwright-core';

export type Act = (page: Page) => Promise<unknown>;

export interface Screen {
  readonly name: string;
  readonly path: string;
  /** Before the page is opened. */
  readonly given?: readonly Act[];
  readonly way: readonly Act[];
}

export async function visit(page: Page, url: string, { path, given = [], way }: Screen): Promise<void> {
  await page.unrouteAll();
  for (const act of given) await act(page);
  await page.goto(`${url}${path}`);
  for (const act of way) await act(page);
}

export const dialog = shows('[role="dialog"]');
export const menu = shows('[role="menu"]');

export function shows(selector: string): Act {
  return (page) => page.locator(selector).first().waitFor();
}

export function click(selector: string): Act {
  return (page) => page.locator(selector).first().click();
}

export function press(name: RegExp): Act {
  return (page) => page.getByRole('button', { name }).first().click();
}

export function choose(name: RegExp): Act {
  return (page) => page.getByRole('menuitem', { name }).click();
}

export function tab(name: RegExp): Act {
  return (page) => page.getByRole('tab', { name }).click();
}

/** A key, or several, one after another. */
export function key(...chords: readonly string[]): Act {
  return async (page) => {
    for (const chord of chords) await page.keyboard.press(chord);
  };
}

export function writes(text: string): Act {
  return (page) => page.keyboard.type(text);
}

export function select(step: string): Act {
  return async (page) => {
    await page.locator(`.react-flow [data-step="${step}"]`).click({ position: { x: 20, y: 12 } });
    await page.locator('aside [role="tablist"]').waitFor();
  };
}

/** From now on the server answers so, to whatever fits the pattern. */
export function answers(pattern: string, body: object): Act {
  return (page) => page.route(pattern, (route) => route.fulfill({ json: body }));
}

export function refuses(pattern: string): Act {
  return (page) => page.route(pattern, (route) => route.abort('connectionrefused'));
}

export const signsOut: Act = (page) => page.context().clearCookies();
