// Pacing (F§4.5): marketing templates that are new, were un-paused, or are not GREEN are watched. After the first
// messages went out, further ones are held until the verdict, which falls on all of them at once: released, or dropped
// with 132015 and the template paused until somebody un-pauses it.

import * as z from 'zod';
import { isMarketing, type PlatformRule, type RuleFacts } from './rule.ts';
import type { RuleContext } from './rule-context.ts';

export const heldForQualitySettings = z.strictObject({
  on: z.boolean(),
  /** Messages of a watched template that go out before any is held. */
  passes: z.int().min(0),
  /** How many are held then; later ones go out. */
  holds: z.int().min(1),
  /** What falls by itself after `verdictAfterMs`; null waits for the control API. */
  verdict: z.enum(['release', 'drop']).nullable(),
  verdictAfterMs: z.int().min(0),
});

type Settings = z.infer<typeof heldForQualitySettings>;
export type QualityVerdict = 'release' | 'drop';

interface Watch {
  readonly count: number;
  readonly isSettled: boolean;
}
const NEW: Watch = { count: 0, isSettled: false };

export interface HeldForQuality extends PlatformRule {
  /** The verdict on a template fell: no more of it is held until it is un-paused. */
  settled(template: string): void;
}

/** @param settle lets the verdict fall on what is held of a template, by its name */
export function createHeldForQuality(
  { settings, schedule }: RuleContext<Settings>,
  settle: (template: string, verdict: QualityVerdict) => void,
): HeldForQuality {
  const watches = new Map<string, Watch>();
  const watchOf = (name: string) => watches.get(name) ?? NEW;

  const findHeld = (facts: RuleFacts): string | undefined => {
    const { message, template } = facts;
    if (message.type !== 'template' || !isMarketing(facts) || template?.qualityScore === 'GREEN')
      return undefined;
    const { name } = message.template;
    const { count, isSettled } = watchOf(name);
    const { passes, holds } = settings();
    return !isSettled && count >= passes && count < passes + holds ? name : undefined;
  };
  const askForVerdict = (name: string) => {
    const { verdict, verdictAfterMs } = settings();
    const isFirst = watchOf(name).count === settings().passes;
    if (verdict !== null && isFirst) schedule.after(verdictAfterMs, () => settle(name, verdict));
  };

  return {
    judge: (facts) => (findHeld(facts) === undefined ? undefined : { surface: 'fate', fate: { do: 'hold' } }),
    accepted: (facts) => {
      const { message } = facts;
      if (message.type !== 'template' || !isMarketing(facts)) return;
      const { name } = message.template;
      if (findHeld(facts) !== undefined) askForVerdict(name);
      const watch = watchOf(name);
      watches.set(name, { ...watch, count: watch.count + 1 });
    },
    templateChanged: ({ name, status }, patch) => {
      if (status === 'PAUSED' && patch.status === 'APPROVED') watches.delete(name);
    },
    settled: (name) => void watches.set(name, { ...watchOf(name), isSettled: true }),
  };
}
