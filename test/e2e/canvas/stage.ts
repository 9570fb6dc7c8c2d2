// The canvas in a real browser, over the whole stack: a world of its own, the bundled page, somebody signed in.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildCanvas } from '../../support/built-canvas.ts';
import { findChromium, openChromium } from '../../support/chromium.ts';
import { testTemporal } from '../../support/stack.ts';
import { startWorld, type World, type WorldOptions } from '../../support/world.ts';

/** Undefined where no browser can be had: tests skip, counted and named; CI insists. */
export const chromium = await findChromium();

/** For a page and a server that share two cores with all other tests. */
const patienceMs = 45_000;
/** Of a test that does many things. */
export const longMs = 180_000;

export interface CanvasStage {
  readonly world: World;
  readonly url: string;
  /** A browser of one more author, signed in, at a path of the canvas. English and light unless told. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Another link, opened in a tab beside this one: whoever was signed out is in again. */
  signIn(page: Page): Promise<void>;
  /** What the pages have complained of so far: errors, and breaches of the content policy. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** @param own what a project brings */
export async function openCanvasStage(own: Pick<WorldOptions, 'nodeTypes'> = {}): Promise<CanvasStage> {
  const canvasFolder = await buildCanvas();
  const { taskQueue: _own, ...temporal } = testTemporal();
  const [world, browser] = await Promise.all([
    startWorld({ ...own, canvasFolder, temporal: { ...temporal, canSkipTime: true } }),
    openChromium(chromium ?? ''),
  ]);
  const complaints: string[] = [];
  return {
    world,
    url: world.local.server.url,
    complaints,
    open: (path, options) => openPage({ world, browser, complaints }, path, options),
    async signIn(page) {
      const { url } = await world.local.api.createSessionLink();
      await page.context().request.get(url);
    },
    async close() {
      await browser.close();
      await world.stop();
    },
  };
}

interface Opened {
  readonly world: World;
  readonly browser: Browser;
  readonly complaints: string[];
}

async function openPage(
  { world, browser, complaints }: Opened,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    reducedMotion: 'reduce',
    ...options,
  });
  // The tour is offered at the first visit.
  await context.addInitScript("localStorage.setItem('jornada.tour', 'seen')");
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.url()} answered ${response.status()}`);
  });
  page.on('console', (message) => {
    // An answer of 404 or 409 is something that the page knows how to deal with.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isAnswer) complaints.push(message.text());
  });
  const { url } = await world.local.api.createSessionLink();
  // The link leads to the journeys. Who wants to be elsewhere need not load them first.
  if (path !== '/') await context.request.get(url);
  await page.goto(path === '/' ? url : `${world.local.server.url}${path}`);
  return page;
}
