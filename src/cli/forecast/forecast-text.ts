// A forecast as a page for people: what is sent, what comes of it, what it costs, who is left out.

import { toDurationWords } from '../../journey/duration-words.ts';
import type { Language } from '../../journey/issue-prose.ts';
import type { Counted, ForecastReport } from '../../simulator/forecast-report.ts';
import type { CommandContext } from '../command.ts';
import { toUtcMinute } from '../utc-minute.ts';
import { describeExcluded } from './excluded-words.ts';
import type { BadRow } from './read-people.ts';

interface Forecasted {
  readonly report: ForecastReport;
  /** The journey's file. */
  readonly file: string;
  /** The file of people. */
  readonly people: string;
  readonly badRows: readonly BadRow[];
}

/** More kinds or rows than this are in `--json`. */
const shown = 12;

export function toText(
  { report, file, people, badRows }: Forecasted,
  { console: { paint }, language }: Pick<CommandContext, 'console' | 'language'>,
): string {
  const word = words[language];
  const number = new Intl.NumberFormat(language);
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', paint('bold', title), ...lines.map((line) => `  ${line}`)];
  const table = (counts: readonly Counted[], of: number) => toTable(counts, of, number);
  const excluded = report.excluded.map(({ key, count }) => ({ key: describeExcluded(key, language), count }));
  return [
    `${paint('bold', file)}: ${word.people(number.format(report.people), number.format(report.entered))}`,
    ...section(word.messages, table(report.messages, report.entered)),
    ...section(word.outcomes, table(report.outcomes, report.entered)),
    ...section(word.steps, table(report.steps, report.entered)),
    ...section(word.fallbacks, table(report.fallbacks, report.entered)),
    ...section(word.excluded, table(excluded, report.people)),
    ...section(word.cost, costLines(report, number, language)),
    ...section(word.busiest, busiestLines(report, number, language)),
    ...section(word.badRows, badRowLines(people, badRows, language)),
  ].join('\n');
}

function toTable(counts: readonly Counted[], of: number, number: Intl.NumberFormat): readonly string[] {
  const width = Math.max(0, ...counts.slice(0, shown).map(({ count }) => number.format(count).length));
  const lines = counts.slice(0, shown).map(({ key, count }) => {
    const share = of === 0 ? '' : `${((100 * count) / of).toFixed(1).padStart(5)} %`;
    return `${number.format(count).padStart(width)}  ${share}  ${key}`;
  });
  return counts.length > shown ? [...lines, '…'] : lines;
}

function costLines(
  { cost }: ForecastReport,
  number: Intl.NumberFormat,
  language: Language,
): readonly string[] {
  if (cost === undefined) return [];
  const byKind = cost.byKind.map(
    (kind) => `${number.format(kind.cost)}  ${kind.key} × ${number.format(kind.count)}`,
  );
  const unpriced = cost.unpriced.length === 0 ? [] : [words[language].unpriced(cost.unpriced.join(', '))];
  return [`${number.format(cost.total)} ${cost.currency}`, ...byKind, ...unpriced];
}

function busiestLines(
  { busiestMinute }: ForecastReport,
  number: Intl.NumberFormat,
  language: Language,
): readonly string[] {
  if (busiestMinute === undefined) return [];
  const { at, messages, limit, drainMs } = busiestMinute;
  const said = words[language].minute(toUtcMinute(at), number.format(messages), number.format(limit));
  return messages <= limit ? [said] : [said, words[language].drain(toDurationWords(drainMs, language))];
}

function badRowLines(file: string, badRows: readonly BadRow[], language: Language): readonly string[] {
  const lines = badRows
    .slice(0, shown)
    .map(({ line, problem }) => `${file}:${line}:1 ${problem} ${words[language].problems[problem]}`);
  const more = badRows.length - lines.length;
  return more > 0 ? [...lines, words[language].more(more)] : lines;
}

interface Words {
  readonly people: (people: string, entered: string) => string;
  readonly messages: string;
  readonly outcomes: string;
  readonly steps: string;
  readonly fallbacks: string;
  readonly excluded: string;
  readonly cost: string;
  readonly unpriced: (kinds: string) => string;
  readonly busiest: string;
  readonly minute: (minute: string, messages: string, limit: string) => string;
  readonly drain: (time: string) => string;
  readonly badRows: string;
  readonly more: (rows: number) => string;
  readonly problems: { readonly [problem in BadRow['problem']]: string };
}

const words: { readonly [language in Language]: Words } = {
  en: {
    people: (people, entered) =>
      `${people} ${people === '1' ? 'person' : 'people'}, ${entered} ${entered === '1' ? 'enters' : 'enter'}`,
    messages: 'Messages, by channel and category',
    outcomes: 'How runs end',
    steps: 'Outcomes of nodes',
    fallbacks: 'Fallbacks to another channel',
    excluded: 'People who get nothing, and why',
    cost: 'Cost',
    unpriced: (kinds) => `without a price: ${kinds}`,
    busiest: 'Busiest minute of the WhatsApp sender',
    minute: (minute, messages, limit) => `${minute}: ${messages} messages, the sender may send ${limit}`,
    drain: (time) => `sending them takes ${time}: let people in over a longer time (--over)`,
    badRows: 'Rows that were left out',
    more: (rows) => `… and ${rows} more`,
    problems: {
      'id-missing': 'the id is missing',
      'id-twice': 'this id stands in a row above',
      'time-zone': 'there is no such time zone',
      columns: 'another number of columns than the header',
      syntax: 'not valid CSV',
    },
  },
  ko: {
    people: (people, entered) => `대상 ${people}명, 진입 ${entered}명`,
    messages: '메시지(채널과 분류별)',
    outcomes: '여정이 끝나는 방식',
    steps: '노드별 결과',
    fallbacks: '다른 채널로 넘어간 경우',
    excluded: '아무것도 받지 못하는 사람과 이유',
    cost: '비용',
    unpriced: (kinds) => `가격 없음: ${kinds}`,
    busiest: 'WhatsApp 발신 번호의 가장 바쁜 1분',
    minute: (minute, messages, limit) => `${minute}: 메시지 ${messages}건, 보낼 수 있는 최대 ${limit}건`,
    drain: (time) => `모두 보내는 데 ${time} 걸립니다. 더 긴 시간에 나누어 들어오게 하세요(--over)`,
    badRows: '제외된 행',
    more: (rows) => `… 그 밖에 ${rows}개`,
    problems: {
      'id-missing': 'id가 없습니다',
      'id-twice': '같은 id가 위 행에 있습니다',
      'time-zone': '그런 시간대가 없습니다',
      columns: '열의 수가 머리글과 다릅니다',
      syntax: '올바른 CSV가 아닙니다',
    },
  },
};
