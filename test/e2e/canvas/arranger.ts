// An author who puts a journey in order that is there already: moves ends of edges, groups, the view, copies.

import type { BrowserContextOptions, Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Definition } from '../../../src/journey/definition.ts';
import { Author, boxOf, type Point } from './author.ts';
import type { CanvasStage } from './stage.ts';

/** What was done is drawn at once and saved after a pause, later on a busy machine. */
export const inTime = { timeout: 15_000 } as const;

/** Where a step is taken hold of: its icon. */
const hold = { x: 20, y: 12 };

export class Arranger extends Author {
  get frame(): Locator {
    return this.page.locator('.react-flow [data-group]');
  }

  /** The steps that are drawn as selected, in the order of the journey. */
  async selected(): Promise<readonly (string | null)[]> {
    const steps = this.page.locator('.react-flow [data-step][data-selected]');
    return steps.evaluateAll((all) => all.map((step) => step.getAttribute('data-step')));
  }

  async take(...steps: readonly string[]): Promise<void> {
    const [first = '', ...others] = steps;
    await this.step(first).click({ position: hold });
    for (const step of others) await this.step(step).click({ position: hold, modifiers: ['Shift'] });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Takes hold of the end of an edge and lets go of it over something else. The source end is there once it is selected. */
  async moveEnd(
    edge: string,
    end: 'source' | 'target',
    to: { step: string; outcome?: string },
  ): Promise<void> {
    if (end === 'source') await this.chooseEdge(edge);
    const grip = this.page.locator(`[data-id="${edge}"] .react-flow__edgeupdater-${end}`);
    const head = await boxOf(grip);
    await this.page.mouse.move(head.x + head.width / 2, head.y + head.height / 2);
    await this.page.mouse.down();
    const step = await boxOf(this.step(to.step));
    await this.page.mouse.move(step.x + hold.x, step.y + hold.y, { steps: 8 });
    if (to.outcome !== undefined) await this.aimAt(to.step, to.outcome);
    await this.page.mouse.up();
  }

  private async aimAt(step: string, outcome: string): Promise<void> {
    const chip = this.step(step).locator(`[data-outcome="${outcome}"]`);
    const rare = this.step(step).locator('[data-outcome="*"]').first();
    const chips = [...((await chip.isVisible()) ? [] : [rare]), chip];
    for (const one of chips) {
      await one.waitFor();
      const { x, y, height } = await boxOf(one);
      await this.page.mouse.move(x + 12, y + height / 2, { steps: 4 });
    }
  }

  async chooseEdge(edge: string): Promise<void> {
    await this.page.locator(`[data-label="${edge}"]`).click();
    await this.page.locator(`[data-id="${edge}"].selected`).waitFor();
  }

  /** Takes a step by its icon. */
  async drag(step: string, by: Point): Promise<void> {
    const { x, y } = await boxOf(this.step(step));
    await this.page.mouse.move(x + hold.x, y + hold.y, { steps: 4 });
    await this.page.mouse.down();
    await this.page.mouse.move(x + hold.x + by.x, y + hold.y + by.y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** Takes a frame by its title. */
  async dragFrame(by: Point): Promise<void> {
    const { x, y, width } = await boxOf(this.frame);
    await this.page.mouse.move(x + width - 16, y + 12);
    await this.page.mouse.down();
    await this.page.mouse.move(x + width - 16 + by.x, y + 12 + by.y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** Draws a box around steps, with Shift. */
  async boxAround(first: string, last: string): Promise<void> {
    const [from, to] = [await boxOf(this.step(first)), await boxOf(this.step(last))];
    await this.page.keyboard.down('Shift');
    await this.page.mouse.move(from.x - 20, from.y - 12);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x + to.width + 20, to.y + to.height + 40, { steps: 8 });
    await this.page.mouse.up();
    await this.page.keyboard.up('Shift');
  }
}

/** An author who has this journey before them. */
export async function openArranger(
  stage: CanvasStage,
  journey: Definition,
  options?: BrowserContextOptions,
): Promise<Arranger> {
  await stage.world.local.api.saveDraft(journey.id, { source: JSON.stringify(journey) });
  const author = new Arranger(await stage.open(`/journeys/${journey.id}`, options));
  await author.step(journey.start).waitFor();
  // Steps are as high as they stay once the checker has told their outcomes.
  await author.page.getByRole('button', { name: /^Problems: / }).waitFor();
  return author;
}

/** A draft as the server has it. */
export async function drafted(stage: CanvasStage, id: string): Promise<Definition> {
  const { source } = await stage.world.local.api.draft(id);
  return JSON.parse(source);
}

/** Two ways to an end, and a remark, each where an author has put it. */
export function journey(id: string): Definition {
  return {
    ...{ id, name: 'Order', entry: { on: { api: true } }, start: 'text' },
    nodes: {
      text: {
        type: 'sms.send',
        name: 'Text first',
        with: { text: 'Hello' },
        next: { accepted: 'pause', unresolved: 'mail', '*': 'mail' },
      },
      pause: { type: 'delay', name: 'A pause', with: { for: 'PT1H' }, next: 'done' },
      mail: {
        type: 'email.send',
        name: 'Mail instead',
        with: { subject: 'Hello', text: 'Hello' },
        next: { accepted: 'done' },
      },
      done: { type: 'exit', name: 'End', with: { as: 'reached' } },
      remark: { type: 'note', with: { text: 'A remark' } },
    },
    canvas: {
      text: { x: 0, y: 0 },
      pause: { x: 0, y: 240 },
      mail: { x: 400, y: 240 },
      done: { x: 0, y: 520 },
      remark: { x: 400, y: 0 },
    },
  };
}

/** By how much something that is drawn moves when this is done, pixels of the window. */
export async function shiftOf(drawn: Locator, act: () => Promise<void>): Promise<Point> {
  const before = await boxOf(drawn);
  await act();
  await expect.poll(() => boxOf(drawn), inTime).not.toEqual(before);
  const { x, y } = await boxOf(drawn);
  return { x: Math.round(x - before.x), y: Math.round(y - before.y) };
}
