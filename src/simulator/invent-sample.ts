// Invents a person and the data of an event that a journey lets in, so that it can be tried before anybody has given it
// data: from what it declares, what it reads, and the words and numbers of its entry's condition. Pure.

import { decideEntry } from '../journey/decide-entry.ts';
import type { Definition } from '../journey/definition.ts';
import { parseExpression } from '../journey/expression.ts';
import { createDataTypes, type KnownFields, personFields } from '../journey/known-data.ts';
import { parseText } from '../journey/liquid.ts';
import { resolveConfig } from '../journey/resolved-node.ts';
import type { Json } from '../machine/chart.ts';
import { journeyTestNow } from './journey-test.ts';
import { samplePerson, startOf } from './play-script.ts';
import type { SimulatedPerson } from './script.ts';
import type { SimulatorInput } from './workings.ts';

export interface Sample {
  readonly person: SimulatedPerson;
  readonly event: { readonly [name: string]: Json };
}

/** What may be tried until the entry lets somebody in. */
const triesLimit = 5_000;

/** The first that enters; where none does, a start for the author to change. */
export function inventSample({
  definition,
  nodeTypes,
}: Pick<SimulatorInput, 'definition' | 'nodeTypes'>): Sample {
  const { entry, data } = definition;
  const now = startOf({ world: [] }, journeyTestNow);
  const asked = [entry.if, entry.key].flatMap((source) => (source === undefined ? [] : readsOf(source)));
  const reads = [...asked, ...readsOfNodes(definition, nodeTypes)];
  const types = createDataTypes(data, entry);
  const first: Sample = {
    person: { ...samplePerson, attributes: invent('person', { reads, known: types.person, now }) },
    event: { ...invent('event', { reads, known: types.event(), now }), ...saidAtEntry(entry, now) },
  };
  for (const sample of vary(first, asked, literalsOf(entry.if ?? ''))) {
    const { id, phone, email, locale, timeZone, attributes } = sample.person;
    const person = { ...attributes, id, phone, email, locale, timeZone };
    if (decideEntry(entry, { person, event: sample.event, now }).enters) return sample;
  }
  return first;
}

/**
 * The data of an event that comes while the run is under way: what the journey declares and asks of it. What the run was
 * entered by says the same in both.
 */
export function inventEvent(
  { definition, nodeTypes }: Pick<SimulatorInput, 'definition' | 'nodeTypes'>,
  { name, entered }: { readonly name: string; readonly entered: { readonly [field: string]: unknown } },
): { readonly [field: string]: unknown } {
  const { entry, exit = [], data } = definition;
  const asked = exit.filter(({ on }) => on.event === name).flatMap((rule) => readsOf(rule.if ?? ''));
  const reads = [...asked, ...expressionsOf(definition, nodeTypes, name)];
  const known = createDataTypes(data, entry).event(name);
  const fields = invent('event', { reads, known, now: startOf({ world: [] }, journeyTestNow) });
  const same = Object.keys(fields).filter((field) => Object.hasOwn(entered, field));
  return { ...fields, ...Object.fromEntries(same.map((field) => [field, entered[field]])) };
}

/** A field that is read: `person.firstName`. */
interface Read {
  readonly of: 'person' | 'event';
  readonly name: string;
}

function toRead([of, name]: readonly (string | number)[]): readonly Read[] {
  return (of === 'person' || of === 'event') && typeof name === 'string' ? [{ of, name }] : [];
}

function readsOf(source: string): readonly Read[] {
  const parsed = parseExpression(source);
  return parsed.ok ? parsed.reads.flatMap(({ path }) => toRead(path)) : [];
}

/** What nodes read of the person, and of the event that the run was entered by. */
function readsOfNodes(definition: Definition, nodeTypes: SimulatorInput['nodeTypes']): readonly Read[] {
  const texts = resolvedNodes(definition, nodeTypes).flatMap(
    ({ type, config }) => type.texts?.(config) ?? [],
  );
  return [
    ...expressionsOf(definition, nodeTypes, undefined),
    ...texts.flatMap((site) => {
      const parsed = parseText(site.source);
      return parsed.ok ? parsed.variables.flatMap(({ segments }) => toRead(segments)) : [];
    }),
  ];
}

/** What nodes read in expressions in which `event` is this one; the one the run was entered by where undefined. */
function expressionsOf(
  definition: Definition,
  nodeTypes: SimulatorInput['nodeTypes'],
  event: string | undefined,
): readonly Read[] {
  return resolvedNodes(definition, nodeTypes)
    .flatMap(({ type, config }) => type.expressions?.(config) ?? [])
    .flatMap((site) => (site.event === event ? readsOf(site.source) : []));
}

function resolvedNodes({ nodes }: Definition, nodeTypes: SimulatorInput['nodeTypes']) {
  const types = new Map(nodeTypes.map((type) => [type.type, type]));
  return Object.values(nodes).flatMap((source) => resolveConfig(source, types.get(source.type)) ?? []);
}

const builtIn: ReadonlySet<string> = new Set([...personFields.keys()]);

function invent(
  of: Read['of'],
  {
    reads,
    known,
    now,
  }: { readonly reads: readonly Read[]; readonly known: KnownFields; readonly now: number },
): { [name: string]: Json } {
  const names = new Set([
    ...(known?.keys() ?? []),
    ...reads.flatMap((one) => (one.of === of ? one.name : [])),
  ]);
  const own = [...names].filter((name) => of === 'event' || !builtIn.has(name));
  return Object.fromEntries(own.map((name) => [name, toValue(name, known?.get(name)?.kind, now)]));
}

/** What a person writes who comes in by writing: a keyword, where the entry has some. */
function saidAtEntry({ on }: Definition['entry'], now: number): Sample['event'] {
  if (!('inbound' in on)) return {};
  const text = on.inbound === 'any' ? '안녕하세요' : (on.inbound.keywords[0] ?? '');
  return { type: 'text', text, at: new Date(now).toISOString() };
}

const dayMs = 86_400_000;

function toValue(name: string, kind: string | undefined, now: number): Json {
  switch (kind) {
    case 'number':
      return 100;
    case 'boolean':
      return true;
    case 'timestamp':
      return new Date(now + 3 * dayMs).toISOString();
    case 'list':
      return [];
    case 'map':
      return {};
    default:
      return toText(name, now);
  }
}

/** A text that reads like one of this name. */
function toText(name: string, now: number): string {
  if (/name$/i.test(name)) return '하늘';
  if (/url|link/i.test(name)) return 'https://example.org/';
  if (/(At|On|Date)$|^date/.test(name)) return new Date(now + 3 * dayMs).toISOString();
  return `${name.replace(/Id$/, '')}-1`;
}

/** Numbers and texts that stand in a condition, and numbers beside them; then yes and no. */
function literalsOf(condition: string): readonly Json[] {
  const texts = [...condition.matchAll(/'([^'\\]*)'|"([^"\\]*)"/g)].map(
    ([, one, other]) => one ?? other ?? '',
  );
  const bare = condition.replace(/'[^']*'|"[^"]*"/g, '');
  const numbers = [...bare.matchAll(/(?<![\w.])\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits));
  return [...numbers.flatMap((number) => [number, number + 1, number - 1]), ...texts, true, false];
}

/** Samples that differ in what the entry reads, the first one first. */
function* vary(first: Sample, asked: readonly Read[], literals: readonly Json[]): Generator<Sample> {
  yield first;
  const slots = asked.filter(
    ({ of, name }, index) =>
      (of === 'event' || name === 'locale' || !builtIn.has(name)) &&
      asked.findIndex((other) => other.of === of && other.name === name) === index,
  );
  const choices = slots.map(({ name }) => (name === 'locale' ? ['ko', 'en'] : [undefined, ...literals]));
  const count = choices.reduce((product, { length }) => product * length, 1);
  for (let number = 1; number < Math.min(count, triesLimit); number += 1) {
    let rest = number;
    let sample = first;
    for (const [index, options] of choices.entries()) {
      const value = options[rest % options.length];
      rest = Math.floor(rest / options.length);
      const slot = slots[index];
      if (slot !== undefined && value !== undefined) sample = withValue(sample, slot, value);
    }
    yield sample;
  }
}

function withValue(sample: Sample, { of, name }: Read, value: Json): Sample {
  if (of === 'event') return { ...sample, event: { ...sample.event, [name]: value } };
  const { person } = sample;
  if (name === 'locale') return { ...sample, person: { ...person, locale: String(value) } };
  return { ...sample, person: { ...person, attributes: { ...person.attributes, [name]: value } } };
}
