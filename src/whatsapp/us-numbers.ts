// Is this somebody whom Meta's pause of marketing to US numbers covers (F§0 row 6, F§4.4)? Pure.
// Country code 1 is shared by 25 countries; the area code decides.

import type { RegionalAddress } from './regions.ts';
import { areaCodesOutsideUs } from './us-area-codes.ts';

/** US territories, which are regions of their own to Meta. */
const territories: ReadonlySet<string> = new Set(['AS', 'GU', 'MP', 'PR', 'VI']);

const regionOf: ReadonlyMap<string, string> = new Map(
  Object.entries(areaCodesOutsideUs).flatMap(([region, codes]) =>
    codes.map((code) => [String(code), region] as const),
  ),
);

interface UsOptions {
  readonly withTerritories?: boolean;
}

/** By the number, or, of somebody who hides it, by the country that the business-scoped id begins with (F§1.2). */
export function isInUs(
  { phone, businessScopedUserId }: RegionalAddress,
  { withTerritories = false }: UsOptions = {},
): boolean {
  if (phone != null) return isUsNumber(phone, { withTerritories });
  const country = businessScopedUserId?.slice(0, 2) ?? '';
  return country === 'US' || (withTerritories && territories.has(country));
}

/**
 * True for a +1 number with a US area code. Canada, the Caribbean and US territories (Puerto Rico, Virgin Islands,
 * Guam, Northern Marianas, American Samoa: regions of their own to Meta) do not count, unless that is configured: if Meta refuses one all
 * the same, its 131049 says so. Toll-free and any area code we do not know count as US: sending to a paused number
 * costs a refusal on the sender's record, not sending costs a fallback.
 */
export function isUsNumber(phone: string, { withTerritories = false }: UsOptions = {}): boolean {
  const areaCode = /^\+1(\d{3})\d{7}$/.exec(phone)?.[1];
  if (areaCode === undefined) return false;
  const region = regionOf.get(areaCode);
  return region === undefined || (withTerritories && territories.has(region));
}
