// All that is known of a journey's text, as plain JSON for whoever shows it: issues in both languages, worst cases, what
// each node is. What the API answers and what the canvas's worker finds out by itself. Pure; never throws.

import type { Catalogue, LocalizedText } from './catalogue.ts';
import { readSections } from './definition-sections.ts';
import { describeIssue } from './issue-catalogue.ts';
import type { Issue, IssueCode, IssuePath, IssueRange } from './issues.ts';
import { type NodeOutlines, type OutlinedJourney, outlineNodes } from './outline-nodes.ts';
import { parse } from './parse.ts';
import type { Analysis } from './proofs/worst-case.ts';
import type { Surroundings } from './surroundings.ts';
import { isKnownLanguage, type JsonDocument, upgradeDocument } from './upgrade.ts';
import { validateJourney } from './validate.ts';

/** An issue with its words. */
export interface CheckIssue {
  readonly code: IssueCode;
  readonly severity: 'error' | 'warning';
  readonly path: IssuePath;
  /** Lines and columns count from 1; the end is exclusive. */
  readonly range: IssueRange | null;
  /** What the words are made of; which ones hangs on the code. */
  readonly facts: Issue['facts'];
  /** What is wrong. */
  readonly text: LocalizedText;
  /** What to do next. */
  readonly hint: LocalizedText;
}

export interface CheckAnswer {
  /** In the order of the text. */
  readonly issues: readonly CheckIssue[];
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
  const readable = definition ?? readWhatCanBe(source);
  return {
    issues: issues.map(toCheckIssue),
    analysis,
    hash,
    nodes: outlineNodes(readable, catalogue, surroundings),
  };
}

/** An issue as the answer has it. */
export function toCheckIssue(issue: Issue): CheckIssue {
  const { code, severity, path, range = null, facts } = issue;
  const en = describeIssue(issue, 'en');
  const ko = describeIssue(issue, 'ko');
  return {
    code,
    severity,
    path,
    range,
    facts,
    text: { en: en.message, ko: ko.message },
    hint: { en: en.hint, ko: ko.hint },
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
