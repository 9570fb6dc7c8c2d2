// Message texts: the port on Liquid, locked down. No file system, no tags that load others, own properties of the
// scope only, limits on size, time and memory. Runs in activities, the simulator and browsers.

import { type Liquid, LiquidError } from 'liquidjs';
import { createLockedLiquid, outputLimit, renderLimits, sourceLimit } from './liquid-engine.ts';
import { findGaps } from './liquid-gaps.ts';

/** Why a source is no text: for the author, with the place. */
export interface TextProblem {
  readonly kind: 'syntax' | 'unknown-tag' | 'unknown-filter' | 'too-long';
  /** UTF-16 offset and length inside the source. */
  readonly offset: number;
  readonly length: number;
  /** The name that is unknown, or the library's summary; empty where it has none. */
  readonly detail: string;
}

/** A variable that a text reads: `['person', 'firstName']`. */
export interface TextVariable {
  readonly segments: readonly (string | number)[];
  /** The text has a `default`, or asks, for when it is missing. */
  readonly isSafe: boolean;
}

export type TextCheck =
  | { readonly ok: true; readonly variables: readonly TextVariable[] }
  | { readonly ok: false; readonly problem: TextProblem };

/** A text is broken or failed on this data. `message` holds no values of the scope. */
export class TextError extends Error {
  override readonly name = 'TextError';
  readonly code: 'TEXT_SYNTAX' | 'TEXT_FAILED' | 'TEXT_TOO_LONG';

  constructor(code: TextError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** What a text may read. */
export type TextScope = { readonly [name: string]: unknown };

type Templates = ReturnType<Liquid['parse']>;
type Entry = { readonly check: TextCheck; readonly templates: Templates };

/** More sources than a large journey has: one that is checked again and again is read once. */
const cacheSize = 5_000;
const plain = { engine: createLockedLiquid(), cache: new Map<string, Entry>() };
const html = { engine: createLockedLiquid({ html: true }), cache: new Map<string, Entry>() };

/** Checks syntax, tags and filters, and lists the variables from outside. Never throws. */
export function parseText(source: string): TextCheck {
  return lookUp(plain, source).check;
}

/**
 * The text for this scope. A missing variable is empty: `default` gives it a value. `now` is in epoch
 * milliseconds. Nothing is escaped: for HTML there is `renderHtml`.
 *
 * @throws TextError where the source is broken, a filter fails, a limit is reached or the output is too long
 */
export function renderText(source: string, scope: TextScope): string {
  return render(plain, source, scope);
}

/** The same for HTML: values are escaped, unless the author writes `| raw`. @throws TextError */
export function renderHtml(source: string, scope: TextScope): string {
  return render(html, source, scope);
}

function render(kind: typeof plain, source: string, scope: TextScope): string {
  const { check, templates } = lookUp(kind, source);
  if (!check.ok) {
    throw new TextError('TEXT_SYNTAX', `The text is broken (${check.problem.kind}): ${check.problem.detail}`);
  }
  let output: unknown;
  try {
    output = kind.engine.renderSync(templates, { ...scope, ...nowOf(scope) }, renderLimits);
  } catch (error) {
    if (!LiquidError.is(error)) throw error;
    throw new TextError(
      'TEXT_FAILED',
      'The text could not be rendered: a filter failed or a limit was reached.',
    );
  }
  const text = String(output);
  if (text.length > outputLimit) {
    throw new TextError('TEXT_TOO_LONG', `The text has more than ${outputLimit} characters.`);
  }
  return text;
}

/** Liquid takes numbers for seconds: as in expressions, `now` is a time, written as ISO 8601. */
function nowOf({ now }: { readonly [name: string]: unknown }): { readonly now?: string } {
  return typeof now === 'number' ? { now: new Date(now).toISOString() } : {};
}

function lookUp({ engine, cache }: typeof plain, source: string): Entry {
  const known = cache.get(source);
  if (known !== undefined) return known;
  const entry = parseSource(engine, source);
  if (cache.size >= cacheSize) cache.delete(cache.keys().next().value ?? '');
  cache.set(source, entry);
  return entry;
}

function parseSource(engine: Liquid, source: string): Entry {
  if (source.length > sourceLimit) {
    return failure({ kind: 'too-long', offset: 0, length: 0, detail: String(sourceLimit) });
  }
  try {
    const templates = engine.parse(source);
    const gaps = findGaps(templates);
    const variables = engine
      .globalVariableSegmentsSync(templates, { partials: false })
      .map((all) => all.filter(isPlainSegment))
      .map((segments) => ({ segments, isSafe: !gaps.has(segments.slice(0, 2).join('.')) }));
    return { check: { ok: true, variables }, templates };
  } catch (error) {
    return failure(toProblem(error, source));
  }
}

function isPlainSegment(segment: unknown): segment is string | number {
  return typeof segment === 'string' || typeof segment === 'number';
}

function failure(problem: TextProblem): Entry {
  return { check: { ok: false, problem }, templates: [] };
}

const unknownTag = /tag "([^"]*)" not found/;
const unknownFilter = /undefined filter: (\S+)/;

function toProblem(error: unknown, source: string): TextProblem {
  if (!LiquidError.is(error)) return { kind: 'syntax', offset: 0, length: 0, detail: '' };
  const liquidError = error as LiquidError;
  const offset = Math.min(liquidError.token?.begin ?? 0, source.length);
  const length = Math.max(0, Math.min(liquidError.token?.end ?? offset, source.length) - offset);
  const tag = unknownTag.exec(liquidError.message)?.[1];
  if (tag !== undefined) return { kind: 'unknown-tag', offset, length, detail: tag };
  const filter = unknownFilter.exec(liquidError.message)?.[1]?.split(',')[0];
  if (filter !== undefined) return { kind: 'unknown-filter', offset, length, detail: filter };
  const detail = liquidError.message.split('\n')[0]?.replace(/, line:\d+, col:\d+$/, '') ?? '';
  return { kind: 'syntax', offset, length, detail };
}
