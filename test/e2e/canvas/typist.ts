// An author without a mouse: everything by keys, as the shortcut sheet tells them.

import type { Page } from 'playwright-core';

/** A menu opens within it, on a busy machine too. */
const openMs = 20_000;

export class Typist {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Goes through the page with Tab until this has the focus. */
  async tabTo(name: string): Promise<void> {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await this.press('Tab');
      if ((await this.focused()) === name) return;
    }
    throw new NotReachedError(`Tab does not come to "${name}".`);
  }

  /** The accessible name of what has the focus, or its words. */
  focused(): Promise<string> {
    return this.page.evaluate<string>(`(() => {
      const at = document.activeElement;
      return (at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent).trim();
    })()`);
  }

  async beginJourney(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'New journey' }).waitFor();
    await this.tabTo('New journey');
    await this.press('Enter');
    await this.page
      .getByRole('dialog', { name: 'New journey' })
      .getByRole('textbox', { name: 'Name' })
      .waitFor();
    await this.page.keyboard.type(name);
    await this.tabTo('Create');
    await this.press('Enter');
    await this.page.getByRole('toolbar', { name: 'Steps to add' }).waitFor();
  }

  /** Adds a step after the one that has the focus, by the next outcome of it that leads nowhere. */
  async add(title: string, menu = 'Add a step'): Promise<void> {
    await this.press('a');
    await this.pick(menu, title);
  }

  /** Leads an outcome of the step that has the focus to another step. */
  async connect(outcome: string, target: string): Promise<void> {
    await this.press('c');
    await this.pick('Which outcome?', outcome);
    await this.pick('Where does it lead?', target);
  }

  /** Leads an outcome of the step that has the focus to a step of this type, which gets the focus. */
  async follow(outcome: string, title: string): Promise<void> {
    await this.connect(outcome, 'New step…');
    await this.pick('Add the next step', title);
  }

  /** Brings a step into focus by its name. */
  async goTo(step: string): Promise<void> {
    await this.press('Control+k');
    const box = this.page.getByRole('textbox', { name: 'Commands' });
    await box.waitFor();
    await this.page.keyboard.type(step);
    await this.page.getByRole('option', { name: step }).first().waitFor();
    await this.press('Enter');
    await box.waitFor({ state: 'hidden' });
    await this.page.locator(`[data-step="${step}"]:focus`).waitFor();
  }

  /** Types what is looked for, and takes it once it is what Enter would take. */
  async pick(menu: string, choice: string): Promise<void> {
    const offer = this.page.getByRole('dialog', { name: menu });
    try {
      await offer.locator('input:focus').waitFor({ timeout: openMs });
    } catch {
      throw new NotReachedError(`"${menu}" does not open. The page says: ${await this.said()}`);
    }
    await this.page.keyboard.type(choice);
    await offer.locator('[role="menuitem"][data-focused]', { hasText: choice }).waitFor();
    await this.press('Enter');
    await offer.waitFor({ state: 'hidden' });
  }

  /** What is open and what was told, with what has the focus. */
  private async said(): Promise<string> {
    const told = await this.page.getByRole('alertdialog').allTextContents();
    const open = await this.page
      .getByRole('dialog')
      .evaluateAll((dialogs) => dialogs.map((dialog) => dialog.getAttribute('aria-label')));
    return JSON.stringify({ told, open, focused: await this.focused() });
  }
}

class NotReachedError extends Error {
  readonly code = 'TEST_NOT_REACHED';
}
