// A run told to a person at a terminal: a line for each step with when and why, then what it waits for. Pure.

import type { RunAnswer } from '../../client/client.ts';
import type { Language } from '../../journey/issue-prose.ts';
import type { CommandContext } from '../command.ts';
import { toUtcMinute } from '../utc-minute.ts';
import { messageWords, reasonWords, waitingWords } from './reason-words.ts';
import { stateWords } from './state-words.ts';

type Step = RunAnswer['path'][number];
type Context = Pick<CommandContext, 'language' | 'console'>;

/** Several lines, without a line feed at the end. `events`: those that the run waits for. */
export function explainText(run: RunAnswer, events: readonly string[], context: Context): string {
  const { language, console } = context;
  const { id, journey, version, state, outcome, key, waiting, link } = run;
  const word = outcome ?? stateWords[state][language];
  const named = key === '' ? '' : ` ${texts[language].key} ${key}`;
  const open = run.path.findLast((step) => step.outcome === null);
  return [
    `${console.paint('bold', id)} ${journey} v${version}${named}: ${console.paint('cyan', word)}`,
    ...run.path.filter((step) => step.outcome !== null).flatMap((step) => stepLines(step, context)),
    ...(state === 'running' ? waitingLines({ waiting, open, events }, context) : []),
    ...(link === undefined ? [] : [`  ${console.paint('dim', `Temporal: ${link}`)}`]),
  ].join('\n');
}

function stepLines(step: Step, { language, console }: Context): readonly string[] {
  const visit = step.visit === 1 ? '' : `#${step.visit}`;
  const from = toUtcMinute(step.enteredAt);
  const took = step.settledAt === null ? '' : tookWords(step.enteredAt, step.settledAt, language);
  const reasons = [...messageWords(step.message, language), ...reasonWords(step, language)];
  const outcome = console.paint(step.attempted === false ? 'yellow' : 'green', step.outcome ?? '');
  return [
    `  ${console.paint('dim', from)} ${step.node}${visit} → ${outcome}${took}`,
    ...reasons.map((reason) => `      ${reason}`),
  ];
}

interface Waiting {
  readonly waiting: RunAnswer['waiting'];
  readonly open: Step | undefined;
  readonly events: readonly string[];
}

function waitingLines({ waiting, open, events }: Waiting, { language, console }: Context): readonly string[] {
  const node = waiting?.node ?? open?.node;
  if (node === undefined) return [];
  const say = texts[language];
  const what = waiting === undefined ? say.unknown : whatFor(waiting.state, events, language);
  const until = waiting?.until == null ? '' : ` ${say.until(toUtcMinute(waiting.until))}`;
  const policy = open?.policy == null ? [] : reasonWords(open, language);
  const message = messageWords(open?.message ?? null, language);
  return [
    `  ${console.paint('cyan', '…')} ${node}: ${what}${until}`,
    ...[...message, ...policy].map((reason) => `      ${reason}`),
  ];
}

function whatFor(state: string, events: readonly string[], language: Language): string {
  if (events.length > 0) return texts[language].events(events.join(', '));
  return waitingWords[state]?.[language] ?? state;
}

function tookWords(from: string, to: string, language: Language): string {
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
  if (minutes < 1) return '';
  const say = texts[language];
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60];
  const parts = [
    ...(days > 0 ? [say.days(days)] : []),
    ...(hours > 0 ? [say.hours(hours)] : []),
    ...(rest > 0 && days === 0 ? [say.minutes(rest)] : []),
  ];
  return ` (${say.after(parts.join(' '))})`;
}

const texts = {
  en: {
    key: 'key',
    unknown: 'not known at the moment, the workflow engine does not answer',
    events: (names: string) => `waits for ${names}, or time`,
    until: (instant: string) => `until ${instant}`,
    after: (words: string) => `after ${words}`,
    days: (count: number) => `${count} d`,
    hours: (count: number) => `${count} h`,
    minutes: (count: number) => `${count} min`,
  },
  ko: {
    key: '키',
    unknown: '워크플로 엔진이 응답하지 않아 지금은 알 수 없습니다',
    events: (names: string) => `${names} 이벤트나 시간을 기다립니다`,
    until: (instant: string) => `(${instant}까지)`,
    after: (words: string) => `${words} 뒤`,
    days: (count: number) => `${count}일`,
    hours: (count: number) => `${count}시간`,
    minutes: (count: number) => `${count}분`,
  },
} as const;
