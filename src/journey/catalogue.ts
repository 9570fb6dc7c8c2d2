// What the language needs to know of a node type. The node kit makes these objects; checker, compiler, schema
// generation and canvas read them. Pure: a catalogue is passed in, never imported.

import type { z } from 'zod';
import type { NodeChart } from '../machine/chart.ts';

export interface LocalizedText {
  readonly en: string;
  readonly ko: string;
}

/** A CEL source inside a node's config, and where it stands (path below `with`). */
export interface ExpressionSite {
  readonly path: readonly (string | number)[];
  readonly source: string;
  readonly kind: 'condition' | 'value';
}

/** A Liquid source inside a node's config. */
export interface TextSite {
  readonly path: readonly (string | number)[];
  readonly source: string;
}

export interface NodeTypeInfo<Config = unknown> {
  readonly type: string;
  readonly version: number;
  readonly title: LocalizedText;
  /** Strict zod schema of `with`. */
  readonly config: z.ZodType;
  /** Every outcome this node can end with. */
  readonly outcomes: (config: Config) => readonly string[];
  /** Those of `outcomes` that `*` must not match: what the author hopes for. */
  readonly successes: (config: Config) => readonly string[];
  /** A node after which nothing follows (`exit`): edges are not expected. */
  readonly terminal?: true;
  /** True where a run rests here or an effect happens, so that a cycle through it is no busy loop. */
  readonly waits: boolean;
  readonly chart: (context: { readonly config: Config; readonly node: string }) => NodeChart;
  readonly expressions?: (config: Config) => readonly ExpressionSite[];
  readonly texts?: (config: Config) => readonly TextSite[];
  /** Names of events that this node waits for. */
  readonly events?: (config: Config) => readonly string[];
  /** Config of version n (key) to n+1. */
  readonly upgrade?: { readonly [version: number]: (config: unknown) => unknown };
}

/** `NodeTypeInfo` with its config type forgotten: a registry holds many of them. */
export interface AnyNodeType extends Omit<NodeTypeInfo<never>, 'config'> {
  readonly config: z.ZodType;
}

export type Catalogue = ReadonlyMap<string, AnyNodeType>;
