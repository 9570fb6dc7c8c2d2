// A template of the account in words, and what it has to be given. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { TemplateInfo } from '../../journey/surroundings.ts';
import type { Meaning } from '../model/meaning.ts';

/** The template of this name and language; any language will do where none is said. */
export function findTemplate(
  templates: readonly TemplateInfo[],
  name: string,
  language: string,
): TemplateInfo | undefined {
  return templates.find((one) => one.name === name && one.language === language);
}

export function languagesOf(templates: readonly TemplateInfo[], name: string): readonly string[] {
  return templates.filter((one) => one.name === name).map(({ language }) => language);
}

/** Upper case words of Meta, as people say them; unknown ones as they are. */
export function categoryWords({ category }: Pick<TemplateInfo, 'category'>): LocalizedText {
  return say(categories, category);
}

/** `Approved · good quality`, and whether it goes out, waits or does not. */
export function standingOf({ status, quality }: Pick<TemplateInfo, 'status' | 'quality'>): {
  readonly words: LocalizedText;
  readonly meaning: Exclude<Meaning, 'waiting'>;
} {
  const state = say(statuses, status);
  const known = quality !== undefined && Object.hasOwn(qualities, quality) ? qualities[quality] : undefined;
  const words =
    known === undefined ? state : { en: `${state.en} · ${known.en}`, ko: `${state.ko} · ${known.ko}` };
  if (status === 'APPROVED') return { words, meaning: quality === 'RED' ? 'fell' : 'reached' };
  return { words, meaning: status === 'PAUSED' || status === 'PENDING' ? 'fell' : 'failed' };
}

/** What stands around each variable of the body, `…님, {{1}} 오늘…`, so that one sees what it is for. */
export function contextOf({ components = [] }: TemplateInfo, parameter: string): string | undefined {
  const body = components.find(({ type }) => type.toUpperCase() === 'BODY')?.text;
  const found = body === undefined ? null : new RegExp(`\\{\\{\\s*${parameter}\\s*\\}\\}`).exec(body);
  if (body === undefined || found === null) return undefined;
  const from = Math.max(0, found.index - around);
  const to = Math.min(body.length, found.index + found[0].length + around);
  // Another variable that is cut says nothing.
  const excerpt = body
    .slice(from, to)
    .replace(/\s+/g, ' ')
    .replace(/\{[^}]*\}?$|^[^{]*?\}\}/g, (cut) => (cut.startsWith('{{') && cut.endsWith('}}') ? cut : ''));
  return `${from > 0 ? '…' : ''}${excerpt}${to < body.length ? '…' : ''}`;
}

const around = 16;

/** Names of the body's parameters, or their places from 0; undefined where it isn't known what it takes. */
export function parametersOf({ bodyParameters }: TemplateInfo): readonly (string | number)[] | undefined {
  return typeof bodyParameters === 'number'
    ? Array.from({ length: bodyParameters }, (_each, index) => index)
    : bodyParameters;
}

/** Parts of the config that this template has to be given, by their keys. */
export function neededParts(template: TemplateInfo): ReadonlySet<string> {
  const { header, headerParameters = 0, buttons = [] } = template;
  return new Set([
    ...((parametersOf(template) ?? []).length > 0 ? ['body'] : []),
    ...(header !== undefined && (header !== 'text' || headerParameters > 0) ? ['header'] : []),
    ...(buttons.some(({ needed }) => needed) ? ['buttons'] : []),
  ]);
}

type Words = { readonly [word: string]: LocalizedText };

function say(words: Words, word: string): LocalizedText {
  const plain = word.toLowerCase().replace(/_/g, ' ');
  return (Object.hasOwn(words, word) ? words[word] : undefined) ?? { en: plain, ko: plain };
}

const categories: Words = {
  MARKETING: { en: 'Marketing', ko: '마케팅' },
  UTILITY: { en: 'Utility', ko: '정보성' },
  AUTHENTICATION: { en: 'Authentication', ko: '인증' },
};

const statuses: Words = {
  APPROVED: { en: 'Approved', ko: '승인' },
  PENDING: { en: 'In review', ko: '검토 중' },
  IN_APPEAL: { en: 'In appeal', ko: '이의 제기 중' },
  REJECTED: { en: 'Rejected', ko: '거절됨' },
  PAUSED: { en: 'Paused', ko: '일시 중지' },
  DISABLED: { en: 'Disabled', ko: '사용 중지' },
  DELETED: { en: 'Deleted', ko: '삭제됨' },
  PENDING_DELETION: { en: 'Being deleted', ko: '삭제 중' },
  LIMIT_EXCEEDED: { en: 'Limit exceeded', ko: '한도 초과' },
  ARCHIVED: { en: 'Archived', ko: '보관됨' },
};

const qualities: Words = {
  GREEN: { en: 'good quality', ko: '품질 높음' },
  YELLOW: { en: 'medium quality', ko: '품질 보통' },
  RED: { en: 'low quality', ko: '품질 낮음' },
};
