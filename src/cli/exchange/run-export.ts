// Carries out `jornada export`.

import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { loadJourney, type SoundJourney } from '../load-journey.ts';
import { writeOutput } from './write-output.ts';

export interface ExportOptions {
  readonly to: 'xstate' | 'mermaid' | 'svg';
  readonly output?: string;
}

export async function runExport(
  { args: [file = ''], options }: CommandInput<ExportOptions>,
  context: CommandContext,
): Promise<ExitCode> {
  const journey = await loadJourney(file, context);
  const { to, output, json } = options;
  const text = await render(journey, to, context);
  const about = { to, id: journey.definition.id, hash: journey.hash };
  await writeOutput(text, { output, context, ...(json && { json: about }) });
  return exitCodes.ok;
}

async function render(
  { definition, chart, project: { catalogue } }: SoundJourney,
  to: ExportOptions['to'],
  { language }: CommandContext,
): Promise<string> {
  if (to === 'xstate') {
    const { toXState } = await import('../../journey/exchange/to-xstate.ts');
    return `${JSON.stringify(toXState(definition, chart), null, 2)}\n`;
  }
  const { toPicture } = await import('../../journey/exchange/picture.ts');
  const picture = toPicture(definition, { catalogue, language });
  if (to === 'svg') return (await import('../../journey/exchange/to-svg.ts')).toSvg(picture);
  return (await import('../../journey/exchange/to-mermaid.ts')).toMermaid(picture);
}
