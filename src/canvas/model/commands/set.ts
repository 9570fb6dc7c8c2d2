// Settings of steps and of the journey. What would break the journey's shape changes nothing: a form keeps such text to
// itself until it fits. Pure.

import { definitionSchema, nodeSchema } from '../../../journey/definition.ts';
import type { IssuePath } from '../../../journey/issues.ts';
import { safeParse } from '../../../journey/safe-parse.ts';
import { type Command, type Step, stepOf } from '../journey.ts';
import { setIn } from '../set-in.ts';
import { changeStep } from './change-step.ts';

/** What a step says of itself, apart from its config and edges; undefined takes it away. */
export type StepFields = {
  readonly [Field in 'type' | 'version' | 'name' | 'note' | 'maxVisits']?: Step[Field] | undefined;
};

/**
 * Sets a place of a step's config; undefined takes it away, and `with` where nothing is left in it.
 *
 * @param path below `with`; [] for all of it
 */
export function setConfig(id: string, path: IssuePath, value: unknown): Command {
  return changeStep(id, (step) => {
    const config = setIn(step.with ?? {}, path, value);
    if (config === step.with) return step;
    const { with: _with, ...rest } = step;
    const isEmpty = typeof config === 'object' && config !== null && Object.keys(config).length === 0;
    if (config === undefined || isEmpty) return step.with === undefined ? step : rest;
    return keepShape(step, { ...rest, with: config as Step['with'] });
  });
}

export function setStep(id: string, fields: StepFields): Command {
  return changeStep(id, (step) => {
    const entries = Object.entries(fields).filter(([field, value]) => step[field as keyof Step] !== value);
    if (entries.length === 0) return step;
    const merged = Object.entries({ ...step, ...Object.fromEntries(entries) });
    return keepShape(step, Object.fromEntries(merged.filter(([, value]) => value !== undefined)));
  });
}

/** @param path in the document, `['policy', 'expires']`; undefined takes the place away */
export function setJourney(path: IssuePath, value: unknown): Command {
  return (journey) => {
    const changed = setIn(journey, path, value);
    if (changed === journey) return journey;
    return safeParse(definitionSchema, changed).success ? (changed as typeof journey) : journey;
  };
}

/** The step that a run begins with. */
export function setStart(id: string): Command {
  return (journey) =>
    journey.start === id || stepOf(journey, id) === undefined ? journey : { ...journey, start: id };
}

function keepShape(step: Step, changed: unknown): Step {
  return nodeSchema.safeParse(changed).success ? (changed as Step) : step;
}
