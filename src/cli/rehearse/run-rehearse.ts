// Carries out `jornada rehearse`: the same script on the real engine and in the simulator. They have to go the same way.

import type { Definition } from '../../journey/definition.ts';
import { compareSteps } from '../../simulator/compare-traces.ts';
import { playScript, samplePerson, startOf } from '../../simulator/play-script.ts';
import { type Script, scriptSchema } from '../../simulator/script.ts';
import { maxTurnsToEnd } from '../../simulator/simulation-bound.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { loadJourney, type SoundJourney } from '../load-journey.ts';
import { readDocument } from '../read-document.ts';
import { withinBound } from '../within-bound.ts';
import { listNeeded } from './list-needed.ts';
import { isAsScripted, type RehearsalReport, toJson, toText } from './rehearsal-report.ts';

export interface RehearseFlags {
  readonly script: string;
  readonly keep?: true;
}

const weekMs = 7 * 24 * 60 * 60 * 1_000;

export async function runRehearse(
  { args: [file = ''], options }: CommandInput<RehearseFlags>,
  context: CommandContext,
): Promise<ExitCode> {
  const journey = await loadJourney(file, context);
  const script = await readScript(options.script, context);
  const { person = samplePerson } = script;
  const startAt = startAhead(startOf(script, Date.now()));
  // Before anything is started: what never ends is not rehearsed.
  const start = new Date(startAt).toISOString();
  const simulated = await withinBound(journey, context, () => simulate(journey, { ...script, start }));
  const rehearsal = await context.ports.rehearse({
    ...{ folder: '.', project: journey.project, language: context.language, keep: options.keep === true },
    journeys: [...needed(journey), { id: journey.definition.id, source: journey.source }],
    templates: journey.surroundings.templates ?? [],
    ...{ script, person, startAt },
  });
  const differences = compareSteps(simulated.steps, rehearsal.steps);
  const { leftover } = simulated;
  const { console, language } = context;
  const report = { ...rehearsal, differences, leftover };
  if (options.json) console.printJson(toJson(report));
  else console.print(toText(report, { language, timeZone: person.timeZone, paint: console.paint }));
  await rehearsal.end();
  return isAsScripted(report) ? exitCodes.ok : exitCodes.findings;
}

async function readScript(file: string, context: CommandContext): Promise<Script> {
  const script = await readDocument(file, scriptSchema, context);
  if (Array.isArray(script.world)) return script;
  throw CliError.usage({
    en: 'a rehearsal needs a list of steps: a world of chance is for `jornada simulate`.',
    ko: '리허설에는 단계 목록이 필요합니다. 무작위 세계는 `jornada simulate`에서 쓰세요.',
  });
}

/** Clocks only go forward: a start in the past is moved on by whole weeks. */
function startAhead(startAt: number): number {
  const minuteMs = 60_000;
  const lateMs = Date.now() + minuteMs - startAt;
  return lateMs <= 0 ? startAt : startAt + Math.ceil(lateMs / weekMs) * weekMs;
}

function needed({ definition, project, surroundings }: SoundJourney) {
  const found: readonly Definition[] = listNeeded(definition, {
    catalogue: project.catalogue,
    journeys: surroundings.journeys ?? new Map(),
  });
  return found.map((journey) => ({ id: journey.id, source: JSON.stringify(journey) }));
}

function simulate(
  { definition, project, surroundings }: SoundJourney,
  script: Script,
): Pick<RehearsalReport, 'steps' | 'leftover'> {
  const { nodeTypes } = project;
  const options = { maxTurns: maxTurnsToEnd };
  const simulator = createSimulator({ definition, nodeTypes, surroundings, options });
  // The engine's run is started by API too: a decision already.
  const played = playScript(simulator, script, { now: Date.now(), ignoreCondition: true });
  return played.entered
    ? { steps: played.simulation.steps, leftover: played.leftover }
    : { steps: [], leftover: [] };
}
