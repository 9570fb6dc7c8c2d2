// Where the config of a step names other steps: in fields that its type's schema says hold one, and as `nodes.<id>` in
// conditions and texts. Read off the schema, so that a config that does not fit yet is followed as well. Pure.

import type { NodeSite } from '../../journey/catalogue.ts';
import type { NodeTypeAnswer } from '../../journey/describe-node-type.ts';
import type { Step } from './journey.ts';
import { setIn, valueAt } from './set-in.ts';

/** The places of a step's config that name other steps. */
export type ReferencesOf = (step: Step) => readonly NodeSite[];

/** Old ids and their new ones. */
export type NewIds = ReadonlyMap<string, string>;

/** By the node types that are known. */
export function referencesBy(nodeTypes: ReadonlyMap<string, NodeTypeAnswer>): ReferencesOf {
  return (step) => findSites(step.with, nodeTypes.get(step.type)?.schema, []);
}

type Schema = NodeTypeAnswer['schema'];
type Path = NodeSite['path'];

function findSites(value: unknown, schema: Schema | boolean | undefined, path: Path): readonly NodeSite[] {
  if (typeof schema !== 'object') return [];
  const here = schema['x-kind'] === 'node' && typeof value === 'string' ? [{ path, node: value }] : [];
  const forms = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const sites = [
    ...here,
    ...forms.flatMap((form) => findSites(value, form, path)),
    ...findInside(value, schema, path),
  ];
  return sites.filter(
    (site, index) => sites.findIndex(({ path: other }) => isSame(site.path, other)) === index,
  );
}

function findInside(value: unknown, schema: Schema, path: Path): readonly NodeSite[] {
  if (Array.isArray(value)) {
    const { items } = schema;
    return Array.isArray(items)
      ? []
      : value.flatMap((item, index) => findSites(item, items, [...path, index]));
  }
  if (typeof value !== 'object' || value === null) return [];
  const { properties = {}, additionalProperties } = schema;
  return Object.entries(value).flatMap(([key, member]) =>
    findSites(member, Object.hasOwn(properties, key) ? properties[key] : additionalProperties, [
      ...path,
      key,
    ]),
  );
}

function isSame(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

/** The step with new ids in its config; edges are not looked at. The same step comes back where it names none. */
export function renameReferences(step: Step, ids: NewIds, references: readonly NodeSite[]): Step {
  if (step.with === undefined) return step;
  const quoted = references.reduce<unknown>((config, { path, node }) => {
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
