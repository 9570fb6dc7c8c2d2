// A trace as lines for a terminal: when, what, where, why; the message as its person reads it.

import { displayWidth } from '../../journey/display-width.ts';
import type { Language } from '../../journey/issue-prose.ts';
import { createLocalTime } from '../../simulator/local-time.ts';
import type { TraceEntry } from '../../simulator/trace.ts';
import { traceWords } from '../../simulator/trace-labels.ts';
import { createTraceText } from '../../simulator/trace-text.ts';
import { toPrintable } from '../code-frame.ts';
import type { ConsolePort, Style } from '../console-port.ts';

export interface TraceFormat {
  readonly language: Language;
  /** The person's. */
  readonly timeZone: string;
  readonly paint: ConsolePort['paint'];
}

const styles: { readonly [kind in TraceEntry['kind']]?: Style } = {
  message: 'cyan',
  settled: 'green',
  ended: 'bold',
  waiting: 'dim',
  entered: 'dim',
  gate: 'dim',
};

/** Some lines for each entry, in their order. */
export function toTraceLines(
  entries: readonly TraceEntry[],
  { language, timeZone, paint }: TraceFormat,
): readonly string[] {
  const words = traceWords[language];
  const toTime = createLocalTime(timeZone, language);
  const width = Math.max(...kinds.map((kind) => displayWidth(words[kind])));
  const toText = createTraceText(language, timeZone);
  return entries.flatMap((entry) => {
    const label = words[entry.kind];
    const gap = ' '.repeat(width - displayWidth(label));
    const [first, ...more] = toText(entry).map(toPrintable);
    const time = toTime(entry.at);
    const indent = ' '.repeat(displayWidth(time) + width + 4);
    const line = `${paint('dim', time)}  ${paint(styles[entry.kind] ?? 'bold', label)}${gap}  ${first}`;
    return [line, ...more.map((text) => `${indent}${paint('dim', '│')} ${text}`)];
  });
}

const kinds = [
  'entered',
  'gate',
  'message',
  'evidence',
  'heard',
  'changed',
  'waiting',
  'settled',
  'ended',
] as const satisfies readonly TraceEntry['kind'][];
