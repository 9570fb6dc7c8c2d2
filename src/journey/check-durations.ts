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
    ...toIssues(findDurations(entrySchema, entry), ['entry']),
    ...toIssues(findDurations(definitionSchema.shape.policy, policy), ['policy']),
  ];
}

/** Issues of the durations in a node's config. */
export function checkNodeDurations({ node, type, config }: ResolvedNode): readonly Issue[] {
  return toIssues(findDurations(type.config, config), ['nodes', node, 'with']);
}

function toIssues(sites: readonly DurationSite[], base: IssuePath): readonly Issue[] {
  return sites.flatMap(({ path, text }): Issue[] => {
    const place = { path: [...base, ...path] };
    if (findDuration(text) === undefined) return [];
    const ms = toMaximumMs(text);
    if (ms === 0) return [createIssue('J219', { found: text }, place)];
    return ms > longestMs ? [createIssue('J220', { found: text, limit: longest }, place)] : [];
  });
}
