// What somebody does who tries a journey, or watches it live: in their own words.

import type { Locator, Page } from 'playwright-core';

export class Trier {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get phone(): Locator {
    return this.page.getByRole('region', { name: 'Phone of the simulated person' });
  }

  /** Lets the message fail with a code of Meta's, chosen from the list. */
  async fail(code: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Fail…' }).click();
    await this.page.getByRole('searchbox', { name: 'Code or words' }).fill(code);
    await this.page.getByRole('option', { name: code }).click();
  }

  /** What is lit on the canvas: the steps that the person came by. */
  async path(): Promise<readonly string[]> {
    const steps = await this.page.locator('.react-flow__node-step [data-step]:not([data-dim])').all();
    return Promise.all(steps.map(async (step) => (await step.getAttribute('data-step')) ?? ''));
  }
}

export class Watcher {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Live' });
  }

  /** Waits until the number beside a step's name says that so many came. */
  async seen(step: string, count: number): Promise<void> {
    const shown = this.page.locator(`.react-flow [data-step="${step}"] [title="came here"]`);
    await shown.filter({ hasText: new RegExp(`^${count}$`) }).waitFor();
  }

  async showAll(): Promise<void> {
    await this.panel.getByRole('button', { name: 'All runs' }).click();
  }

  /** @param isRehearsed with a clock that can be put forward */
  async start(person: string, { isRehearsed = false } = {}): Promise<void> {
    await this.page
      .getByRole('toolbar', { name: 'Live tools' })
      .getByRole('button', { name: 'Start a run' })
      .click();
    const dialog = this.page.getByRole('dialog', { name: 'Start a run' });
    await dialog.getByRole('combobox', { name: 'Person' }).fill(person);
    await this.page.getByRole('option').filter({ hasText: person }).click();
    if (isRehearsed) await dialog.getByText('With a clock that you can put forward').click();
    await dialog.getByRole('button', { name: 'Start', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
