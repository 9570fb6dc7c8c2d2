// What the checker found, as a list of problems: errors first, each where it belongs, and what can be corrected without
// asking. Pure.

import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { CheckIssue } from '../../journey/check-issue.ts';
import { chain } from '../model/commands/chain.ts';
import { edgesOf } from '../model/edges.ts';
import { type Command, type Journey, stepOf } from '../model/journey.ts';
import { outlineOf } from '../model/outline.ts';
import { quickFixesOf } from '../model/quick-fix.ts';

export interface ProblemGroup {
  readonly severity: CheckIssue['severity'];
  readonly issues: readonly CheckIssue[];
  /** How many more there are: too many for a list, or such as the checker only counted. */
  readonly omitted: number;
}

/** Most problems of a group that are listed: what is mended makes room for others. */
const listed = 100;

export function problemGroups({
  issues,
  omitted: { errors, warnings },
}: Pick<CheckAnswer, 'issues' | 'omitted'>): readonly ProblemGroup[] {
  const toGroup = (severity: CheckIssue['severity'], counted: number): ProblemGroup => {
    const found = issues.filter((issue) => issue.severity === severity);
    const shown = found.slice(0, listed);
    return { severity, issues: shown, omitted: found.length - shown.length + counted };
  };
  return [toGroup('error', errors), toGroup('warning', warnings)].filter(
    ({ issues: found, omitted }) => found.length + omitted > 0,
  );
}

/** The step that an issue is about. */
export function stepOfIssue({ path: [section, id] }: CheckIssue, journey: Journey): string | undefined {
  const step = section === 'nodes' ? String(id) : undefined;
  return step !== undefined && stepOf(journey, step) !== undefined ? step : undefined;
}

/** The drawn edge that an issue is about. */
export function edgeOfIssue({ path }: CheckIssue, journey: Journey, check: CheckAnswer): string | undefined {
  const [section, source, part, key = ''] = path;
  const step = section === 'nodes' && part === 'next' ? stepOf(journey, String(source)) : undefined;
  if (step === undefined) return undefined;
  const successes = outlineOf(check, String(source))?.successes ?? [];
  const edge = edgesOf(String(source), step, successes).find(({ keys }) => keys.includes(String(key)));
  return edge !== undefined && stepOf(journey, edge.target) !== undefined ? edge.id : undefined;
}

/**
 * Corrects all that was misspelt, in one step: the issues that name the word that was meant. One of each place, since a
 * correction says what stands there afterwards. Undefined where there is nothing of the kind.
 */
export function correctAll(journey: Journey, check: CheckAnswer): Command | undefined {
  const places = new Set<string>();
  const commands = check.issues.flatMap((issue) => {
    const [best] = 'suggestion' in issue.facts ? quickFixesOf(issue, journey, check) : [];
    const place = JSON.stringify(issue.path);
    if (best === undefined || places.has(place)) return [];
    places.add(place);
    return [best.command];
  });
  return commands.length === 0 ? undefined : chain(...commands);
}
