// A run that does too much to be played, as a finding at the place where it goes around.

import { parse } from '../journey/parse.ts';
import { describeTooLong } from '../simulator/describe-too-long.ts';
import { type SimulationStop, SimulationTooLongError } from '../simulator/simulation-bound.ts';
import { CliError } from './cli-error.ts';
import { formatFrame, toPrintable } from './code-frame.ts';
import type { CommandContext } from './command.ts';
import type { SoundJourney } from './load-journey.ts';

/** @throws CliError findings, where the simulator stops what is played */
export async function withinBound<Result>(
  journey: SoundJourney,
  context: Pick<CommandContext, 'console'>,
  play: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await play();
  } catch (error) {
    if (!(error instanceof SimulationTooLongError)) throw error;
    throw toFinding(error.stop, journey, context);
  }
}

function toFinding(
  stop: SimulationStop,
  { file, source }: SoundJourney,
  { console: { paint } }: Pick<CommandContext, 'console'>,
): CliError {
  const range = parse(source).locate(['nodes', stop.loop[0] ?? '']);
  const lines = new TextDecoder().decode(source).split(/\r?\n/);
  const place = `${file}:${range.line}:${range.column} ${paint('red', 'SIMULATION_TOO_LONG')}`;
  const said = describeTooLong(stop);
  const toText = (words: string, label: string, hint: string) =>
    [
      `${place} ${toPrintable(words)}.`,
      ...formatFrame(range, { lines, paint }),
      `  ${paint('cyan', label)}: ${hint}`,
    ].join('\n');
  return CliError.findings({
    en: toText(
      said.en,
      'hint',
      'Lower the maxVisits of the cycle, or let it wait for something that ends it.',
    ),
    ko: toText(
      said.ko,
      '도움말',
      '되풀이되는 구간의 maxVisits를 줄이거나, 되풀이를 끝내는 일을 기다리게 하세요.',
    ),
  });
}
