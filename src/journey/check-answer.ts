// All that is known of a journey's text, as plain JSON for whoever shows it: issues in both languages, worst cases, what
// each node is. What the API answers and what the canvas's worker finds out by itself. Pure; never throws.

import type { Catalogue } from './catalogue.ts';
import { type CheckIssue, toCheckIssue } from './check-issue.ts';
import { readSections } from './definition-sections.ts';
import { type NodeOutlines, type OutlinedJourney, outlineNodes } from './outline-nodes.ts';
import { parse } from './parse.ts';
import type { Analysis } from './proofs/worst-case.ts';
import type { Surroundings } from './surroundings.ts';
import { type OmittedIssues, tellIssues } from './tell-issues.ts';
import { isKnownLanguage, type JsonDocument, upgradeDocument } from './upgrade.ts';
import { validateJourney } from './validate.ts';

export interface CheckAnswer {
  /** In the order of the text; of more than a thousand the first ones, errors before warnings. */
  readonly issues: readonly CheckIssue[];
  /** Issues beyond those, counted. */
  readonly omitted: OmittedIssues;
  /** Null while some node can't be read. */
  readonly analysis: Analysis | null;
  /** Names the meaning; null where there are errors. */
  readonly hash: string | null;
  /** The nodes that can be read and whose type is known. */
  readonly nodes: NodeOutlines;
}

/** Checks a journey's text and tells what its nodes are, whatever is wrong with it. */
export function checkSource(
  source: string,
  catalogue: Catalogue,
  surroundings: Surroundings = {},
): CheckAnswer {
  const {
    definition,
    issues,
    analysis = null,
    hash = null,
  } = validateJourney(source, catalogue, surroundings);
  const told = tellIssues(issues);
  const readable = definition ?? readWhatCanBe(source);
  return {
    issues: told.issues.map(toCheckIssue),
    omitted: told.omitted,
    analysis,
    hash,
    nodes: outlineNodes(readable, catalogue, surroundings),
  };
}

function readWhatCanBe(source: string): OutlinedJourney {
  const { document } = parse(source);
  if (!isObject(document) || !isKnownLanguage(document)) return { nodes: {} };
  const upgraded = upgradeDocument(document);
  const nodes = upgraded['nodes'];
  return readSections(upgraded, isObject(nodes) ? nodes : {});
}

function isObject(value: unknown): value is JsonDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
