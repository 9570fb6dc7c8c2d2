// The pause ladder (F§4.6): each time an approved template's quality is found RED it is paused, for 3 hours first, for 6
// the second time; the third time it is disabled for good. Admission refuses what is sent meanwhile with 132015 and
// 132016. Meta un-pauses by itself.

import * as z from 'zod';
import type { Template } from '../platform/template.ts';
import type { ChangeCause, TemplateRegistry } from '../platform/template-registry.ts';
import type { PlatformRule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';

export const templatePauseSettings = z.strictObject({
  on: z.boolean(),
  firstPauseMs: z.int().positive(),
  secondPauseMs: z.int().positive(),
});

type Settings = z.infer<typeof templatePauseSettings>;

export function createTemplatePause(
  { settings, schedule }: RuleContext<Settings>,
  templates: TemplateRegistry,
): PlatformRule {
  const pauses = new Map<string, number>();
  /** Titles of the pauses that last, by template. */
  const current = new Map<string, ChangeCause>();

  const pause = (id: string, title: 'FIRST_PAUSE' | 'SECOND_PAUSE', durationMs: number) => {
    templates.change(id, { status: 'PAUSED' }, title);
    current.set(id, title);
    schedule.after(durationMs, () => {
      if (current.get(id) === title) templates.change(id, { status: 'APPROVED' }, 'UNPAUSE');
    });
  };

  return {
    judge: () => undefined,
    templateChanged: ({ id, status }: Template, { qualityScore, status: given }) => {
      // Un-paused before its time, or paused anew by pacing: it has ended.
      if (given !== undefined) current.delete(id);
      if (qualityScore !== 'RED' || status !== 'APPROVED') return;
      const count = (pauses.get(id) ?? 0) + 1;
      pauses.set(id, count);
      if (count === 1) pause(id, 'FIRST_PAUSE', settings().firstPauseMs);
      else if (count === 2) pause(id, 'SECOND_PAUSE', settings().secondPauseMs);
      else templates.change(id, { status: 'DISABLED' }, 'DISABLED');
    },
  };
}
