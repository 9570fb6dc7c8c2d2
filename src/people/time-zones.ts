// Time zones of persons: is a name known, and which one to assume from a phone's country. Pure.

import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** The zone where most people live, for countries with several. */
const principalZones: { readonly [country: string]: string } = {
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  ID: 'Asia/Jakarta',
  KZ: 'Asia/Almaty',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
};

/** True for IANA names such as `Asia/Seoul` and `UTC`; false for offsets such as `+09:00`. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** @param phone E.164; UTC without one */
export function timeZoneOfPhone(phone: string | null | undefined): string {
  return toDefaultTimeZone(phone == null ? undefined : parsePhoneNumberFromString(phone)?.country);
}

/** @param country ISO 3166 alpha-2; undefined gives UTC */
export function toDefaultTimeZone(country: string | undefined): string {
  if (country === undefined) return 'UTC';
  const principal = principalZones[country];
  if (principal !== undefined && isTimeZone(principal)) return principal;
  return listZones(country)[0] ?? 'UTC';
}

/** The accessor became a method while the proposal matured; Node 20 has the former, newer ones both or the latter. */
function listZones(country: string): readonly string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    readonly timeZones?: readonly string[];
    readonly getTimeZones?: () => readonly string[];
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
