// A simulation at a terminal: shows what happened, asks what happens next.

import { isCancel, log, select } from '@clack/prompts';
import { toDurationWords } from '../../journey/duration-words.ts';
import { toAnswer } from '../../simulator/act.ts';
import { describeTooLong } from '../../simulator/describe-too-long.ts';
import { createLocalTime } from '../../simulator/local-time.ts';
import { samplePerson, startOf } from '../../simulator/play-script.ts';
import { playWorld } from '../../simulator/play-world.ts';
import type { Script, ScriptStep } from '../../simulator/script.ts';
import type { Simulation } from '../../simulator/simulation.ts';
import { maxTurnsToEnd, SimulationTooLongError } from '../../simulator/simulation-bound.ts';
import { createSimulator, type Simulator } from '../../simulator/simulator.ts';
import type { CommandContext } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { hasKeyHelp } from '../key-help.ts';
import type { SoundJourney } from '../load-journey.ts';
import { toTraceLines } from '../trace/trace-lines.ts';
import { askForFile, askForFirstAnswer, askForStep } from './ask-for-step.ts';
import { toTestFile } from './find-sample.ts';
import { saveTest } from './save-test.ts';
import { type Choice, choicesOf, type Session, take, toNextStep, toScript } from './session.ts';
import { sessionWords } from './session-words.ts';
import { toRefusal } from './simulation-report.ts';

export interface SessionInput {
  readonly context: CommandContext;
  /** Person and event; its world is what is chosen here. */
  readonly script: Script;
  /** Where tests are saved, where that is known. */
  readonly save: string | undefined;
}

/** Goes on until the person leaves. */
export async function playSession(journey: SoundJourney, input: SessionInput): Promise<ExitCode> {
  const { definition, project, surroundings } = journey;
  const { nodeTypes } = project;
  const options = { maxTurns: maxTurnsToEnd };
  const simulator = createSimulator({ definition, nodeTypes, surroundings, options });
  const { language, console } = input.context;
  const person = input.script.person ?? samplePerson;
  const begun = await begin(simulator, input);
  if (begun === undefined) return exitCodes.ok;
  let session = begun;
  let shown = 0;
  const branches: Session[] = [];
  for (;;) {
    const { trace } = session.simulation;
    const format = { language, timeZone: person.timeZone, paint: console.paint };
    for (const line of toTraceLines(trace.slice(shown), format)) console.print(line);
    shown = trace.length;
    const choice = await choose(session, branches, { ...format, language });
    if (choice.kind === 'quit') return exitCodes.ok;
    if (choice.kind === 'save') {
      await orWarn(() => save(session, journey, { ...input, simulator }), language);
    } else if (choice.kind === 'fork') {
      branches.push(session);
      log.info(sessionWords[language].forked(branches.length));
    } else {
      const next = await orWarn(() => follow(session, choice, { simulator, branches, language }), language);
      if (next === undefined) continue;
      if (next === session) log.warn(sessionWords[language].nothing);
      else if (choice.kind === 'back' || choice.kind === 'branch') log.step(placeOf(next.simulation, format));
      session = next;
      shown = Math.min(shown, commonLength(trace, session.simulation.trace));
    }
  }
}

/** Undefined where the person may not enter, or nobody wants to go on. */
async function begin(simulator: Simulator, { context, script }: SessionInput): Promise<Session | undefined> {
  const { language } = context;
  const person = script.person ?? samplePerson;
  const steps = await askForFirstAnswer(language);
  if (steps === undefined) return undefined;
  const begun = simulator.begin({
    person,
    at: startOf(script, Date.now()),
    answers: steps.flatMap((step) => toAnswer(step) ?? []),
    ...(script.event && { event: script.event }),
    ...(script.key !== undefined && { key: script.key }),
  });
  if (begun.entered) return { simulation: begun.simulation, steps };
  log.warn(toRefusal(begun, language));
  return undefined;
}

/** What goes too far is told, and leaves the session where it is. */
async function orWarn<Result>(
  play: () => Promise<Result>,
  language: CommandContext['language'],
): Promise<Result | undefined> {
  try {
    return await play();
  } catch (error) {
    if (!(error instanceof SimulationTooLongError)) throw error;
    log.warn(describeTooLong(error.stop)[language]);
    return undefined;
  }
}

interface Manner {
  readonly language: CommandContext['language'];
  readonly timeZone: string;
}

async function choose(
  session: Session,
  branches: readonly Session[],
  { language, timeZone }: Manner,
): Promise<Choice> {
  const choices = choicesOf(session, branches);
  const toLabel = createLabels(session.simulation, branches, { language, timeZone });
  const chosen = await select({
    message: sessionWords[language].next,
    showInstructions: hasKeyHelp(language),
    maxItems: 14,
    options: choices.map((choice, index) => ({ value: index, label: toLabel(choice) })),
  });
  return (isCancel(chosen) ? undefined : choices[chosen]) ?? { kind: 'quit' };
}

function createLabels(
  { now }: Simulation,
  branches: readonly Session[],
  { language, timeZone }: Manner,
): (choice: Choice) => string {
  const words = sessionWords[language];
  const toTime = createLocalTime(timeZone, language);
  return (choice) => {
    switch (choice.kind) {
      case 'do':
        return words.steps(choice.step);
      case 'next':
        return words.timePasses(toTime(choice.due), toDurationWords(choice.due - now, language));
      case 'branch': {
        const { rest, ended } = branches[choice.index]?.simulation ?? {};
        return words.branch(choice.index + 1, rest?.node ?? ended ?? '');
      }
      default:
        return words[choice.kind];
    }
  };
}

interface Following {
  readonly simulator: Simulator;
  readonly branches: readonly Session[];
  readonly language: CommandContext['language'];
}

async function follow(
  session: Session,
  choice: Choice,
  { simulator, branches, language }: Following,
): Promise<Session> {
  if (choice.kind === 'back') return session.before ?? session;
  if (choice.kind === 'branch') return branches[choice.index] ?? session;
  const step = await toStep(choice, session.simulation, language);
  return step === undefined ? session : take(session, step, simulator);
}

async function toStep(
  choice: Choice,
  simulation: Simulation,
  language: CommandContext['language'],
): Promise<ScriptStep | undefined> {
  if (choice.kind === 'do') return choice.step;
  if (choice.kind === 'next') return toNextStep(simulation, choice.due);
  return askForStep(choice.kind, language);
}

async function save(
  session: Session,
  journey: SoundJourney,
  { context: { language }, script, save: given, simulator }: SessionInput & { readonly simulator: Simulator },
): Promise<void> {
  const asked = await askForFile(given ?? toTestFile(journey.file), language);
  if (asked === undefined) return;
  const played = toScript(session, script);
  // A test runs to its end: what it expects is what comes then.
  const result = playWorld(simulator, played, { now: Date.now() });
  if (!result.entered) return;
  saveTest(asked.file, {
    journey: journey.file,
    script: played,
    simulation: result.simulation,
    name: asked.name,
  });
  log.success(sessionWords[language].saved(asked.file));
}

/** Where one is after going back. */
function placeOf({ now, rest, ended }: Simulation, { timeZone, language }: Manner): string {
  return `${createLocalTime(timeZone, language)(now)}  ${rest?.node ?? ended ?? ''}`;
}

function commonLength(a: readonly unknown[], b: readonly unknown[]): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
