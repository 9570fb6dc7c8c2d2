// One page opened, used and closed again: what it takes, from the navigation to the heap that is left.

import type { Browser, Page } from 'playwright-core';
import { median } from '../median.ts';
import { makeGestures } from './gestures.ts';
import type { Side } from './sides.ts';

export interface Turn {
  readonly interactiveMs: number;
  /** Between far away, with all steps in sight, and near. */
  readonly panMs: number;
  readonly dragMs: number;
  readonly dragP95Ms: number;
  readonly typingMs: number;
  /** Once all is drawn and what nobody holds is collected. */
  readonly heapMb: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Setting {
  readonly browser: Browser;
  readonly gaugeFile: string;
  readonly viewport: Size;
}

const nodeCount = 1_000;

export async function playTurn(side: Side, setting: Setting): Promise<Turn> {
  const page = await openPage(side, setting);
  try {
    const interactiveMs = await whenInteractive(page);
    const heapMb = await measureHeap(page);
    const { farPan, nearPan, drag, typing } = await makeGestures(page, side.nameField);
    return {
      interactiveMs,
      heapMb,
      panMs: (median(farPan) + median(nearPan)) / 2,
      dragMs: median(drag),
      dragP95Ms: percentile(drag, 0.95),
      typingMs: median(typing),
    };
  } finally {
    await page.context().close();
  }
}

/** Of the drawing within our page: bare React Flow gets a window of it. */
export async function measureCanvasSize(side: Side, setting: Setting): Promise<Size> {
  const page = await openPage(side, setting);
  await whenInteractive(page);
  const box = await page.locator('.react-flow').boundingBox();
  await page.context().close();
  return { width: Math.round(box?.width ?? 0), height: Math.round(box?.height ?? 0) };
}

async function openPage(side: Side, { browser, gaugeFile, viewport }: Setting): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-US' });
  await side.enter(context);
  const page = await context.newPage();
  await page.addInitScript({ path: gaugeFile });
  await page.goto(side.url);
  return page;
}

async function whenInteractive(page: Page): Promise<number> {
  return page.evaluate<number>(`gauge.whenInteractive(${nodeCount})`);
}

async function measureHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 2 ** 20;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}
