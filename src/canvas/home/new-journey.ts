// A journey that begins: its id, which names it for ever, and what stands in it. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import { journeyIdPattern } from '../../journey/fields.ts';
import type { Journey } from '../model/journey.ts';

const idLimit = 64;

/** An id that is free, made of the letters of a name; `journey` where none can be used. */
export function suggestId(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .match(/[a-z0-9]+/g);
  const begin = (words?.join('-') ?? 'journey').slice(0, idLimit - 4).replace(/-$/, '');
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? begin : `${begin}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** Why an id can't be used; undefined where it can. */
export function refuseId(id: string, taken: ReadonlySet<string>): LocalizedText | undefined {
  if (id === '') return { en: 'Give it an id', ko: 'id를 입력하세요' };
  if (!journeyIdPattern.test(id)) {
    return {
      en: `Small letters, digits and hyphens, at most ${idLimit}, such as spring-sale`,
      ko: `영문 소문자, 숫자, 붙임표로 ${idLimit}자까지 쓸 수 있습니다(예: spring-sale)`,
    };
  }
  return taken.has(id)
    ? { en: 'A journey of this id is there already', ko: '같은 id의 여정이 이미 있습니다' }
    : undefined;
}

export function refuseName(name: string): LocalizedText | undefined {
  if (name.trim() === '') return { en: 'Give it a name', ko: '이름을 입력하세요' };
  return name.length > 120 ? { en: 'At most 120 characters', ko: '120자까지 쓸 수 있습니다' } : undefined;
}

/** Nothing in it: the first step that is drawn is where it starts. */
export function emptyJourney(id: string, name: string): Journey {
  return { id, name, entry: { on: { api: true } }, start: 'start', nodes: {} };
}

/** Another journey that does the same. */
export function duplicate(journey: Journey, id: string, name: Journey['name']): Journey {
  return { ...journey, id, name };
}
