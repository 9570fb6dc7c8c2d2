// What a rule is made of: its settings as they are now, the platform's clock, and what it can set in motion.

import type { Schedule } from '../schedule.ts';

export interface RuleContext<Settings> {
  readonly settings: () => Settings;
  /** Milliseconds since the epoch, without any phone's offset. */
  readonly nowMs: () => number;
  readonly schedule: Schedule;
}
