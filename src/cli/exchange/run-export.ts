// Carries out `jornada export`.

import { CliError } from '../cli-error.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { loadJourney, type SoundJourney } from '../load-journey.ts';
import { writeOutput } from './write-output.ts';

export interface ExportOptions {
  readonly to: 'xstate' | 'mermaid' | 'svg';
  readonly compiled?: true;
  readonly output?: string;
}

export async function runExport(
  { args: [file = ''], options }: CommandInput<ExportOptions>,
  context: CommandContext,
): Promise<ExitCode> {
  const { to, output, json } = options;
  if (options.compiled && to !== 'xstate') throw onlyXState();
  const journey = await loadJourney(file, context);
  const text = await render(journey, options, context);
  const about = { to, id: journey.definition.id, hash: journey.hash };
  await writeOutput(text, { output, context, ...(json && { json: about }) });
  return exitCodes.ok;
}

async function render(
  { definition, chart, surroundings, project: { catalogue } }: SoundJourney,
  { to, compiled }: ExportOptions,
  { language }: CommandContext,
): Promise<string> {
  if (to === 'xstate') {
    const { toXState } = await import('../../journey/exchange/to-xstate.ts');
    const { toOutline } = await import('../../journey/exchange/outline.ts');
    const machine = compiled ? chart : toOutline(definition, { catalogue, surroundings });
    return `${JSON.stringify(toXState(definition, machine), null, 2)}\n`;
  }
  const { toPicture } = await import('../../journey/exchange/picture.ts');
  const picture = toPicture(definition, { catalogue, language });
  if (to === 'svg') return (await import('../../journey/exchange/to-svg.ts')).toSvg(picture);
  return (await import('../../journey/exchange/to-mermaid.ts')).toMermaid(picture);
}

function onlyXState(): CliError {
  return CliError.usage({
    en: '--compiled is for --to xstate.',
    ko: '--compiled는 --to xstate와 함께 쓰세요.',
  });
}
