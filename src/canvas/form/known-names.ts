// What a condition or a text may read at a place of a journey, for completion: with the kinds that the journey declares,
// and the names that it reads elsewhere. Pure.

import type { CheckAnswer } from '../../journey/check-answer.ts';
import { createDataTypes, type FieldFact, personFields } from '../../journey/known-data.ts';
import type { Journey } from '../model/journey.ts';

export interface KnownName {
  readonly name: string;
  /** `string`, `number?` …; undefined where nobody has said. */
  readonly kind?: string;
}

export interface KnownNames {
  readonly person: readonly KnownName[];
  readonly event: readonly KnownName[];
  readonly run: readonly KnownName[];
  /** What `set` steps set. */
  readonly vars: readonly KnownName[];
  /** Steps with the words that they can end with; none where none of them can have been there. */
  readonly nodes: readonly { readonly id: string; readonly outcomes: readonly string[] }[];
}

export interface ReadingPlace {
  /** The event that `event` is here; the one that the run was entered by where absent. */
  readonly event?: string | undefined;
  /** False before the first step. */
  readonly seesNodes: boolean;
}

export function knownNamesAt(
  journey: Journey,
  check: CheckAnswer | undefined,
  { event, seesNodes }: ReadingPlace,
): KnownNames {
  const types = createDataTypes(journey.data, journey.entry);
  const text = JSON.stringify([journey.entry, journey.exit, journey.nodes]);
  const nodes = seesNodes ? Object.keys(journey.nodes) : [];
  return {
    person: merge(types.person ?? personFields, readIn(text, 'person')),
    event: merge(types.event(event) ?? new Map(), event === undefined ? readIn(text, 'event') : []),
    run: merge(types.run, []),
    vars: varsOf(journey).map((name) => ({ name })),
    nodes: nodes.map((id) => ({ id, outcomes: check?.nodes[id]?.outcomes ?? [] })),
  };
}

/** Names of the events that the journey mentions or declares. */
export function eventsOf(journey: Journey, check: CheckAnswer | undefined): readonly string[] {
  const { on } = journey.entry;
  return [
    ...new Set([
      ...('event' in on ? [on.event] : []),
      ...(journey.exit ?? []).map((rule) => rule.on.event),
      ...Object.values(check?.nodes ?? {}).flatMap(({ events }) => events),
      ...Object.keys(journey.data?.events ?? {}).filter((name) => name !== 'entry'),
    ]),
  ].filter((name) => !name.startsWith('jornada.'));
}

function merge(known: ReadonlyMap<string, FieldFact>, read: readonly string[]): readonly KnownName[] {
  const told = [...known].map(([name, { kind, isOptional }]) => ({
    name,
    kind: isOptional ? `${kind}?` : kind,
  }));
  return [...told, ...read.filter((name) => !known.has(name)).map((name) => ({ name }))];
}

function readIn(text: string, variable: string): readonly string[] {
  const reading = new RegExp(`(?<![\\w.])${variable}\\.([a-zA-Z_]\\w*)`, 'g');
  return [...new Set([...text.matchAll(reading)].map(([, name = '']) => name))];
}

function varsOf({ nodes }: Journey): readonly string[] {
  const names = Object.values(nodes).flatMap((step) => {
    const vars = step.type === 'set' ? step.with?.['vars'] : undefined;
    return typeof vars === 'object' && vars !== null ? Object.keys(vars) : [];
  });
  return [...new Set(names)];
}
