// The phones page of Meta's emulator in a real browser: a person who has no phone yet writes first, and answers.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CloudApiEmulator, startCloudApi } from '../../src/emulators/cloud-api/start-cloud-api.ts';
import { findChromium, openChromium } from '../support/chromium.ts';

const program = await findChromium();

// Chromium can't be had on every machine; CI insists.
describe.skipIf(program === undefined)('the phones page', () => {
  let emulator: CloudApiEmulator;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    emulator = await startCloudApi();
    browser = await openChromium(program ?? '');
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await emulator?.close();
  });

  test('lets somebody write who was never written to, and answer in the phone that appears', async () => {
    await page.goto(`${emulator.url}/`);
    await page.getByLabel('Write from this number').fill('+15550001234');
    await page.getByLabel('Text of the message').fill('start');
    await page.locator('#write button').click();
    const phone = page.locator('.phone[data-phone="+15550001234"]');
    await phone.getByText('start').waitFor();
    await phone.getByLabel('Answer as +15550001234').fill('again');
    await phone.getByRole('button').click();
    await phone.getByText('again').waitFor();
    expect(await phone.locator('.reply').count()).toBe(2);
    expect(await page.locator('#empty').isVisible()).toBe(false);
  });

  test('takes no number without a country code', async () => {
    await page.getByLabel('Write from this number').fill('0100000');
    await page.getByLabel('Text of the message').fill('start');
    await page.locator('#write button').click();
    expect(await page.locator('#write input:invalid').count()).toBe(1);
    expect(await page.locator('.phone').count()).toBe(1);
  });
});
