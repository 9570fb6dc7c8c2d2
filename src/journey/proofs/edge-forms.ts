// The edges of a node without their targets: what its outcomes mean, and which go the same way. Messages that are sent
// alike and fork alike have the same ones, which are worked out once for all of them. Pure.

import type { MessageUse } from '../catalogue.ts';
import { outcomesOfNode } from '../node-outcomes.ts';
import { exhaustedOutcome, findEdgeKey } from '../outcome-match.ts';
import type { ResolvedNode } from '../resolved-node.ts';
import { isSameMeaning, meaningOf, type OutcomeMeaning } from './outcome-meaning.ts';

/** An edge, for all outcomes that lead the same way and mean the same. Nodes of the same form share it. */
export interface FlowEdge extends OutcomeMeaning {
  readonly outcomes: readonly string[];
}

/** The edges of a node to one of its targets. */
export interface EdgeForm {
  readonly edge: FlowEdge;
  /** Number of the target, or `leaving`. */
  readonly way: number;
}

/** The way of an outcome for which there is no edge: the journey is over. One form each, for whoever called it. */
export const leaving = -1;

/** Where a node leads. */
export interface Fork {
  /** Each once. */
  readonly targets: readonly string[];
  /** All the rest, as a text to compare. */
  readonly form: string;
}

const nowhere: Fork = { targets: [], form: '' };

export function forkOf({ source: { next }, type }: ResolvedNode): Fork {
  if (type.terminal === true || next === undefined) return nowhere;
  if (typeof next === 'string') return { targets: [next], form: '*' };
  const targets: string[] = [];
  let form = '';
  for (const key in next) {
    const target = next[key] as string;
    let way = targets.indexOf(target);
    if (way < 0) way = targets.push(target) - 1;
    form += `${key}>${way} `;
  }
  return { targets, form };
}

/** The way that each outcome of a node goes. */
export function waysOf(
  { source: { next } }: ResolvedNode,
  { targets }: Fork,
  successes: readonly string[],
): (outcome: string) => number {
  if (targets.length === 0 || next === undefined) return () => leaving;
  if (typeof next === 'string') return (outcome) => (outcome === exhaustedOutcome ? leaving : 0);
  const keys = Object.keys(next);
  return (outcome) => {
    const key = findEdgeKey(keys, outcome, successes);
    return key === undefined ? leaving : targets.indexOf(next[key] as string);
  };
}

type Known = Parameters<typeof outcomesOfNode>[2];

export interface FormContext {
  readonly fork: Fork;
  readonly message: MessageUse | undefined;
  /** How long a message may wait at the gate where its config doesn't say. */
  readonly expires: string;
}

/** Forms of the edges of nodes that await no journey. */
export function createEdgeForms(
  known: Known,
): (node: ResolvedNode, context: FormContext) => readonly EdgeForm[] {
  const formsOfAlike = new Map<string, readonly EdgeForm[]>();
  return (node, context) => {
    const { fork, message, expires } = context;
    if (message?.alike === undefined) return listForms(node, context, known);
    const limit = node.source.maxVisits === undefined ? '' : exhaustedOutcome;
    const key = `${node.type.type} ${message.alike} ${expires} ${limit} ${fork.form}`;
    let forms = formsOfAlike.get(key);
    if (forms === undefined) {
      forms = listForms(node, context, known);
      formsOfAlike.set(key, forms);
    }
    return forms;
  };
}

/** One that may still get outcomes. */
interface OpenForm extends EdgeForm {
  readonly edge: FlowEdge & { readonly outcomes: string[] };
}

function listForms(
  node: ResolvedNode,
  { fork, message, expires }: FormContext,
  known: Known,
): readonly EdgeForm[] {
  const { all, successes } = outcomesOfNode(node.source, node, known);
  const wayOf = waysOf(node, fork, successes);
  const about = { type: node.type, config: node.config, expires, message, successes };
  const forms: OpenForm[] = [];
  for (const outcome of all) {
    const way = wayOf(outcome);
    const meaning = meaningOf(outcome, about);
    const same = way === leaving ? undefined : findSame(forms, way, meaning);
    if (same === undefined) forms.push({ edge: { ...meaning, outcomes: [outcome] }, way });
    else same.edge.outcomes.push(outcome);
  }
  return forms;
}

function findSame(forms: readonly OpenForm[], way: number, meaning: OutcomeMeaning): OpenForm | undefined {
  for (const form of forms) if (form.way === way && isSameMeaning(form.edge, meaning)) return form;
  return undefined;
}
