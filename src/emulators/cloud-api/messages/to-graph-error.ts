// The first problem of a body as the error that Meta gives for it (F§3.2): 100 for a parameter that is missing at the
// top or unknown, 131008 for one that is missing deeper down, 131009 for a value that isn't valid. Pure.

import type * as z from 'zod';
import { GraphError } from '../graph-error.ts';

export function toGraphError(error: z.ZodError, body: unknown): GraphError {
  const [issue] = error.issues;
  if (issue === undefined) return new GraphError({ code: 131009 });
  const path = issue.path;
  const name = toParameterName(path);
  if (issue.code === 'unrecognized_keys') return toUnknownKey(path, issue.keys[0] ?? '');
  const own = issue.code === 'custom' ? issue.params?.code : undefined;
  if (typeof own === 'number') return new GraphError({ code: own, details: issue.message });
  if (isMissing(issue, body)) {
    return path.length <= 2
      ? new GraphError({
          code: 100,
          title: `The parameter ${name} is required.`,
          details: `${name} is missing.`,
        })
      : new GraphError({ code: 131008, details: `Parameter ${name} is missing.` });
  }
  return new GraphError({ code: 131009, details: `Parameter ${name}: ${issue.message}` });
}

function toUnknownKey(path: readonly PropertyKey[], key: string): GraphError {
  const place = path.length === 0 ? '' : ` on param "${toParameterName(path)}"`;
  return new GraphError({
    code: 100,
    title: `Unexpected key "${key}"${place}`,
    details: `Unexpected key "${key}"${place}.`,
  });
}

function isMissing(issue: z.core.$ZodIssue, body: unknown): boolean {
  if (issue.code === 'custom') return issue.params?.missing === true;
  const path =
    issue.code === 'invalid_union' && issue.discriminator ? [...issue.path, issue.discriminator] : issue.path;
  let value: unknown = body;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value === undefined;
}

/** `text['body']`, as Graph writes it. */
function toParameterName([first, ...rest]: readonly PropertyKey[]): string {
  const keys = rest.map((key) => (typeof key === 'number' ? `[${key}]` : `['${String(key)}']`));
  return [String(first ?? 'body'), ...keys].join('');
}
