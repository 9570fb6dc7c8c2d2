// What is known of the data that expressions and texts read: built-in fields, and what the definition declares. Where
// nothing is declared, anything may be there. Pure.

import type { DataFields, DataSchema } from './data-schema.ts';
import { engineEvents, inboundEvent } from './engine-events.ts';
import type { Entry } from './entry.ts';
import type { CelFields } from './expression.ts';

/** A field by name: its kind, and whether it may be missing. */
export interface FieldFact {
  readonly kind: string;
  readonly isOptional: boolean;
}

/** Fields of one variable; undefined where they are not known. */
export type KnownFields = ReadonlyMap<string, FieldFact> | undefined;

export interface DataTypes {
  readonly person: KnownFields;
  readonly run: NonNullable<KnownFields>;
  /** @param event the event in question; the one the run was entered by where absent */
  readonly event: (event?: string) => KnownFields;
  /** Names of the events whose fields are declared. */
  readonly events: readonly string[];
}

/** Name of the data of runs that no event started, in `data.events`. */
export const entryData = 'entry';

/** What the engine itself says of every person. */
const builtIn: DataFields = {
  id: 'string',
  phone: 'string?',
  email: 'string?',
  locale: 'string?',
  timeZone: 'string',
};

/** Facts for a definition's `data`. */
export function createDataTypes(data: DataSchema = {}, entry: Entry | undefined): DataTypes {
  const declared = Object.entries(data.events ?? {});
  const events = new Map(declared.map(([name, fields]) => [name, toFacts(fields)]));
  const entered = enteredBy(entry, events);
  const run: DataFields = { id: 'string', key: entry?.key === undefined ? 'string?' : 'string', vars: 'map' };
  return {
    person: data.person === undefined ? undefined : toFacts({ ...builtIn, ...data.person }),
    run: toFacts(run),
    event: (event = entered) => events.get(event) ?? told.get(event),
    events: [...events.keys()],
  };
}

/** What the engine says in the events that it tells itself. */
const told: ReadonlyMap<string, NonNullable<KnownFields>> = new Map(
  Object.entries(engineEvents).map(([name, fields]) => [name, toFacts(fields)]),
);

/** The event whose data the run begins with. */
function enteredBy(entry: Entry | undefined, declared: ReadonlyMap<string, KnownFields>): string {
  const on = entry?.on;
  if (on === undefined) return entryData;
  if ('event' in on) return on.event;
  return 'inbound' in on && !declared.has(entryData) ? inboundEvent : entryData;
}

/** Built-in fields of a person, which exist whatever is declared. */
export const personFields = toFacts(builtIn);

/** Kinds of data as CEL has them. Data is JSON: its numbers are doubles, its times are texts. */
const celTypes: { readonly [kind: string]: string } = {
  string: 'string',
  number: 'double',
  boolean: 'bool',
  timestamp: 'string',
  list: 'list',
  map: 'map',
};

/** The fields as the expression language takes them. */
export function toCelFields(fields: NonNullable<KnownFields>): CelFields {
  return Object.fromEntries([...fields].map(([name, { kind }]) => [name, celTypes[kind] ?? 'dyn']));
}

function toFacts(fields: DataFields): NonNullable<KnownFields> {
  return new Map(
    Object.entries(fields).map(([name, declared]) => {
      const isOptional = declared.endsWith('?');
      return [name, { kind: isOptional ? declared.slice(0, -1) : declared, isOptional }];
    }),
  );
}
