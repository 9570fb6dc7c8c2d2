// What may stand at a place of a journey's text: fields and values of the schema, types, outcomes and steps. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { ConfigSchema, NodeTypeAnswer } from '../../journey/describe-node-type.ts';
import type { Language } from '../../journey/issue-prose.ts';
import type { IssuePath } from '../../journey/issues.ts';
import { anyFailure } from '../../journey/outcome-match.ts';
import { kindOf, titleOf } from '../form/schema-words.ts';
import { outcomeMeaning, outcomeWords } from '../model/outcome-words.ts';
import { fieldsAt, meaningOf, type SchemaField, schemasAt, spread, valuesAt } from './schema-at.ts';

export interface Suggestion {
  /** A key without quotes, or a value as JSON. */
  readonly label: string;
  readonly kind: 'field' | 'value' | 'step' | 'outcome' | 'type';
  /** Beside the label, in few words. */
  readonly detail?: string;
  /** What it is for. */
  readonly help?: string;
  /** What a field begins with, as JSON. */
  readonly value?: string;
}

/** What is known besides the text. */
export interface Known {
  /** Of a journey's document, without what hangs on the types. */
  readonly schema: ConfigSchema;
  readonly nodeTypes: ReadonlyMap<string, NodeTypeAnswer>;
  readonly steps: readonly { readonly id: string; readonly title: string }[];
  /** Of the step as it stands in the text. */
  readonly typeOf: (id: string) => string | undefined;
  readonly outcomesOf: (id: string) => readonly string[];
  readonly language: Language;
}

export interface Wanted {
  /** Of the object whose key is wanted, or of the value. */
  readonly path: IssuePath;
  readonly isKey: boolean;
  /** Keys that are there. */
  readonly present: readonly string[];
}

export function suggest(wanted: Wanted, known: Known): readonly Suggestion[] {
  return wanted.isKey ? suggestKeys(wanted, known) : suggestValues(wanted.path, known);
}

function suggestKeys({ path, present }: Wanted, known: Known): readonly Suggestion[] {
  const [section, id, part] = path;
  const isOutcome = section === 'nodes' && part === 'next' && path.length === 3;
  const found = isOutcome ? outcomesFor(String(id), known) : fieldsFor(path, known);
  return found.filter(({ label }) => !present.includes(label));
}

function fieldsFor(path: IssuePath, known: Known): readonly Suggestion[] {
  const [schema, below] = schemaFor(path, known);
  return fieldsAt(schema, below)
    .toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired))
    .map((field) => toSuggestion(field, schema, known.language));
}

function toSuggestion(
  { name, schema, isRequired }: SchemaField,
  root: ConfigSchema,
  language: Language,
): Suggestion {
  const title = titleOf(schema)?.[language];
  const mark = isRequired ? required[language] : undefined;
  const detail = [title, mark].filter((text) => text !== undefined).join(' · ');
  return {
    label: name,
    kind: 'field',
    value: beginningOf(schema, root),
    ...optional('detail', detail === '' ? undefined : detail),
    ...optional('help', meaningOf(schema)?.[language]),
  };
}

const required: LocalizedText = { en: 'required', ko: '필수' };

function outcomesFor(id: string, { outcomesOf, language }: Known): readonly Suggestion[] {
  const words = outcomesOf(id);
  const groups = words.filter((word) => word.includes('.')).map((word) => word.slice(0, word.indexOf('.')));
  return [...new Set([...words, ...groups, ...(words.length > 1 ? [anyFailure] : [])])].map((word) => ({
    label: word,
    kind: 'outcome',
    detail: outcomeWords(word)[language],
    value: '""',
    ...optional('help', outcomeMeaning(word)?.[language]),
  }));
}

function suggestValues(path: IssuePath, known: Known): readonly Suggestion[] {
  const { nodeTypes, language } = known;
  const [section, , part] = path;
  if (section === 'nodes' && part === 'type' && path.length === 3) {
    return [...nodeTypes.values()].map(({ type, title, help }) => ({
      label: JSON.stringify(type),
      kind: 'type',
      detail: title[language],
      ...optional('help', help?.[language]),
    }));
  }
  if (leadsToStep(path, known)) {
    return known.steps.map(({ id, title }) => ({
      label: JSON.stringify(id),
      kind: 'step',
      ...optional('detail', title === id ? undefined : title),
    }));
  }
  const [schema, below] = schemaFor(path, known);
  const examples = schemasAt(schema, below).flatMap(({ examples: some }) =>
    Array.isArray(some) ? some : [],
  );
  const values = [
    ...new Set([...valuesAt(schema, below), ...examples].map((value) => JSON.stringify(value))),
  ];
  return values.map((label) => ({ label, kind: 'value' }));
}

function leadsToStep(path: IssuePath, known: Known): boolean {
  const [section, , part] = path;
  if (section === 'start') return path.length === 1;
  if (section !== 'nodes') return false;
  if (part === 'next') return path.length === 3 || path.length === 4;
  const [schema, below] = schemaFor(path, known);
  return part === 'with' && schemasAt(schema, below).some((found) => kindOf(found) === 'node');
}

/** What is in a step's `with` is said by its type. */
function schemaFor(
  path: IssuePath,
  { schema, nodeTypes, typeOf }: Known,
): readonly [ConfigSchema, IssuePath] {
  const [section, id, part, ...below] = path;
  if (section !== 'nodes' || part !== 'with') return [schema, path];
  const type = nodeTypes.get(typeOf(String(id)) ?? '');
  return type === undefined ? [{}, []] : [type.schema, below];
}

function beginningOf(schema: ConfigSchema, root: ConfigSchema): string {
  const choices = spread(schema, root);
  const fixed = choices.find((found) => found.const !== undefined);
  if (fixed !== undefined) return JSON.stringify(fixed.const);
  const type = choices.find((found) => found.type !== undefined)?.type;
  return Object.hasOwn(beginnings, String(type)) ? (beginnings[String(type)] ?? '') : '';
}

const beginnings: { readonly [type: string]: string } = {
  string: '""',
  object: '{}',
  array: '[]',
  boolean: 'true',
};

function optional<Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: string });
}
