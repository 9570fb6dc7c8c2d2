// What an author does on the canvas, in their own words: with the mouse, as a hand would, and in the panel.

import type { Locator, Page } from 'playwright-core';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export class Author {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  step(id: string): Locator {
    return this.page.locator(`.react-flow [data-step="${id}"]`);
  }

  edge(source: string, target: string): Locator {
    return this.page.locator(`[data-edge="${source}→${target}"], [data-edge="${source}→${target}!"]`);
  }

  get panel(): Locator {
    return this.page.getByRole('complementary');
  }

  /** Begins an empty journey from the list of journeys, and comes to its canvas. */
  async beginJourney(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'New journey' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'New journey' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await this.page.getByRole('toolbar', { name: 'Steps to add' }).waitFor();
  }

  /** Presses a type of the rail: the step stands below the selected one, or in the middle. */
  async add(title: string): Promise<void> {
    await this.page
      .getByRole('toolbar', { name: 'Steps to add' })
      .getByRole('button', { name: title, exact: true })
      .click();
  }

  /** Carries a type from the rail onto the empty canvas; the step stands under the pointer, and the view stays. */
  async drop(title: string, at: Point): Promise<void> {
    const canvas = await boxOf(this.page.locator('.react-flow'));
    const tools = this.page.getByRole('toolbar', { name: 'Steps to add' });
    const to = { x: canvas.x + at.x, y: canvas.y + at.y };
    const steps = this.page.locator('.react-flow__node-step');
    const dropped = steps.nth(await steps.count());
    await this.draw(tools.getByRole('button', { name: title, exact: true }), to);
    await dropped.waitFor();
    const { x, y, width, height } = await boxOf(dropped);
    const isUnder = x <= to.x && to.x <= x + width && y <= to.y && to.y <= y + height;
    if (!isUnder) throw new NotDrawnError(`"${title}" does not stand where it was dropped.`);
  }

  /** Takes hold of an outcome's grip, which is there where the pointer is; rare outcomes are opened first. */
  async grip(step: string, outcome: string): Promise<Locator> {
    await this.step(step).hover({ position: { x: 20, y: 12 } });
    const chip = this.step(step).locator(`[data-outcome="${outcome}"]`);
    const rare = this.step(step).locator('[data-outcome="*"] button');
    await chip.or(rare).first().waitFor();
    if (!(await chip.isVisible())) await rare.hover();
    const grip = chip.locator('> .react-flow__handle');
    await grip.waitFor();
    return grip;
  }

  /** Draws an edge from an outcome onto a step. */
  async connect(source: string, outcome: string, target: string): Promise<void> {
    const head = await boxOf(this.step(target));
    await this.draw(await this.grip(source, outcome), { x: head.x + head.width / 2, y: head.y + 16 });
    await this.edge(source, target).waitFor({ state: 'attached' });
  }

  /** Draws an edge from an outcome onto the empty canvas, and chooses what shall follow there. */
  async follow(
    source: string,
    outcome: string,
    { title, at }: { readonly title: string; readonly at: Point },
  ): Promise<void> {
    const canvas = await boxOf(this.page.locator('.react-flow'));
    await this.draw(await this.grip(source, outcome), { x: canvas.x + at.x, y: canvas.y + at.y });
    const offer = this.page.getByRole('dialog', { name: 'Add the next step' });
    await offer.getByRole('menuitem', { name: title, exact: true }).click();
    await offer.waitFor({ state: 'hidden' });
  }

  /** Takes a step by its head and puts it somewhere else. @param at of the canvas, pixels */
  async move(step: string, at: Point): Promise<void> {
    const canvas = await boxOf(this.page.locator('.react-flow'));
    await this.draw(this.step(step), { x: canvas.x + at.x, y: canvas.y + at.y }, { x: 20, y: 12 });
  }

  async zoomOut(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      await this.page.getByRole('button', { name: 'Zoom out' }).click();
    }
  }

  private async draw(from: Locator, to: Point, grip?: Point): Promise<void> {
    await from.hover({ force: true, ...(grip === undefined ? {} : { position: grip }) });
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 12 });
    await this.page.mouse.up();
  }

  async select(step: string): Promise<void> {
    await this.step(step).click({ position: { x: 20, y: 12 } });
    await this.panel.getByRole('tablist', { name: 'Step' }).waitFor();
  }

  async write(label: string, text: string): Promise<void> {
    await this.panel.getByRole('textbox', { name: label, exact: true }).fill(text);
  }

  async choose(label: string, choice: string): Promise<void> {
    await this.panel.getByRole('button', { name: label }).click();
    await this.page.getByRole('option', { name: choice, exact: true }).click();
  }

  async publish(note: string): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Publish' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Publish' });
    await dialog.getByRole('textbox', { name: 'What is new in this version' }).fill(note);
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await this.page.getByRole('button', { name: 'Watch it live' }).waitFor();
  }

  /** All that was done is on the server. */
  async saved(): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByText(/^Saved /)
      .waitFor();
  }
}

export async function boxOf(place: Locator) {
  const box = await place.boundingBox();
  if (box === null) throw new NotDrawnError('What the author reaches for is not drawn.');
  return box;
}

class NotDrawnError extends Error {
  readonly code = 'TEST_NOT_DRAWN';
}
