// Where the per-user marketing limit does not exist: the European Economic Area, the United Kingdom, Japan and South
// Korea, by the sender's or the recipient's number (F§4.2). Policy data, as of 2026-04; checked against libphonenumber.

import { callingCodeOf } from './calling-code.ts';

/** Region -> calling code. Jersey, Guernsey and Man share the British one, Svalbard the Norwegian, the Vatican the Italian. */
const callingCodes = {
  AT: '43',
  BE: '32',
  BG: '359',
  CY: '357',
  CZ: '420',
  DE: '49',
  DK: '45',
  EE: '372',
  ES: '34',
  FI: '358',
  FR: '33',
  GR: '30',
  HR: '385',
  HU: '36',
  IE: '353',
  IS: '354',
  IT: '39',
  LI: '423',
  LT: '370',
  LU: '352',
  LV: '371',
  MT: '356',
  NL: '31',
  NO: '47',
  PL: '48',
  PT: '351',
  RO: '40',
  SE: '46',
  SI: '386',
  SK: '421',
  GB: '44',
  JP: '81',
  KR: '82',
} as const;

export type LimitFreeRegion = keyof typeof callingCodes;

export const limitFreeRegions = Object.keys(callingCodes) as LimitFreeRegion[];
/** The same as a list that is never empty, as schemas want it. */
export const regionsWithoutLimit = limitFreeRegions as [LimitFreeRegion, ...LimitFreeRegion[]];

/** How somebody is known: `phone` is E.164; a business-scoped user id begins with its country (F§1.2). */
export interface RegionalAddress {
  readonly phone?: string | null | undefined;
  readonly businessScopedUserId?: string | null | undefined;
}

/** True where the number, or failing that the id, is of one of the regions. */
export function isInRegions(
  { phone, businessScopedUserId }: RegionalAddress,
  regions: readonly LimitFreeRegion[],
): boolean {
  if (phone != null) {
    const code = callingCodeOf(phone);
    return regions.some((region) => callingCodes[region] === code);
  }
  return (
    businessScopedUserId != null && regions.some((region) => businessScopedUserId.startsWith(`${region}.`))
  );
}
