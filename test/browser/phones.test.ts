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
    await phone.getByRole('button', { name: 'Send' }).click();
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

  test('lets its owner tap rows, react, stop marketing and switch off, by mouse and keyboard', async () => {
    const phone = page.locator('.phone[data-phone="+15550001234"]');
    const rows = [
      { id: 'red', title: 'Red' },
      { id: 'blue', title: 'Blue' },
    ];
    await post({
      type: 'interactive',
      interactive: {
        type: 'list',
        body: { text: 'Which colour?' },
        action: { button: 'Colours', sections: [{ title: 'All', rows }] },
      },
    });
    await phone.getByRole('button', { name: 'Blue' }).click();
    await phone.locator('.reply', { hasText: 'Blue' }).waitFor();
    const react = phone.getByRole('button', { name: 'React with ❤️' });
    await react.focus();
    await page.keyboard.press('Enter');
    await phone.locator('[aria-label="React with ❤️"][aria-pressed="true"]').waitFor();
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('React with ❤️');
    await phone.getByRole('button', { name: 'Stop marketing' }).click();
    await phone.getByRole('button', { name: 'Switch off' }).click();
    await phone.getByText('switched off · no marketing').waitFor();
    await post({ type: 'template', template: { name: 'sale', language: { code: 'en' } } });
    await phone.getByText('failed 131050').waitFor();
    expect(emulator.messages('+15550001234')[0]?.reaction).toBe('❤️');
  });

  test('speaks Korean where the address says so or the browser does, also of what comes later', async () => {
    await page.goto(`${emulator.url}/?lang=ko`);
    const phone = page.locator('.phone[data-phone="+15550001234"]');
    await phone.getByRole('button', { name: '켜기' }).click();
    await phone.getByRole('button', { name: '끄기' }).waitFor();
    await phone.getByLabel('+15550001234(으)로 답장').fill('네');
    await phone.getByRole('button', { name: '보내기' }).click();
    await phone.locator('.reply', { hasText: '네' }).waitFor();
    expect(await page.getByRole('button', { name: /^[A-Za-z ]+$/ }).allTextContents()).toEqual([
      'Red',
      'Blue',
    ]);
    const headers = { 'accept-language': 'ko-KR,ko;q=0.9,en;q=0.8' };
    expect(await (await fetch(emulator.url, { headers })).text()).toContain('<html lang="ko">');
    await phone.getByRole('button', { name: '끄기' }).click();
  });

  test('shows one phone alone where the address names it, also when it appears later', async () => {
    await page.goto(`${emulator.url}/#${encodeURIComponent('+15550007777')}`);
    await page.reload();
    expect(await page.locator('#write').isVisible()).toBe(true);
    await fetch(`${emulator.url}/_emulator/phones/${encodeURIComponent('+15550007777')}/replies`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'hello' }),
    });
    await page.locator('.phone[data-phone="+15550007777"]').getByText('hello').waitFor();
    expect(await page.locator('.phone:visible').count()).toBe(1);
    expect(await page.locator('#write').isVisible()).toBe(false);
  });

  async function post(content: object): Promise<void> {
    const response = await fetch(`${emulator.url}/v25.0/${emulator.senders[0].phoneNumberId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', to: '+15550001234', ...content }),
    });
    expect(response.status).toBe(200);
  }
});
