// What an operator sees of a run in the Temporal UI, and of a phone on the emulator's page, in a real browser.
// Screenshots go to a temporary folder that the test names.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { findChromium, openChromium } from '../support/chromium.ts';
import { type Guest, startWorld, type World } from '../support/world.ts';

const setUpTimeoutMs = 300_000;

const journey = {
  id: 'spring-offer',
  name: 'Spring offer',
  entry: { on: { api: true } },
  start: 'offer',
  nodes: {
    offer: {
      type: 'whatsapp.template',
      with: { template: 'spring_sale', language: 'ko', body: ['{{ person.firstName }}'], within: '2h' },
      next: { delivered: 'done', unresolved: 'done', '*': 'done' },
    },
    done: { type: 'exit', with: { as: 'reached' } },
  },
};

describe('in a browser', () => {
  const shots = mkdtempSync(join(tmpdir(), 'jornada-screens-'));
  let path: string | undefined;
  let browser: Browser | undefined;
  let world: World;
  let guest: Guest;
  let run: string;

  beforeAll(async () => {
    path = await findChromium();
    if (path === undefined) return;
    browser = await openChromium(path);
    world = await startWorld();
    await world.publish(journey);
    guest = await world.person({ script: { do: 'silence' } });
    run = await world.start('spring-offer', guest);
    await world.settled(guest);
    process.stderr.write(`Screenshots: ${shots}\n`);
  }, setUpTimeoutMs);
  beforeEach(({ skip }) => skip(path === undefined, 'there is no Chromium here'));
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  async function open(url: string, name: string, ready: (page: Page) => Promise<unknown>): Promise<string> {
    const page = await (browser as Browser).newPage({ viewport: { width: 1800, height: 1200 } });
    await page.goto(url);
    await ready(page);
    await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
    // The UI shows Markdown (summary, details) in frames.
    const texts = await Promise.all(page.frames().map(readFrame));
    await page.close();
    return texts.join('\n');
  }

  async function runUrl(): Promise<string> {
    const { uiUrl, namespace } = inject('stack').temporal;
    const { runId } = await world.local.client.getHandle(`run:${run}`).describe();
    return `${uiUrl}/namespaces/${namespace}/workflows/${encodeURIComponent(`run:${run}`)}/${runId}`;
  }

  function expectNothingPersonal(text: string): void {
    for (const personal of [guest.phone, guest.phone.slice(1), guest.email, 'Haneul', 'wamid']) {
      expect(text).not.toContain(personal);
    }
  }

  test("the history names the workflow, the node's type and the node", async () => {
    const text = await open(`${await runUrl()}/history`, 'history', (page) =>
      page.getByText('offer awaiting').first().waitFor(),
    );
    for (const word of ['journey', 'spring-offer v1', 'whatsapp.template', 'offer awaiting'])
      expect(text).toContain(word);
    expect(text).toMatch(/Summary\s*offer\b/);
    expectNothingPersonal(text);
  });

  test('the time line shows the activity and the timer that runs', async () => {
    const text = await open(`${await runUrl()}/timeline`, 'timeline', (page) =>
      page.getByText('whatsapp.template').first().waitFor(),
    );
    expect(text).toContain('offer');
    expectNothingPersonal(text);
  });

  test('the current details say where the run is, what it waits for and until when', async () => {
    const text = await open(`${await runUrl()}/user-metadata`, 'details', (page) =>
      page.locator('iframe').last().contentFrame().getByText('waiting for').waitFor(),
    );
    expect(text).toMatch(
      /In offer, waiting for evidence from the provider until 2\d{3}-\d\d-\d\d \d\d:\d\d UTC/,
    );
    expectNothingPersonal(text);
  });

  test('the search attributes say journey, version, node and what is awaited', async () => {
    const text = await open(`${await runUrl()}/search-attributes`, 'attributes', (page) =>
      page.getByText('JourneyId').first().waitFor(),
    );
    const shown = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
    expect(shown).toMatchObject({
      JourneyId: ['spring-offer'],
      JourneyVersion: [1],
      PersonId: [guest.id],
      Node: 'offer',
      Waiting: 'evidence',
      Channel: 'whatsapp',
    });
    expectNothingPersonal(text);
  });

  test('the list of workflows can be searched by node', async () => {
    const { uiUrl, namespace } = inject('stack').temporal;
    const query = encodeURIComponent("`JourneyId`='spring-offer' AND `Node`='offer'");
    const text = await open(`${uiUrl}/namespaces/${namespace}/workflows?query=${query}`, 'list', (page) =>
      page.getByText(`run:${run}`).first().waitFor(),
    );
    expectNothingPersonal(text);
  });

  test("the emulator's page shows the message on the phone", async () => {
    const text = await open(`${world.local.meta.url}/`, 'phones', (page) =>
      page.getByText('spring_sale').first().waitFor(),
    );
    expect(text).toContain('spring_sale');
  });
});

function readFrame(frame: Frame): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, not what scripts and styles hold.
  return frame.locator('body').innerText();
}
