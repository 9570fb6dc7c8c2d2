// Carries out `jornada simulate`: a script or chance to its end, or a session at a terminal.

import { z } from 'zod';
import { type Played, samplePerson } from '../../simulator/play-script.ts';
import { playWorld } from '../../simulator/play-world.ts';
import { ratesSchema, type Script, scriptSchema } from '../../simulator/script.ts';
import { maxTurnsToEnd } from '../../simulator/simulation-bound.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { loadJourney, type SoundJourney } from '../load-journey.ts';
import { readDocument } from '../read-document.ts';
import type { ServerFlags } from '../server/with-server.ts';
import { withinBound } from '../within-bound.ts';
import { findSample } from './find-sample.ts';
import { readPerson } from './read-person.ts';
import { saveTest } from './save-test.ts';
import { isSound, toJson, toText } from './simulation-report.ts';

export interface SimulateOptions extends ServerFlags {
  readonly script?: string;
  readonly seed?: string;
  readonly rates?: string;
  readonly person?: string;
  readonly event?: string;
  readonly save?: string;
}

export async function runSimulate(
  { args: [file = ''], options }: CommandInput<SimulateOptions>,
  context: CommandContext,
): Promise<ExitCode> {
  const person =
    options.person === undefined ? undefined : await readPerson(options.person, options, context);
  const world = await readScript(options, context);
  const journey = await loadJourney(file, context);
  const event = options.event === undefined ? undefined : toEvent(options.event);
  const given = { ...(person && { person }), ...(event && { event }) };
  // A script says by itself who enters; a session or chance without a word of it takes what is at hand.
  const sample = options.script === undefined ? await findSample(file, given, context) : given;
  const script: Script = { world: [], ...world, ...sample };
  if (world === undefined) {
    const { playSession } = await import('./play-session.ts');
    return withinBound(journey, context, () => playSession(journey, { context, script, save: options.save }));
  }
  const played = await withinBound(journey, context, () => simulate(journey, script));
  const { console, language } = context;
  const { timeZone } = script.person ?? samplePerson;
  if (options.json) console.printJson(toJson(played));
  else console.print(toText(played, { language, timeZone, paint: console.paint }));
  if (options.save !== undefined && played.entered && isSound(played)) {
    saveTest(options.save, { journey: file, script, simulation: played.simulation });
  }
  return isSound(played) ? exitCodes.ok : exitCodes.findings;
}

function simulate({ definition, project, surroundings }: SoundJourney, script: Script): Played {
  const { nodeTypes } = project;
  const options = { maxTurns: maxTurnsToEnd };
  const simulator = createSimulator({ definition, nodeTypes, surroundings, options });
  return playWorld(simulator, script, { now: Date.now() });
}

/** Undefined where the person at the terminal decides. */
async function readScript(
  options: CommandInput<SimulateOptions>['options'],
  context: CommandContext,
): Promise<Script | undefined> {
  if (options.script !== undefined) return readDocument(options.script, scriptSchema, context);
  if (options.seed !== undefined) {
    const rates =
      options.rates === undefined ? undefined : await readDocument(options.rates, ratesSchema, context);
    const random = { seed: toSeed(options.seed), ...(rates && { rates }) };
    return { world: { random } };
  }
  if (context.console.isInteractive && !options.json) return undefined;
  throw CliError.usage({
    en: 'without a terminal, and with --json, nobody is asked: give --script <file> or --seed <number>.',
    ko: '터미널이 없거나 --json이면 묻지 않습니다. --script <파일> 또는 --seed <숫자>를 쓰세요.',
  });
}

function toEvent(text: string): NonNullable<Script['event']> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw CliError.usage({
      en: `--event takes a JSON object, like '{"total": 45000}'.`,
      ko: `--event에는 '{"total": 45000}' 같은 JSON 객체를 쓰세요.`,
    });
  }
}

function toSeed(text: string): number {
  const seed = Number(text);
  if (Number.isSafeInteger(seed)) return seed;
  throw CliError.usage({
    en: `--seed takes a whole number, not ${text}.`,
    ko: `--seed는 정수여야 합니다: ${text}`,
  });
}
