// Checks the small languages inside a journey, CEL expressions and Liquid texts, where they stand: what the data is
// there, and what they have to give. Pure.

import type { ExpressionSite, TextSite } from './catalogue.ts';
import { checkExpression } from './check-expression.ts';
import { checkText } from './check-text.ts';
import type { DefinitionSections } from './definition-sections.ts';
import { createTypedParser, parseExpression } from './expression.ts';
import { createIssue, type Issue, type IssuePath } from './issues.ts';
import { createDataTypes, type DataTypes, toCelFields } from './known-data.ts';
import { type NodeOutcomes, outcomesOfNode } from './node-outcomes.ts';
import type { ResolvedNode, ResolvedNodes } from './resolved-node.ts';
import type { SourceContext } from './source-context.ts';
import { suggest } from './suggestion.ts';

type Against = Parameters<typeof outcomesOfNode>[2];

export interface SourceChecks {
  /** Issues of the expressions of entry and exit: these see the person, the event and the run, not nodes' results. */
  readonly ofRules: () => readonly Issue[];
  /** Issues of a node's expressions and texts. */
  readonly ofNode: (node: ResolvedNode) => readonly Issue[];
}

/** Checks for one journey; what is known of its data is worked out once. */
export function createSourceChecks(
  sections: DefinitionSections,
  resolved: ResolvedNodes,
  against: Against,
): SourceChecks {
  const types = createDataTypes(sections.data, sections.entry);
  const parserFor = createParsers(types);
  const outcomesOf = createOutcomesOf(resolved, against);
  const contexts = new Map<string | undefined, SourceContext>();
  const context = (event: string | undefined): SourceContext => {
    const known = contexts.get(event) ?? {
      nodes: sections.ids,
      fields: { person: types.person, event: types.event(event), run: types.run },
      parse: parserFor(event),
      outcomesOf,
    };
    contexts.set(event, known);
    return known;
  };
  return {
    ofRules: () => checkRules(sections, types, context),
    ofNode: ({ node, type, config }) => {
      const issues: Issue[] = [];
      const base = ['nodes', node, 'with'];
      for (const site of (type.expressions?.(config) ?? []) as readonly ExpressionSite[]) {
        const expected = site.kind === 'condition' ? 'bool' : 'any';
        const found = checkExpression(siteBelow(base, site), expected, context(site.event));
        if (found.length > 0) issues.push(...found);
      }
      for (const site of type.texts?.(config) ?? []) {
        const seen = context(undefined);
        const found = checkText(
          siteBelow(base, site),
          type.readsSecrets ? { ...seen, readsSecrets: true } : seen,
        );
        if (found.length > 0) issues.push(...found);
      }
      const events = type.events?.(config);
      if (events !== undefined) issues.push(...checkEvents(events, ['nodes', node], types));
      return issues;
    },
  };
}

function siteBelow<Site extends TextSite>(base: IssuePath, site: Site): Site {
  return { ...site, path: [...base, ...site.path] };
}

function checkRules(
  { entry, exit = [] }: DefinitionSections,
  types: DataTypes,
  context: (event: string | undefined) => SourceContext,
): readonly Issue[] {
  const issues: Issue[] = [];
  const atEntry = { ...context(undefined), variables: ['person', 'event', 'now'] };
  if (entry?.if !== undefined) {
    issues.push(
      ...checkExpression({ path: ['entry', 'if'], source: entry.if, kind: 'condition' }, 'bool', atEntry),
    );
  }
  if (entry?.key !== undefined) {
    issues.push(
      ...checkExpression({ path: ['entry', 'key'], source: entry.key, kind: 'value' }, 'string', atEntry),
    );
  }
  if (entry !== undefined && 'event' in entry.on) {
    issues.push(...checkEvents([entry.on.event], ['entry', 'on', 'event'], types));
  }
  exit.forEach((rule, index) => {
    const base = ['exit', index];
    issues.push(...checkEvents([rule.on.event], [...base, 'on', 'event'], types));
    if (rule.if === undefined) return;
    const atExit = { ...context(rule.on.event), variables: ['person', 'event', 'run', 'now'] };
    issues.push(
      ...checkExpression({ path: [...base, 'if'], source: rule.if, kind: 'condition' }, 'bool', atExit),
    );
  });
  return issues;
}

/** Only what is nearly a declared name: an event without declared fields is nothing wrong. */
function checkEvents(
  events: readonly string[],
  path: readonly (string | number)[],
  { events: declared }: DataTypes,
): readonly Issue[] {
  return events.flatMap((event) => {
    if (declared.includes(event)) return [];
    const near = suggest(event, declared);
    return near.suggestion === undefined ? [] : [createIssue('J424', { event, ...near }, { path })];
  });
}

/** Where nothing is declared the common parser does, with its cache. */
function createParsers(types: DataTypes): (event: string | undefined) => typeof parseExpression {
  const parsers = new Map<string, typeof parseExpression>();
  return (event) => {
    const fields = types.event(event);
    if (types.person === undefined && fields === undefined) return parseExpression;
    const key = fields === undefined ? '' : (event ?? '$entry');
    const known = parsers.get(key);
    if (known !== undefined) return known;
    const parser = createTypedParser({
      run: toCelFields(types.run),
      ...(types.person && { person: toCelFields(types.person) }),
      ...(fields && { event: toCelFields(fields) }),
    });
    parsers.set(key, parser);
    return parser;
  };
}

function createOutcomesOf(
  resolved: ResolvedNodes,
  against: Against,
): (node: string) => NodeOutcomes | undefined {
  const known = new Map<string, NodeOutcomes>();
  return (id) => {
    const node = resolved.get(id);
    if (node === undefined) return undefined;
    const outcomes = known.get(id) ?? outcomesOfNode(node.source, node, against);
    known.set(id, outcomes);
    return outcomes;
  };
}
