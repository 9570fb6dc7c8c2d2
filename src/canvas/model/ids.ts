// Ids of steps: names for edges and statistics, so that a new one is never one that was there. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import { nodeIdPattern } from '../../journey/fields.ts';
import { type Journey, stepOf } from './journey.ts';

/** Keys that JSON readers stumble over; the language refuses them (J105). */
const refused: ReadonlySet<string> = new Set(['constructor', 'prototype']);

/**
 * A free id that tells what the step is: `whatsapp.template` gives `template`, then `template-2`.
 *
 * @param like a node type, or the id of a step that it resembles
 */
export function freshId(journey: Journey, like: string, taken: ReadonlySet<string> = new Set()): string {
  const isFree = (id: string) => stepOf(journey, id) === undefined && !taken.has(id);
  const last = like.split('.').at(-1) ?? '';
  if (isId(last) && isFree(last)) return last;
  const base = last
    .replace(/-\d+$/, '')
    .replace(/[^a-zA-Z0-9_-]/g, '')
    .slice(0, 56);
  const stem = isId(base) ? base : 'step';
  if (isFree(stem)) return stem;
  let count = 2;
  while (!isFree(`${stem}-${count}`)) count += 1;
  return `${stem}-${count}`;
}

/** A free id for each, in their order: those that are free themselves stay. */
export function freshIds(journey: Journey, ids: Iterable<string>): ReadonlyMap<string, string> {
  const wanted = [...new Set(ids)];
  const taken = new Set(wanted.filter((id) => isId(id) && stepOf(journey, id) === undefined));
  return new Map(
    wanted.map((id) => {
      if (taken.has(id)) return [id, id];
      const fresh = freshId(journey, id, taken);
      taken.add(fresh);
      return [id, fresh];
    }),
  );
}

export function isId(text: string): boolean {
  return nodeIdPattern.test(text) && !refused.has(text);
}

/** True, or why the step can't be called so. */
export function canRename(journey: Journey, id: string, newId: string): true | LocalizedText {
  if (id === newId) return true;
  if (!isId(newId)) {
    return {
      en: 'An id begins with a small letter; letters, digits, - and _ may follow, 64 in all.',
      ko: '아이디는 영문 소문자로 시작해야 하며, 그 뒤에는 영문자, 숫자, -, _를 쓸 수 있습니다(최대 64자).',
    };
  }
  if (stepOf(journey, newId) === undefined) return true;
  return { en: `There is a step “${newId}” already.`, ko: `"${newId}" 단계가 이미 있습니다.` };
}
