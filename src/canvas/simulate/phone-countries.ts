// Countries of simulated phones: what is sent to some goes by rules of its own. Numbers are of ranges that nobody has, or
// reserved for fiction. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';

interface Country {
  readonly id: string;
  readonly name: LocalizedText;
  /** What numbers of it begin with; empty where there is no phone. */
  readonly code: string;
  readonly sample: string;
}

export const countries: readonly Country[] = [
  { id: 'KR', name: { en: 'South Korea', ko: '대한민국' }, code: '+82', sample: '+821000000000' },
  { id: 'US', name: { en: 'United States', ko: '미국' }, code: '+1', sample: '+12025550100' },
  { id: 'GB', name: { en: 'United Kingdom', ko: '영국' }, code: '+44', sample: '+447700900000' },
  { id: 'DE', name: { en: 'Germany', ko: '독일' }, code: '+49', sample: '+4915200000000' },
  { id: 'IN', name: { en: 'India', ko: '인도' }, code: '+91', sample: '+919900000000' },
  { id: 'JP', name: { en: 'Japan', ko: '일본' }, code: '+81', sample: '+819000000000' },
  { id: 'BR', name: { en: 'Brazil', ko: '브라질' }, code: '+55', sample: '+5511900000000' },
  { id: 'none', name: { en: 'no phone', ko: '전화 없음' }, code: '', sample: '' },
];

/** Undefined for a country that is not listed. */
export function countryOf(phone: string): string | undefined {
  const number = phone.trim();
  if (number === '') return 'none';
  return countries.find(({ code }) => code !== '' && number.startsWith(code))?.id;
}
