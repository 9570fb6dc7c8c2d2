// The values that a text or a condition can name, for those who choose them from a list. Pure.

import { personFields } from '../../journey/known-data.ts';
import type { KnownName, KnownNames } from './known-names.ts';

export interface Variable {
  /** As an expression names it: `person.firstName`. */
  readonly name: string;
  readonly kind?: string;
}

/** What the author has named himself comes before what every person has. */
export function variablesOf({ person, event, vars, nodes }: KnownNames): readonly Variable[] {
  const isBuiltIn = ({ name }: KnownName) => personFields.has(name);
  const under = (variable: string, names: readonly KnownName[]) =>
    names.map(({ name, ...kind }) => ({ ...kind, name: `${variable}.${name}` }));
  return [
    ...under(
      'person',
      person.filter((one) => !isBuiltIn(one)),
    ),
    ...under('event', event),
    ...under('run.vars', vars),
    ...under('person', person.filter(isBuiltIn)),
    { name: 'run.key', kind: 'string' },
    ...nodes
      .filter(({ outcomes }) => outcomes.length > 1)
      .map(({ id }) => ({ name: /^\w+$/.test(id) ? `nodes.${id}.outcome` : `nodes["${id}"].outcome` })),
  ];
}

/** As it is written into a source. What may be missing is asked to be given a word for that. */
export function toSource({ name, kind = '' }: Variable, language: 'cel' | 'liquid'): string {
  if (language === 'cel') return name;
  return kind.endsWith('?') ? `{{ ${name} | default: '' }}` : `{{ ${name} }}`;
}
