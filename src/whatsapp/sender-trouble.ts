// What an error code of Meta's says about the sender or its account, beyond the message that met it (F§3.2). Codes that
// come without an end are believed for a while, longer each time: the next message then finds out (F§3.4). Pure.

import type { RestrictionKind, RestrictionScope } from '../messaging/sender-facts.ts';

export type SenderTrouble =
  /** 130429: too fast. */
  | { readonly is: 'rate' }
  /** 131056: too many to this person. */
  | { readonly is: 'pair' }
  | { readonly is: 'restriction'; readonly scope: RestrictionScope; readonly kind: RestrictionKind };

const account = (kind: RestrictionKind): SenderTrouble => ({ is: 'restriction', scope: 'account', kind });

const troubles: { readonly [code: string]: SenderTrouble } = {
  368: account('all'),
  130429: { is: 'rate' },
  130497: account('country'),
  131031: account('all'),
  131042: account('payment'),
  // Earlier messages were blocked or reported: this number rests, answers go on.
  131048: { is: 'restriction', scope: 'sender', kind: 'business-initiated' },
  131056: { is: 'pair' },
  // A cap because of wrong categories.
  131064: account('utility-templates'),
  139200: account('direct-send'),
};

export function troubleOfCode(code: string): SenderTrouble | undefined {
  return Object.hasOwn(troubles, code) ? troubles[code] : undefined;
}

const hourMs = 60 * 60 * 1_000;
/** Meta asks for hours; a wrong belief costs as long. */
const firstPauseMs = 2 * hourMs;
const longestPauseMs = 24 * hourMs;
/** After a day without trouble the next one is a first. */
const forgivenAfterMs = 24 * hourMs;
/** So nobody has to find out any more whether it is over. */
export const provedByItselfAfterMs = forgivenAfterMs;
/** How long the others wait for what becomes of the message that finds out; then another one may. */
export const probeForMs = 10 * 60 * 1_000;

/** How long a restriction that a code told of is believed. @param strikes how often in a row, this one included */
export function pauseMs(strikes: number): number {
  return Math.min(firstPauseMs * 2 ** (strikes - 1), longestPauseMs);
}

/** How often in a row, after the restriction that was known. */
export function nextStrike(
  last: { readonly until: number; readonly strikes: number } | undefined,
  at: number,
): number {
  return last === undefined || at - last.until > forgivenAfterMs ? 1 : last.strikes + 1;
}
