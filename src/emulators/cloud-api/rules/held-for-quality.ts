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
  /** The verdict on a template fell (as `toPaced` calls it): no more of it is held until it is un-paused. */
  settled(template: string): void;
}

/** What is watched: a template of one account in one language, by its id; by its name where it is not known. */
export function toPaced({ message, template }: RuleFacts): string | undefined {
  return message.type === 'template' ? (template?.id ?? message.template.name) : undefined;
}

/** @param settle lets the verdict fall on what is held of a template, as `toPaced` calls it */
export function createHeldForQuality(
  { settings, schedule }: RuleContext<Settings>,
  settle: (template: string, verdict: QualityVerdict) => void,
): HeldForQuality {
  const watches = new Map<string, Watch>();
  const watchOf = (paced: string) => watches.get(paced) ?? NEW;

  const findHeld = (facts: RuleFacts): string | undefined => {
    const paced = toPaced(facts);
    if (paced === undefined || !isMarketing(facts) || facts.template?.qualityScore === 'GREEN')
      return undefined;
    const { count, isSettled } = watchOf(paced);
    const { passes, holds } = settings();
    return !isSettled && count >= passes && count < passes + holds ? paced : undefined;
  };
  const askForVerdict = (paced: string) => {
    const { verdict, verdictAfterMs } = settings();
    const isFirst = watchOf(paced).count === settings().passes;
    if (verdict !== null && isFirst) schedule.after(verdictAfterMs, () => settle(paced, verdict));
  };

  return {
    judge: (facts) => (findHeld(facts) === undefined ? undefined : { surface: 'fate', fate: { do: 'hold' } }),
    accepted: (facts) => {
      const paced = toPaced(facts);
      if (paced === undefined || !isMarketing(facts)) return;
      if (findHeld(facts) !== undefined) askForVerdict(paced);
      const watch = watchOf(paced);
      watches.set(paced, { ...watch, count: watch.count + 1 });
    },
    templateChanged: ({ id, status }, patch) => {
      if (status === 'PAUSED' && patch.status === 'APPROVED') watches.delete(id);
    },
    settled: (paced) => void watches.set(paced, { ...watchOf(paced), isSettled: true }),
  };
}
