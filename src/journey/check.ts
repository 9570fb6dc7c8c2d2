// Checks a journey: everything that can be known about a document before it runs, as issues. Reports all it can
// in one go: a broken node does not hide the problems of the others. Pure; never throws.

import type { Catalogue } from './catalogue.ts';
import { checkGraph } from './check-graph.ts';
import { checkNode, type ResolvedNode } from './check-nodes.ts';
import { toShapeIssues } from './check-shape.ts';
import { checkExpression, checkText, type SourceContext } from './check-sources.ts';
import { type Definition, type DefinitionNode, definitionSchema, nodeSchema } from './definition.ts';
import { nodeIdPattern } from './fields.ts';
import { createIssue, type Issue } from './issues.ts';
import type { Surroundings } from './surroundings.ts';

export interface CheckResult {
  /** Set where the document has the shape of a definition; other issues may remain. */
  readonly definition?: Definition;
  readonly issues: readonly Issue[];
}

export const nodeLimit = 1_000;

/** Checks a parsed document, or a definition from elsewhere, against the language and the node types. */
export function check(document: unknown, catalogue: Catalogue, surroundings: Surroundings = {}): CheckResult {
  if (!isObject(document))
    return { issues: [createIssue('J107', { found: kindOf(document) }, { path: [] })] };
  const language = document['language'];
  if (language !== undefined && language !== 1) {
    const facts = { found: String(language), supported: [1] };
    return { issues: [createIssue('J207', facts, { path: ['language'] })] };
  }
  const rawNodes = isObject(document['nodes']) ? document['nodes'] : {};
  const count = Object.keys(rawNodes).length;
  if (count > nodeLimit) {
    const facts = { count, limit: nodeLimit };
    return { issues: [createIssue('J210', facts, { path: ['nodes'], anchor: { at: 'key' } })] };
  }
  const parsed = definitionSchema.safeParse(document);
  const shapeIssues = parsed.success
    ? []
    : toShapeIssues(parsed.error.issues, { schema: definitionSchema, value: document, path: [] });
  const nodes = parsed.success ? parsed.data.nodes : readableNodes(rawNodes);
  const ids = new Set(Object.keys(rawNodes));
  const start = typeof document['start'] === 'string' ? document['start'] : undefined;
  const checked = Object.entries(nodes).map(([node, source]) =>
    checkNode(node, source, { catalogue, surroundings }),
  );
  const issues = [
    ...shapeIssues,
    ...(parsed.success ? checkRules(parsed.data) : []),
    ...checked.flatMap((result) => result.issues),
    ...checked.flatMap(({ resolved }) => (resolved === undefined ? [] : checkNodeSources(resolved, ids))),
    ...checkGraph({ start, nodes, ids }, catalogue),
  ];
  return parsed.success ? { definition: parsed.data, issues } : { issues };
}

/** The nodes that have a node's shape, where the whole document has not. */
function readableNodes(raw: { readonly [node: string]: unknown }): { [node: string]: DefinitionNode } {
  const nodes: { [node: string]: DefinitionNode } = {};
  for (const [node, value] of Object.entries(raw)) {
    const parsed = nodeSchema.safeParse(value);
    if (parsed.success && nodeIdPattern.test(node)) nodes[node] = parsed.data;
  }
  return nodes;
}

/** The expressions of entry and exit: these see the person, the event and the run, not the nodes' results. */
function checkRules({ entry, exit = [] }: Definition): readonly Issue[] {
  const none: ReadonlySet<string> = new Set();
  const atEntry: SourceContext = { base: ['entry'], nodes: none, variables: ['person', 'event', 'now'] };
  const issues: Issue[] = [];
  if (entry.if !== undefined) {
    issues.push(...checkExpression({ path: ['if'], source: entry.if, kind: 'condition' }, 'bool', atEntry));
  }
  if (entry.key !== undefined) {
    issues.push(...checkExpression({ path: ['key'], source: entry.key, kind: 'value' }, 'string', atEntry));
  }
  exit.forEach((rule, index) => {
    if (rule.if === undefined) return;
    const context = { base: ['exit', index], nodes: none, variables: ['person', 'event', 'run', 'now'] };
    issues.push(...checkExpression({ path: ['if'], source: rule.if, kind: 'condition' }, 'bool', context));
  });
  return issues;
}

function checkNodeSources(
  { node, type, config }: ResolvedNode,
  nodes: ReadonlySet<string>,
): readonly Issue[] {
  const context: SourceContext = { base: ['nodes', node, 'with'], nodes };
  const expressions = type.expressions?.(config) ?? [];
  const texts = type.texts?.(config) ?? [];
  return [
    ...expressions.flatMap((site) =>
      checkExpression(site, site.kind === 'condition' ? 'bool' : 'any', context),
    ),
    ...texts.flatMap((site) => checkText(site, context)),
  ];
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return value === null ? 'null' : 'nothing';
  return Array.isArray(value) ? 'array' : typeof value;
}
