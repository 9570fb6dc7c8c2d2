// Checks the lengths of durations that stand in a journey: none that lasts no time, none longer than a run may live.
// Pure.

import { definitionSchema } from './definition.ts';
import type { DefinitionSections } from './definition-sections.ts';
import { findDuration, toMaximumMs } from './duration.ts';
import { type DurationSite, findDurations } from './duration-sites.ts';
import { entrySchema } from './entry.ts';
import { createIssue, type Issue, type IssuePath } from './issues.ts';
import type { ResolvedNode } from './resolved-node.ts';

/** A run lives two years at most (DESIGN 13). */
const longest = 'P2Y';
const longestMs = toMaximumMs(longest);

/** Issues of the durations in entry and policy. */
export function checkDurations({ entry, policy }: DefinitionSections): readonly Issue[] {
  return [
    ...toIssues(findDurations(entrySchema, entry, isOdd), ['entry']),
    ...toIssues(findDurations(definitionSchema.shape.policy, policy, isOdd), ['policy']),
  ];
}

/** Issues of the durations in a node's config. */
export function checkNodeDurations({ node, type, config }: ResolvedNode): readonly Issue[] {
  const odd = findDurations(type.config, config, isOdd);
  return odd.length === 0 ? none : toIssues(odd, ['nodes', node, 'with']);
}

const none: readonly Issue[] = [];

function isOdd(text: string): boolean {
  if (findDuration(text) === undefined) return false;
  const ms = toMaximumMs(text);
  return ms === 0 || ms > longestMs;
}

function toIssues(sites: readonly DurationSite[], base: IssuePath): readonly Issue[] {
  return sites.map(({ path, text: found }) => {
    const place = { path: [...base, ...path] };
    return toMaximumMs(found) === 0
      ? createIssue('J219', { found }, place)
      : createIssue('J220', { found, limit: longest }, place);
  });
}
