// What is worth saying of a step's config in a line, and what it waits for. Read carefully: a draft's config may be anything.
// Pure.

import type { Language } from '../../journey/issue-prose.ts';
import { durationWords } from './duration-text.ts';
import type { Step } from './journey.ts';
import { weekdayWords } from './weekday-words.ts';

type Config = { readonly [field: string]: unknown };
type Details = (config: Config, language: Language) => readonly (string | undefined)[];

/** Short words in the order of their weight; none for types that say nothing of themselves here. */
export function detailsOf(step: Step, language: Language): readonly string[] {
  const say = Object.hasOwn(details, step.type) ? details[step.type] : undefined;
  const said = say?.(step.with ?? {}, language) ?? [];
  return said.filter((word) => word !== undefined && word !== '') as readonly string[];
}

interface Waiting {
  /** The evidence that a message waits for. */
  readonly awaits: string | null;
  /** A run may rest here. */
  readonly waits: boolean;
  /** How long at most, in words. */
  readonly longest: string | undefined;
  readonly language: Language;
}

/** `waits until delivered, at most 2 h`; undefined where it goes on at once, or nothing is known. */
export function waitOf(step: Step, { awaits, waits, longest, language }: Waiting): string | undefined {
  if (step.type === 'delay') return delayWords(step.with ?? {}, language);
  if (step.type === 'throttle' && step.with?.['full'] === 'leave') return undefined;
  if (awaits !== null) return evidenceWords(awaits, longest, language);
  if (!waits || longest === undefined) return undefined;
  return language === 'ko' ? `최대 ${longest} 기다림` : `waits at most ${longest}`;
}

const evidenceKo: { readonly [word: string]: string } = {
  delivered: '전달될',
  read: '읽을',
  replied: '답장할',
  clicked: '클릭할',
};

/** That a provider takes a message is no wait. */
function evidenceWords(awaits: string, longest: string | undefined, language: Language): string | undefined {
  if (!Object.hasOwn(evidenceKo, awaits)) return undefined;
  if (language === 'ko')
    return `${evidenceKo[awaits]} 때까지${longest === undefined ? '' : ` 최대 ${longest}`} 기다림`;
  return `waits until ${awaits}${longest === undefined ? '' : `, at most ${longest}`}`;
}

function delayWords(config: Config, language: Language): string | undefined {
  const duration = textOf(config['for']);
  const isKo = language === 'ko';
  if (duration !== undefined) {
    const words = durationWords(duration, language);
    return isKo ? `${words} 기다림` : `waits ${words}`;
  }
  const until = recordOf(config['until']);
  const day =
    textOf(until['date']) ?? textOf(until['value']) ?? weekdayWords(listOf(until['weekdays']), language);
  const when = [day, textOf(until['at'])].filter((word) => word !== undefined && word !== '').join(' ');
  if (when === '') return undefined;
  return isKo ? `${when}까지 기다림` : `waits until ${when}`;
}

const details: { readonly [type: string]: Details } = {
  'whatsapp.template': ({ template, language: code }) => [textOf(template), textOf(code)],
  'whatsapp.message': (config, language) => [
    excerptOf(config['text'] ?? config['body']) ?? mediumOf(config, language),
  ],
  'whatsapp.reaction': ({ emoji }) => [excerptOf(emoji)],
  'whatsapp.wait-reply': ({ choices, keywords }) => [
    [
      ...Object.values(recordOf(choices)).filter((word) => typeof word === 'string'),
      ...Object.keys(recordOf(keywords)),
    ].join(', '),
  ],
  'sms.send': ({ text }) => [excerptOf(text)],
  'email.send': ({ subject }) => [excerptOf(subject)],
  'wait.event': ({ event, events }) => [
    textOf(event) ??
      listOf(events)
        .map((one) => textOf(recordOf(one)['event']) ?? '…')
        .join(', '),
  ],
  branch: ({ cases }) => [namesOf(cases).join(', ')],
  split: ({ arms }) => [
    listOf(arms)
      .map(recordOf)
      .map(({ name, weight }) => `${textOf(name) ?? '…'} ${typeof weight === 'number' ? weight : '?'}%`)
      .join(', '),
  ],
  throttle: ({ limit, per }, language) => [
    typeof limit === 'number' ? rateWords(limit, textOf(per), language) : undefined,
  ],
  set: ({ vars }) => [Object.keys(recordOf(vars)).join(', ')],
  'person.update': ({ attributes }) => [Object.keys(recordOf(attributes)).join(', ')],
  'journey.run': ({ journey }) => [textOf(journey)],
  'http.request': ({ method, url }) => [[textOf(method) ?? 'POST', hostOf(url)].join(' ')],
  goal: ({ name }) => [textOf(name)],
  exit: ({ as }) => [textOf(as)],
  note: ({ text }) => [excerptOf(text)],
};

const media: { readonly [kind: string]: { readonly [language in Language]: string } } = {
  image: { en: 'image', ko: '이미지' },
  video: { en: 'video', ko: '동영상' },
  document: { en: 'document', ko: '문서' },
  audio: { en: 'audio', ko: '오디오' },
  sticker: { en: 'sticker', ko: '스티커' },
  location: { en: 'location', ko: '위치' },
  contacts: { en: 'contacts', ko: '연락처' },
};

function mediumOf(config: Config, language: Language): string | undefined {
  const kind = Object.keys(media).find((name) => Object.hasOwn(config, name));
  return kind === undefined ? undefined : media[kind]?.[language];
}

function rateWords(limit: number, per: string | undefined, language: Language): string {
  const periods: { readonly [per: string]: string } = { minute: '1분', hour: '1시간', day: '하루' };
  if (language === 'ko') return `${(per !== undefined && periods[per]) || '?'}에 ${limit}명`;
  return `${limit} per ${per ?? '?'}`;
}

const excerptLength = 40;

/** The beginning of a text; for what Liquid fills in stands its default, else the name of what it reads. */
function excerptOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const plain = value
    .replace(/\{\{(.*?)\}\}/gs, (_whole, inside: string) => filledIn(inside))
    .replace(/\{%[^%]*%\}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...plain];
  return characters.length <= excerptLength ? plain : `${characters.slice(0, excerptLength - 1).join('')}…`;
}

function filledIn(inside: string): string {
  const [, single, double] = /\|\s*default:\s*(?:'([^']*)'|"([^"]*)")/.exec(inside) ?? [];
  const [name = '…'] = /[a-zA-Z_][a-zA-Z0-9_]*(?=\s*(?:\||$))/.exec(inside) ?? [];
  return single ?? double ?? `{${name}}`;
}

function hostOf(url: unknown): string {
  const [, host] = /^https?:\/\/([^/?#]+)/.exec(textOf(url) ?? '') ?? [];
  return host ?? '';
}

function namesOf(value: unknown): readonly string[] {
  return listOf(value).map((one) => textOf(recordOf(one)['name']) ?? '…');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function recordOf(value: unknown): Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
