// Where Meta's facts lie for tests: beside the project, or where the environment says. In CI they must be there.

import { existsSync } from 'node:fs';

/** The path, or undefined (said aloud) where the facts are absent and we are not in CI. */
export function findMetaFacts(
  variable: 'META_ERRORS' | 'META_OPENAPI',
  fallback: string,
): string | undefined {
  const path = process.env[variable] ?? fallback;
  if (existsSync(path)) return path;
  if (process.env.CI === 'true') return path; // reading it fails, and so does the test
  console.warn(`skipped: Meta's facts are not at ${path}; set ${variable} to check against them`);
  return undefined;
}
