// Days of the week in short words. Pure.

import type { Language } from '../../journey/issue-prose.ts';

const korean: { readonly [day: string]: string } = {
  monday: '월',
  tuesday: '화',
  wednesday: '수',
  thursday: '목',
  friday: '금',
  saturday: '토',
  sunday: '일',
};

/** `Mon, Fri`, `월, 금`; what is no day is passed over. */
export function weekdayWords(days: readonly unknown[], language: Language): string {
  return days
    .filter((day) => typeof day === 'string' && Object.hasOwn(korean, day))
    .map((day) => (language === 'ko' ? korean[String(day)] : toShort(String(day))))
    .join(', ');
}

function toShort(day: string): string {
  return day.charAt(0).toUpperCase() + day.slice(1, 3);
}
