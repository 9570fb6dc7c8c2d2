// Where the config of a step names other steps: the places that its type tells (`quotes`), and `nodes.<id>` in conditions
// and texts. Pure.

import type { NodeSite } from '../../journey/catalogue.ts';
import type { Step } from './journey.ts';
import { setIn, valueAt } from './set-in.ts';

/** What a step's type says of the steps that its config names: `quotesIn(check)`. */
export type QuotesOf = (id: string) => readonly NodeSite[];

/** Old ids and their new ones. */
export type NewIds = ReadonlyMap<string, string>;

/** The step with new ids in its config; edges are not looked at. The same step comes back where it names none. */
export function renameReferences(step: Step, ids: NewIds, quotes: readonly NodeSite[]): Step {
  if (step.with === undefined) return step;
  const quoted = quotes.reduce<unknown>((config, { path, node }) => {
    const id = ids.get(node);
    return id !== undefined && valueAt(step.with, path) === node ? setIn(config, path, id) : config;
  }, step.with);
  const config = renameInSources(quoted, ids);
  return config === step.with ? step : { ...step, with: config as Step['with'] };
}

/** The steps that conditions and texts read, `nodes.offer.outcome` or `nodes["offer"].outcome`. */
const reading = /\bnodes(?:\.([a-z][a-zA-Z0-9_]*)|\[\s*(["'])([a-z][a-zA-Z0-9_-]*)\2\s*\])/g;
const plainName = /^[a-z][a-zA-Z0-9_]*$/;

function renameInSources(value: unknown, ids: NewIds): unknown {
  if (typeof value === 'string') return renameInSource(value, ids);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, renameInSources(item, ids)] as const);
  if (entries.every(([key, item]) => item === Reflect.get(value, key))) return value;
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

function renameInSource(source: string, ids: NewIds): string {
  return source.replace(reading, (whole, dotted?: string, quote?: string, bracketed?: string) => {
    const id = ids.get(dotted ?? bracketed ?? '');
    if (id === undefined) return whole;
    if (dotted !== undefined && plainName.test(id)) return `nodes.${id}`;
    return `nodes[${quote ?? '"'}${id}${quote ?? '"'}]`;
  });
}
