// Quick fixes for types, edges and outcomes (J3xx). Pure.

import { anyFailure, isFailure } from '../../../journey/outcome-match.ts';
import { addStep } from '../commands/add-step.ts';
import { chain } from '../commands/chain.ts';
import { connect, disconnect, reconnect, renameOutcome } from '../commands/connect.ts';
import { removeSteps } from '../commands/remove-steps.ts';
import { setStart, setStep } from '../commands/set.ts';
import { always, keysOf, targetOf } from '../edges.ts';
import { freshId } from '../ids.ts';
import { type Command, type Journey, placeOf, stepOf } from '../journey.ts';
import { meaningOf } from '../meaning.ts';
import { outlineOf, successesIn } from '../outline.ts';
import type { Fixers, IssuePlace, QuickFix } from './fixers.ts';
import { leadTo, removeEdge, write } from './titles.ts';

export const graphFixes: Fixers = {
  J301: ({ suggestion }, { path }) => {
    if (suggestion === undefined) return [];
    return [{ title: write(suggestion), command: setStep(stepAt(path), { type: suggestion }) }];
  },
  J302({ suggestion }, { journey }) {
    const start = suggestion ?? Object.keys(journey.nodes)[0];
    if (start === undefined) return [];
    return [
      { title: { en: `Start with “${start}”`, ko: `"${start}"에서 시작하기` }, command: setStart(start) },
    ];
  },
  J303: ({ suggestion }, { path }) => {
    const edge = edgeAt(path);
    const remove = { title: removeEdge, command: disconnect(edge) };
    if (suggestion === undefined) return [remove];
    return [{ title: leadTo(suggestion), command: reconnect(edge, suggestion) }, remove];
  },
  J304: ({ node }, { check }) => [
    {
      title: { en: `Remove “${node}”`, ko: `"${node}" 단계 지우기` },
      command: removeSteps([node], successesIn(check)),
    },
  ],
  J305: ({ outcome, suggestion }, { path, journey }) => {
    const source = stepAt(path);
    const remove = { title: removeEdge, command: disconnect({ source, keys: [outcome] }) };
    const step = stepOf(journey, source);
    const isFree = suggestion !== undefined && step !== undefined && !keysOf(step).includes(suggestion);
    if (!isFree) return [remove];
    return [{ title: write(suggestion), command: renameOutcome(source, outcome, suggestion) }, remove];
  },
  J306: ({ node, outcomes }, place) => addEdges(node, outcomes, place),
  J308: ({ node }) => [removeAllEdges(node)],
  J309: (_facts, { path }) => [
    {
      title: { en: 'Use the newest version', ko: '가장 새 버전 쓰기' },
      command: setStep(stepAt(path), { version: undefined }),
    },
  ],
  J310: ({ nodes }) =>
    nodes.slice(0, 1).map((node) => ({
      title: { en: `Enter “${node}” at most 3 times`, ko: `"${node}"에 최대 3번만 들어가기` },
      command: setStep(node, { maxVisits: 3 }),
    })),
  J311: (_facts, { path }) =>
    path[0] === 'nodes' ? [{ title: removeEdge, command: disconnect(edgeAt(path)) }] : [],
  J312: ({ node }) => [removeAllEdges(node)],
};

function removeAllEdges(node: string): QuickFix {
  return {
    title: { en: 'Remove what follows', ko: '뒤의 연결 지우기' },
    command: (journey) => {
      const step = stepOf(journey, node);
      return step === undefined ? journey : disconnect({ source: node, keys: keysOf(step) })(journey);
    },
  };
}

/** To where the step's other failures lead, or to an end of the journey. */
function addEdges(
  node: string,
  outcomes: readonly string[],
  { journey, check }: IssuePlace,
): readonly QuickFix[] {
  const step = stepOf(journey, node);
  if (step === undefined) return [];
  const outline = outlineOf(check, node);
  const keys = toKeys(outcomes, outline?.successes ?? [], keysOf(step));
  const targets = new Set([
    ...keysOf(step).flatMap((key) => {
      const isDetour = key !== always && meaningOf(key, outline?.successes ?? []) !== 'reached';
      return isDetour ? (targetOf(step, key) ?? []) : [];
    }),
    ...Object.keys(journey.nodes).filter((id) => outlineOf(check, id)?.terminal === true),
  ]);
  const lead = (target: string): Command =>
    chain(...keys.map((key) => connect({ source: node, key, target }, outline)));
  const known = [...targets].slice(0, 3).map((target) => ({ title: leadTo(target), command: lead(target) }));
  return known.length > 0 ? known : [leadToNewExit(journey, node, lead)];
}

/** `*` for failures that it catches, where it is free: one edge says all. */
function toKeys(
  outcomes: readonly string[],
  successes: readonly string[],
  keys: readonly string[],
): readonly string[] {
  const caught = outcomes.filter((word) => isFailure(word, successes));
  if (caught.length < 2 || keys.includes(anyFailure)) return outcomes;
  return [...outcomes.filter((word) => !caught.includes(word)), anyFailure];
}

function leadToNewExit(journey: Journey, node: string, lead: (target: string) => Command): QuickFix {
  const id = freshId(journey, 'exit');
  const { x, y } = placeOf(journey, node) ?? { x: 0, y: 0 };
  const exit = addStep({ id, type: 'exit', with: { as: 'unreached' } }, { x: x + 352, y: y + 160 });
  return {
    title: { en: 'Lead to a new exit', ko: '새 종료 단계로 연결하기' },
    command: chain(exit, lead(id)),
  };
}

function stepAt([, node]: IssuePlace['path']): string {
  return String(node);
}

/** Of `nodes.<id>.next[.<key>]`. */
function edgeAt([, node, , key]: IssuePlace['path']) {
  return { source: String(node), keys: [key === undefined ? always : String(key)] };
}
