// `npm run pictures`, beside a running `npm start`: makes the README's pictures anew, by doing on the canvas what they show.
// Between 21:00 and 08:00 in Seoul the sale's messages wait for the morning, and so does this.

import { mkdirSync, writeFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type Client, createClient } from '../../src/client/client.ts';
import { findDevStack } from '../../src/main/dev-file.ts';
import { Author } from '../e2e/canvas/author.ts';
import { Trier } from '../e2e/canvas/trier.ts';
import { findChromium, openChromium } from '../support/chromium.ts';
import { MovingPicture } from './moving-picture.ts';

const folder = new URL('../../docs/images/', import.meta.url);
const size = { width: 1280, height: 800 };
const sale = '/journeys/spring-sale';
/** Meta withholds what goes to them: the emulator's sample people know their fate. */
const withheld = 'sample-seoyeon';
/** For what is drawn, and for what happens in a run. */
const patienceMs = 60_000;

const stage = findDevStack(process.cwd());
const chromium = await findChromium();
if (stage === undefined || chromium === undefined) {
  process.stderr.write(
    'Start `npm start` first, in another terminal; Debian’s Chromium takes the pictures.\n',
  );
  process.exitCode = 2;
} else {
  const browser = await openChromium(chromium);
  const client = createClient({ url: stage.url, apiKey: stage.apiKey, language: 'en' });
  const open = async (look: BrowserContextOptions): Promise<Page> => {
    const shown = { viewport: size, locale: 'en-US', reducedMotion: 'reduce' } as const;
    const context = await browser.newContext({ ...shown, ...look });
    await context.addInitScript("localStorage.setItem('jornada.tour', 'seen')");
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto((await client.createSessionLink()).url);
    return page;
  };
  mkdirSync(folder, { recursive: true });
  try {
    await showEditing(await open({ colorScheme: 'light' }));
    await showLive(await open({ colorScheme: 'dark' }), await letPeopleIn(client));
    await showFallback(await open({ colorScheme: 'light' }));
  } finally {
    await browser.close();
  }
}

async function showEditing(page: Page): Promise<void> {
  await openSale(page, sale);
  await new Author(page).select('offer');
  await settle(page);
  await page.screenshot({ path: pathOf('edit-light.png') });
}

async function showLive(page: Page, run: string): Promise<void> {
  await openSale(page, `${sale}/live?run=${run}`);
  await page.getByText('Withheld by Meta (131049)').waitFor();
  await page.getByText('End: reached').waitFor();
  await settle(page);
  await page.screenshot({ path: pathOf('live-dark.png') });
}

async function showFallback(page: Page): Promise<void> {
  const picture = new MovingPicture(size);
  const take = async (shownMs: number) => {
    await settle(page);
    picture.add(await page.screenshot(), shownMs);
  };
  await page.getByRole('button', { name: 'New journey' }).waitFor();
  await take(1_500);
  await openSale(page, sale);
  await take(2_000);
  await page.getByRole('radio', { name: 'Simulate' }).click();
  const fail = page.getByRole('button', { name: 'Fail…' });
  await fail.waitFor();
  await take(2_000);
  await fail.click();
  await page.getByRole('searchbox', { name: 'Code or words' }).fill('130472');
  await take(1_500);
  await page.getByRole('option', { name: '130472' }).click();
  await new Trier(page).phone.getByText('(광고)').first().waitFor();
  await take(4_000);
  writeFileSync(pathOf('fallback.png'), picture.toPng());
}

/** Everybody has a cart that they leave. @returns the run of whom Meta withholds it from, when it is over */
async function letPeopleIn(client: Client): Promise<string> {
  const { people } = await client.people();
  // Nobody comes in twice with the same one.
  const cartId = `cart-${Date.now().toString(36)}`;
  const runs = new Map<string, string>();
  for (const { externalId } of people) {
    const event = { total: 48_000, cartId };
    runs.set(externalId, (await client.start('spring-sale', { person: externalId, event })).run);
  }
  return runs.get(withheld) ?? '';
}

async function openSale(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await page.locator('[data-step="offer"]').waitFor();
}

/** Nothing says that a picture is finished: fonts, lines and what is fetched at rest. */
function settle(page: Page): Promise<void> {
  return page.waitForTimeout(1_500);
}

function pathOf(name: string): string {
  return new URL(name, folder).pathname;
}
