// How WhatsApp nodes read the texts of their config: one function builds the content, `say` gives each text. Built with
// a renderer it is the message; built with a collector it is the list of texts that the checker reads. So no text is
// sent that was not checked.

import { ofKind, z } from '../../../src/node-kit/index.ts';

type Path = readonly (string | number)[];

/** The text that a Liquid source becomes; `path` is where the source stands. */
export type Say = (source: string, path: Path) => string;

export interface TextSite {
  readonly path: Path;
  readonly source: string;
}

/** `say` for a part of the config: paths are below it. */
export function under(say: Say, ...prefix: Path): Say {
  return (source, path) => say(source, [...prefix, ...path]);
}

/** The texts that a builder asks for. */
export function listTexts(build: (say: Say) => unknown): readonly TextSite[] {
  const sites: TextSite[] = [];
  build((source, path) => {
    sites.push({ path, source });
    return source;
  });
  return sites;
}

/**
 * The text as a field of Meta's, where it is there: absent fields stay absent. `at` is the author's name of the field,
 * where it is another than Meta's (`as`).
 */
export function sayOptional<const Name extends string>(
  say: Say,
  name: Name | { readonly as: Name; readonly at: string },
  source: string | undefined,
): { readonly [name in Name]?: string } {
  if (source === undefined) return {};
  const { as, at } = typeof name === 'string' ? { as: name, at: name } : name;
  return { [as]: say(source, [at]) } as { readonly [name in Name]: string };
}

/** Whether a text has variables, so that its length is known only when it is sent. */
export function hasLiquid(source: string): boolean {
  return source.includes('{{') || source.includes('{%');
}

/** Liquid whose result may have so many characters; a text without variables is measured at once. */
export function shortText(limit: number) {
  return z
    .string()
    .min(1)
    .max(4_096)
    .check(({ value, issues }) => {
      if (hasLiquid(value) || [...value].length <= limit) return;
      issues.push({
        code: 'too_big',
        origin: 'string',
        maximum: limit,
        inclusive: true,
        continue: true,
        input: value,
      });
    })
    .meta({ ...ofKind('text'), format: 'liquid' });
}

/** A number, or Liquid that gives one. */
export const numberField = z.union([z.number(), shortText(100)]);

export function sayNumber(say: Say, source: number | string, path: Path): number {
  return typeof source === 'number' ? source : Number(say(source, path));
}

/** Texts by name. */
export function sayAll(texts: { readonly [name: string]: string }, say: Say): { [name: string]: string } {
  return Object.fromEntries(Object.entries(texts).map(([name, source]) => [name, say(source, [name])]));
}
