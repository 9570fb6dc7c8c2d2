// Checks a journey: everything that can be known about a document before it runs, as issues. Reports all it can
// in one go: a broken part does not hide the problems of the others. Linear in nodes and edges. Pure; never throws.

import type { Catalogue } from './catalogue.ts';
import { checkCalls } from './check-calls.ts';
import { checkCycles } from './check-cycles.ts';
import { checkDurations, checkNodeDurations } from './check-durations.ts';
import { checkEntry, checkTriggerKinds } from './check-entry.ts';
import { checkGraph } from './check-graph.ts';
import { createNodeCheck } from './check-nodes.ts';
import { checkQuotes } from './check-quotes.ts';
import { checkReplies } from './check-replies.ts';
import { toShapeIssues } from './check-shape.ts';
import { createSourceChecks } from './check-sources.ts';
import { checkValues } from './check-values.ts';
import { type Definition, type DefinitionNode, definitionSchema } from './definition.ts';
import { type DefinitionSections, readSections } from './definition-sections.ts';
import { createIssue, type Issue } from './issues.ts';
import { proveWhole } from './proofs/prove.ts';
import type { Analysis } from './proofs/worst-case.ts';
import type { ResolvedNode, ResolvedNodes } from './resolved-node.ts';
import type { Surroundings } from './surroundings.ts';
import { isKnownLanguage, type JsonDocument, languageVersions, upgradeDocument } from './upgrade.ts';

export interface CheckResult {
  /** Set where the document has the shape of a definition; other issues may remain. */
  readonly definition?: Definition;
  /** The nodes whose type is known and whose config fits; the compiler takes them as they are. */
  readonly resolved?: ResolvedNodes;
  /** The worst cases; set where every node of the definition is resolved. */
  readonly analysis?: Analysis;
  readonly issues: readonly Issue[];
}

export interface CheckOptions {
  /** Most nodes of one definition; 1,000 where absent (DESIGN 13). */
  readonly nodeLimit?: number;
}

export const nodeLimit = 1_000;

interface CheckContext {
  readonly catalogue: Catalogue;
  readonly surroundings: Surroundings;
  readonly nodeLimit: number;
  /** Errors of called journeys: each is checked once, however many call it. */
  readonly errorCounts: Map<string, number>;
}

/** Checks a parsed document, or a definition from elsewhere, against the language and the node types. */
export function check(
  document: unknown,
  catalogue: Catalogue,
  { nodeLimit: limit = nodeLimit, ...surroundings }: Surroundings & CheckOptions = {},
): CheckResult {
  return checkDocument(document, { catalogue, surroundings, nodeLimit: limit, errorCounts: new Map() });
}

function checkDocument(document: unknown, context: CheckContext): CheckResult {
  if (!isObject(document)) {
    return { issues: [createIssue('J107', { found: kindOf(document) }, { path: [] })] };
  }
  if (!isKnownLanguage(document)) {
    const facts = { found: String(document['language']), supported: languageVersions };
    return { issues: [createIssue('J207', facts, { path: ['language'] })] };
  }
  return checkCurrent(upgradeDocument(document), context);
}

function checkCurrent(document: JsonDocument, context: CheckContext): CheckResult {
  const rawNodes = isObject(document['nodes']) ? document['nodes'] : {};
  const refused = checkCount(Object.keys(rawNodes).length, context);
  if (refused !== undefined) return { issues: [refused] };
  const sections = readSections(document, rawNodes);
  const resolved = new Map<string, ResolvedNode>();
  const ofNodes: Issue[] = [];
  const checkNode = createNodeCheck(context);
  for (const node of Object.keys(sections.nodes)) {
    const found = checkNode(node, sections.nodes[node] as DefinitionNode);
    if (found.resolved !== undefined) resolved.set(node, found.resolved);
    if (found.issues.length > 0) ofNodes.push(...found.issues);
  }
  const sources = createSourceChecks(sections, resolved, context);
  const calls = checkCallsOf(String(document['id']), resolved, context);
  // Proofs go through called journeys: those must exist and come to an end.
  const proof = proveWhole(calls.length === 0 ? sections.definition : undefined, resolved, context);
  const issues = [
    ...checkValues(document),
    ...checkForm(document, sections),
    ...checkEntry(sections),
    ...checkDurations(sections),
    ...sources.ofRules(),
    ...ofNodes,
    ...checkResolved(resolved, sources),
    ...checkGraph(sections, context.catalogue),
    ...checkQuotes(resolved, sections.ids),
    ...checkReplies(resolved),
    ...dropFallbacks(checkCycles(resolved), proof.issues),
    ...calls,
    ...proof.issues,
  ];
  const { definition } = sections;
  const { analysis } = proof;
  return {
    issues: dropExplained(issues),
    resolved,
    ...(definition && { definition }),
    ...(analysis && { analysis }),
  };
}

function checkResolved(
  resolved: ResolvedNodes,
  sources: ReturnType<typeof createSourceChecks>,
): readonly Issue[] {
  const issues: Issue[] = [];
  for (const node of resolved.values()) {
    for (const found of [checkNodeDurations(node), sources.ofNode(node)]) {
      if (found.length > 0) issues.push(...found);
    }
  }
  return issues;
}

function checkCallsOf(journey: string, resolved: ResolvedNodes, context: CheckContext): readonly Issue[] {
  const { catalogue, surroundings, errorCounts } = context;
  const countErrors = (called: Definition) => {
    const { issues } = checkDocument(called, context);
    return issues.filter(({ severity }) => severity === 'error').length;
  };
  const { journeys } = surroundings;
  return checkCalls(resolved, { journey, catalogue, journeys, errorCounts, countErrors });
}

/** A cycle of fallbacks is told as such, not as a cycle without a bound too. */
function dropFallbacks(cycles: readonly Issue[], proved: readonly Issue[]): readonly Issue[] {
  const told = new Set(proved.flatMap((issue) => (issue.code === 'J522' ? issue.facts.nodes : [])));
  return cycles.filter(
    (issue) => issue.code !== 'J310' || !issue.facts.nodes.every((node) => told.has(node)),
  );
}

/** Too many nodes make it pointless to look further. */
function checkCount(count: number, { nodeLimit: limit }: CheckContext): Issue | undefined {
  if (count <= limit) return undefined;
  return createIssue('J210', { count, limit }, { path: ['nodes'], anchor: { at: 'key' } });
}

function checkForm(
  document: { readonly [field: string]: unknown },
  sections: DefinitionSections,
): readonly Issue[] {
  const kinds = checkTriggerKinds(document['entry']);
  const shape = toShapeIssues(sections.findings, { schema: definitionSchema, value: document, path: [] });
  if (kinds === undefined) return shape;
  return [kinds, ...shape.filter(({ path }) => path[0] !== 'entry' || path[1] !== 'on')];
}

/** A character that deceives explains why the name or the source it stands in is not understood. */
function dropExplained(issues: readonly Issue[]): readonly Issue[] {
  const odd = new Set(issues.filter(isOdd).map(({ path }) => JSON.stringify(path)));
  if (odd.size === 0) return issues;
  return issues.filter((issue) => isOdd(issue) || !odd.has(JSON.stringify(issue.path)));
}

function isOdd({ code }: Issue): boolean {
  return code === 'J602' || code === 'J603';
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return value === null ? 'null' : 'nothing';
  return Array.isArray(value) ? 'array' : typeof value;
}
