// What can stand at the cursor of a condition (CEL) or a text with variables (Liquid). Pure: the editor shows it.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { KnownName, KnownNames } from './known-names.ts';

export interface Suggestion {
  readonly label: string;
  /** What is written; the label where absent. */
  readonly apply?: string;
  /** A kind, or what it is. */
  readonly detail?: string;
  readonly info?: LocalizedText;
  readonly type: 'variable' | 'property' | 'function' | 'text' | 'keyword';
}

export interface Completion {
  /** Where the word begins that is replaced. */
  readonly from: number;
  readonly options: readonly Suggestion[];
}

/** @param before the source up to the cursor */
export function completeCel(before: string, known: KnownNames): Completion | undefined {
  const inText = /nodes(?:\.(\w+)|\[\s*['"]([\w-]+)['"]\s*\])\.outcome\s*[!=]=\s*(['"])([\w.-]*)$/.exec(
    before,
  );
  if (inText !== null) {
    const [, dotted, bracketed, , word = ''] = inText;
    const step = known.nodes.find(({ id }) => id === (dotted ?? bracketed));
    return { from: before.length - word.length, options: (step?.outcomes ?? []).map(toText) };
  }
  if (isInsideText(before)) return undefined;
  const member = completeMember(before, known);
  if (member !== undefined) return member;
  const method = /[\w)\]'"]\.(\w*)$/.exec(before);
  if (method !== null) return { from: before.length - (method[1] ?? '').length, options: celMethods };
  const [word = ''] = /[a-zA-Z_]\w*$/.exec(before) ?? [];
  const from = before.length - word.length;
  if (!endsInValue(before.slice(0, from))) return { from, options: [...variables(known), ...celFunctions] };
  return word === '' ? undefined : { from, options: [isIn] };
}

/** @param before the source up to the cursor */
export function completeLiquid(before: string, known: KnownNames): Completion | undefined {
  const open = Math.max(before.lastIndexOf('{{'), before.lastIndexOf('{%'));
  if (open < 0 || /[}%]\}/.test(before.slice(open))) return undefined;
  const inside = before.slice(open + 2);
  const isTag = before.startsWith('{%', open);
  const filter = /\|\s*(\w*)$/.exec(inside);
  if (filter !== null) return { from: before.length - (filter[1] ?? '').length, options: liquidFilters };
  if (isInsideText(inside)) return undefined;
  const member = completeMember(before, known);
  if (member !== undefined) return member;
  const [word = ''] = /[a-zA-Z_]\w*$/.exec(inside) ?? [];
  const from = before.length - word.length;
  if (!isTag && endsInValue(inside.slice(0, inside.length - word.length))) return undefined;
  const isFirst = isTag && /^-?\s*\w*$/.test(inside);
  return { from, options: isFirst ? liquidTags : variables(known) };
}

/** After `person.`, `event.`, `run.vars.`, `nodes.` and `nodes.offer.`. */
function completeMember(before: string, known: KnownNames): Completion | undefined {
  const found = /(?<![\w.])(person|event|run\.vars|run|nodes)\.(?:(\w+)\.)?(\w*)$/.exec(before);
  if (found === null) return undefined;
  const [, variable = '', member, word = ''] = found;
  const from = before.length - word.length;
  if (variable === 'nodes') {
    if (member !== undefined)
      return { from, options: [{ label: 'outcome', type: 'property', detail: 'string' }] };
    return { from: before.length - word.length - 1, options: known.nodes.map(({ id }) => toStep(id)) };
  }
  if (member !== undefined) return undefined;
  // The word at the cursor is read in the journey too: that it is there says nothing.
  const names = namesOf(variable, known).filter(({ name, kind }) => kind !== undefined || name !== word);
  return { from, options: names.map(toProperty) };
}

function namesOf(variable: string, known: KnownNames): readonly KnownName[] {
  if (variable === 'run.vars') return known.vars;
  return known[variable as 'person' | 'event' | 'run'];
}

/** Ids with a hyphen are no names: `nodes["offer-2"]`. */
function toStep(id: string): Suggestion {
  const apply = /^\w+$/.test(id) ? `.${id}.outcome` : `["${id}"].outcome`;
  return { label: id, apply, type: 'property', detail: 'step' };
}

function toProperty({ name, kind }: KnownName): Suggestion {
  return kind === undefined
    ? { label: name, type: 'property' }
    : { label: name, type: 'property', detail: kind };
}

function toText(word: string): Suggestion {
  return { label: word, type: 'text' };
}

/** Another value can't follow: an operator has to come first. */
function endsInValue(before: string): boolean {
  return /[\w"')\]]\s*$/.test(before) && !/\bin\s*$/.test(before);
}

/** An odd number of quotes stands before the cursor. */
function isInsideText(before: string): boolean {
  const plain = before.replace(/\\./g, '');
  const quotes = plain.match(/"[^"]*"|'[^']*'|["']/g) ?? [];
  return (quotes.at(-1)?.length ?? 2) === 1;
}

function variables({ nodes }: KnownNames): readonly Suggestion[] {
  const all = ['person', 'event', 'run', 'now', ...(nodes.length > 0 ? ['nodes'] : [])];
  return all.map((label) => ({ label, type: 'variable' }));
}

function call(label: string, apply: string, info: LocalizedText): Suggestion {
  return { label, apply, info, type: 'function' };
}

/** The one operator that is a word. */
const isIn: Suggestion = { label: 'in', type: 'keyword' };

const celFunctions: readonly Suggestion[] = [
  call('has', 'has(', {
    en: 'Whether a field is there: has(person.tier)',
    ko: '값이 있는지: has(person.tier)',
  }),
  call('size', 'size(', { en: 'How long a text or a list is', ko: '문자열이나 목록의 길이' }),
  call('timestamp', 'timestamp(', { en: 'A text as a time', ko: '문자열을 시각으로' }),
  call('duration', 'duration(', { en: "A time span: duration('2h')", ko: "시간 길이: duration('2h')" }),
  call('double', 'double(', { en: 'A text as a number', ko: '문자열을 숫자로' }),
  call('string', 'string(', { en: 'A value as a text', ko: '값을 문자열로' }),
  ...['true', 'false', 'null'].map((label) => ({ label, type: 'keyword' as const })),
];

const celMethods: readonly Suggestion[] = [
  call('startsWith', "startsWith('", { en: 'Begins with a text', ko: '이 문자열로 시작' }),
  call('endsWith', "endsWith('", { en: 'Ends with a text', ko: '이 문자열로 끝남' }),
  call('contains', "contains('", { en: 'Holds a text', ko: '이 문자열을 포함' }),
  call('size', 'size()', { en: 'How long it is', ko: '길이' }),
  call('exists', 'exists(item, ', { en: 'One of the list is so', ko: '목록에 하나라도 있음' }),
  call('all', 'all(item, ', { en: 'All of the list are so', ko: '목록이 모두 그러함' }),
];

/** Those that texts for people need; the checker knows them all. */
const liquidFilters: readonly Suggestion[] = [
  call('default', "default: '", { en: 'Where it is missing', ko: '값이 없을 때' }),
  call('date', "date: '%Y-%m-%d', person.timeZone", { en: 'A time as a text', ko: '시각을 문자열로' }),
  call('upcase', 'upcase', { en: 'CAPITALS', ko: '대문자로' }),
  call('downcase', 'downcase', { en: 'small letters', ko: '소문자로' }),
  call('capitalize', 'capitalize', { en: 'First letter large', ko: '첫 글자를 대문자로' }),
  call('strip', 'strip', { en: 'Without blanks at its ends', ko: '양 끝 공백 없이' }),
  call('truncate', 'truncate: 20', { en: 'At most so long', ko: '최대 길이' }),
  call('replace', "replace: '", { en: 'One text for another', ko: '바꾸기' }),
  call('round', 'round', { en: 'A whole number', ko: '반올림' }),
  call('plus', 'plus: ', { en: 'Adds', ko: '더하기' }),
  call('minus', 'minus: ', { en: 'Takes away', ko: '빼기' }),
  call('times', 'times: ', { en: 'Times', ko: '곱하기' }),
  call('divided_by', 'divided_by: ', { en: 'Divides', ko: '나누기' }),
  call('join', "join: ', '", { en: 'A list as a text', ko: '목록을 이어 붙이기' }),
  call('first', 'first', { en: 'First of a list', ko: '목록의 첫째' }),
  call('last', 'last', { en: 'Last of a list', ko: '목록의 마지막' }),
  call('size', 'size', { en: 'How long it is', ko: '길이' }),
  call('escape', 'escape', { en: 'Safe in HTML', ko: 'HTML에 안전하게' }),
  call('url_encode', 'url_encode', { en: 'Safe in an address', ko: '주소에 안전하게' }),
];

const liquidTags: readonly Suggestion[] = [
  'if',
  'elsif',
  'else',
  'endif',
  'unless',
  'endunless',
  'for',
  'endfor',
  'case',
  'when',
  'endcase',
  'assign',
  'capture',
  'endcapture',
  'comment',
  'endcomment',
].map((label) => ({ label, type: 'keyword' }));
