// The words of the program itself, in both languages: what every command shares, and what commander says in English.

import type { Option } from 'commander';
import type { LocalizedText } from '../journey/catalogue.ts';
import type { Language } from '../journey/issue-prose.ts';

export const programTexts = {
  about: {
    en: 'visual journey orchestration: JSON to XState to Temporal',
    ko: '시각적 여정 오케스트레이션: JSON에서 XState를 거쳐 Temporal로',
  },
  exitCodes: {
    en: 'Exit codes: 0 ok (warnings alone too), 1 findings, 2 usage, 3 unreachable.',
    ko: '종료 코드: 0 정상(경고만 있을 때 포함), 1 문제 발견, 2 잘못된 사용, 3 연결 불가.',
  },
  afterUsageError: {
    en: '(run with --help for the arguments and an example)',
    ko: '(인수와 예는 --help로 볼 수 있습니다)',
  },
  help: { en: 'show this help', ko: '이 도움말을 보여 줍니다' },
  helpCommand: { en: 'show the help of a command', ko: '명령의 도움말을 보여 줍니다' },
  version: { en: 'show the version', ko: '버전을 보여 줍니다' },
  lang: { en: 'language of messages', ko: '메시지의 언어' },
  example: { en: 'Example:', ko: '예:' },
  error: { en: 'error', ko: '오류' },
} as const satisfies { readonly [name: string]: LocalizedText };

const titles: { readonly [title: string]: string } = {
  'Usage:': '사용법:',
  'Arguments:': '인수:',
  'Options:': '옵션:',
  'Commands:': '명령:',
};

/** A heading of commander's help. */
export function toTitle(title: string, language: Language): string {
  return language === 'ko' ? (titles[title] ?? title) : title;
}

/** What an option is for, which values it takes, and what it is when it isn't given. */
export function describeOption(
  { description, argChoices, defaultValue }: Option,
  language: Language,
): string {
  const details = [
    ...(argChoices === undefined ? [] : [argChoices.join(' | ')]),
    ...(defaultValue === undefined ? [] : [`${language === 'ko' ? '기본값' : 'default'}: ${defaultValue}`]),
  ];
  return details.length === 0 ? description : `${description} (${details.join(', ')})`;
}

/** What commander says when it is used wrongly, by the form of the sentence. */
const usageErrors: readonly (readonly [form: RegExp, korean: string])[] = [
  [/^error: unknown option '(.*)'/, "'$1' 옵션은 없습니다."],
  [/^error: unknown command '(.*)'/, "'$1' 명령은 없습니다."],
  [/^error: missing required argument '(.*)'/, "인수 '$1'이(가) 필요합니다."],
  [/^error: required option '(.*)' not specified/, "'$1' 옵션이 필요합니다."],
  [/^error: option '(.*)' argument missing/, "'$1' 옵션에는 값이 필요합니다."],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
    "'$1' 옵션에 '$2' 값은 쓸 수 없습니다. 쓸 수 있는 값: $3.",
  ],
  [
    /^error: too many arguments.* Expected (\d+) arguments? but got (\d+)\./,
    '인수가 너무 많습니다: $1개가 필요한데 $2개가 있습니다.',
  ],
];

/** Commander's sentence in the user's language, with its suggestion where it has one. */
export function toUsageError(message: string, language: Language): string {
  if (language === 'en') return message;
  const suggestion = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1];
  const hint = suggestion === undefined ? '' : `\n(혹시 ${suggestion}?)`;
  for (const [form, korean] of usageErrors) {
    const match = form.exec(message);
    if (match !== null) return `오류: ${match[0].replace(form, korean)}${hint}\n`;
  }
  return message;
}
