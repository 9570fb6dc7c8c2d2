// Meta's pause of marketing to US numbers, as dated policy (F§0 row 6, F§4.4): in force from a day on, until a day if one
// is known. Pure.

import type { UsPauseFact } from '../messaging/gate-facts.ts';
import type { PolicySettings } from './policy-settings.ts';
import type { RegionalAddress } from './regions.ts';
import { isInUs } from './us-numbers.ts';

type UsPause = PolicySettings['usPause'];

/** Does the pause cover this person at that instant (epoch ms)? Then a 131049 is the pause, not the person's own limit. */
export function isPausedInUs(who: RegionalAddress, at: number, pause: UsPause): boolean {
  if (at < pause.from || (pause.until !== undefined && at >= pause.until)) return false;
  return isInUs(who, pause);
}

/** What the gate has to know; undefined where the pause does not concern this person now. */
export function toUsPauseFact(
  who: RegionalAddress,
  { now, expiresAt }: { readonly now: number; readonly expiresAt: number },
  pause: UsPause,
): UsPauseFact | undefined {
  if (!isPausedInUs(who, now, pause)) return undefined;
  const { from, until, wait } = pause;
  return {
    from,
    ...(until === undefined ? {} : { until }),
    // Waiting is for what can still be worth sending then.
    waits: wait && until !== undefined && until < expiresAt,
  };
}
