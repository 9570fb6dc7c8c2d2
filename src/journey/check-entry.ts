// Checks what the schema of entries can't say: exactly one kind, days and zones that exist, words that are there twice.
// Pure.

import { isCalendarDate } from './calendar.ts';
import type { DefinitionSections } from './definition-sections.ts';
import { inboundEvent } from './engine-events.ts';
import type { Entry } from './entry.ts';
import { createIssue, type Issue, type IssuePath } from './issues.ts';
import { toBareWord } from './keyword.ts';
import { suggest } from './suggestion.ts';
import { isTimeZone, listTimeZones } from './time-zone.ts';

export const triggerKinds = ['event', 'api', 'campaign', 'inbound', 'schedule'] as const;

/** The one complaint about an `on` that has no kind or several; its schema's complaints are then beside the point. */
export function checkTriggerKinds(entry: unknown): Issue | undefined {
  const on = isObject(entry) ? entry['on'] : undefined;
  if (!isObject(on)) return undefined;
  const fields = Object.keys(on);
  const found = triggerKinds.filter((kind) => Object.hasOwn(on, kind));
  const isMisspelt = fields.some((field) => suggest(field, triggerKinds).suggestion !== undefined);
  if (found.length === 1 || (found.length === 0 && isMisspelt)) return undefined;
  return createIssue('J211', { found, allowed: triggerKinds }, { path: ['entry', 'on'] });
}

/** Issues of entry, policy and their lists. */
export function checkEntry({ entry, policy }: DefinitionSections): readonly Issue[] {
  const topics = findRepeated(policy?.topics ?? [], ['policy', 'topics']);
  return entry === undefined ? topics : [...checkTrigger(entry), ...topics];
}

function checkTrigger({ on }: Entry): readonly Issue[] {
  if ('campaign' in on) return [notYet('campaign')];
  if ('event' in on && on.event === inboundEvent) return [unstarted(on.event)];
  if ('schedule' in on) return [...checkSchedule(on.schedule), notYet('schedule')];
  if (!('inbound' in on) || on.inbound === 'any') return [];
  return findRepeated(on.inbound.keywords, ['entry', 'on', 'inbound', 'keywords']);
}

type Schedule = Extract<Entry['on'], { readonly schedule: unknown }>['schedule'];

function checkSchedule(schedule: Schedule): readonly Issue[] {
  const path: IssuePath = ['entry', 'on', 'schedule'];
  const { timeZone, from, until, weekdays = [], dayOfMonth } = schedule;
  const issues: Issue[] = [...findRepeated(weekdays, [...path, 'weekdays'])];
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    const facts = { found: timeZone, ...suggest(timeZone, listTimeZones()) };
    issues.push(createIssue('J212', facts, { path: [...path, 'timeZone'] }));
  }
  if (dayOfMonth !== undefined && weekdays.length > 0) {
    const place = { path: [...path, 'dayOfMonth'], anchor: { at: 'key' } } as const;
    issues.push(createIssue('J213', { fields: ['weekdays', 'dayOfMonth'] }, place));
  }
  for (const field of ['from', 'until'] as const) {
    const found = schedule[field];
    if (found !== undefined && !isCalendarDate(found)) {
      issues.push(createIssue('J215', { found }, { path: [...path, field] }));
    }
  }
  if (from !== undefined && until !== undefined && until < from) {
    issues.push(createIssue('J214', { from, until }, { path: [...path, 'until'] }));
  }
  return issues;
}

function notYet(kind: 'campaign' | 'schedule'): Issue {
  return createIssue('J222', { kind }, { path: ['entry', 'on', kind], anchor: { at: 'key' } });
}

/** A message starts journeys by the entry `inbound` only. */
function unstarted(found: string): Issue {
  return createIssue('J223', { found }, { path: ['entry', 'on', 'event'] });
}

function findRepeated(words: readonly string[], path: IssuePath): readonly Issue[] {
  const seen = new Set<string>();
  return words.flatMap((word, index) => {
    const same = toBareWord(word);
    if (!seen.has(same)) {
      seen.add(same);
      return [];
    }
    return [createIssue('J216', { found: word }, { path: [...path, index] })];
  });
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
