// How people come into a journey, in words. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { Journey } from './journey.ts';
import { weekdayWords } from './weekday-words.ts';

type Trigger = Journey['entry']['on'];
type Schedule = Extract<Trigger, { readonly schedule: unknown }>['schedule'];

export interface EntryWords {
  readonly title: LocalizedText;
  /** The event, the keywords, the time; and the condition. */
  readonly line: LocalizedText;
  /** Name of a Lucide icon. */
  readonly icon: string;
}

export function entryWords({ entry }: Pick<Journey, 'entry'>): EntryWords {
  const words = triggerWords(entry.on);
  if (entry.if === undefined) return words;
  const { en, ko } = words.line;
  return { ...words, line: { en: join(en, entry.if), ko: join(ko, entry.if) } };
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function triggerWords(on: Trigger): EntryWords {
  if ('event' in on) {
    return { title: { en: 'Event', ko: '이벤트' }, line: both(on.event), icon: 'log-in' };
  }
  if ('inbound' in on) {
    const line =
      on.inbound === 'any' ? { en: 'any message', ko: '모든 메시지' } : both(on.inbound.keywords.join(', '));
    return {
      title: { en: 'The person writes', ko: '고객이 보낸 메시지' },
      line,
      icon: 'message-circle-reply',
    };
  }
  if ('schedule' in on) {
    return {
      title: { en: 'Schedule', ko: '일정' },
      line: scheduleWords(on.schedule),
      icon: 'calendar-clock',
    };
  }
  if ('campaign' in on) return { title: { en: 'Campaign', ko: '캠페인' }, line: both(''), icon: 'send' };
  return { title: { en: 'API', ko: 'API' }, line: both(''), icon: 'webhook' };
}

/** `Mon, Fri · 09:00`, `매월 5일 · 09:00` */
function scheduleWords({ at, weekdays, dayOfMonth }: Schedule): LocalizedText {
  if (dayOfMonth !== undefined) {
    return { en: `day ${dayOfMonth} of the month · ${at}`, ko: `매월 ${dayOfMonth}일 · ${at}` };
  }
  if (weekdays === undefined) return { en: `daily · ${at}`, ko: `매일 · ${at}` };
  return { en: join(weekdayWords(weekdays, 'en'), at), ko: join(weekdayWords(weekdays, 'ko'), at) };
}

function both(text: string): LocalizedText {
  return { en: text, ko: text };
}
