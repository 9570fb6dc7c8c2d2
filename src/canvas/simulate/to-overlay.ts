// What a simulation lights up on the canvas: the way that was taken, where the person is, how each step ended. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { CheckAnswer } from '../../journey/check-answer.ts';
import { isFromOutside } from '../../simulator/is-from-outside.ts';
import type { SimulationAnswer } from '../../simulator/simulation-answer.ts';
import type { WalkedStep } from '../../simulator/walked-path.ts';
import { always, edgesOf } from '../model/edges.ts';
import type { Journey } from '../model/journey.ts';
import { meaningOf } from '../model/meaning.ts';
import { outcomeWords } from '../model/outcome-words.ts';
import { outlineOf, successesIn } from '../model/outline.ts';
import type { EdgeOverlay, Overlay, StepOverlay } from '../state/overlay.ts';
import { timeText } from './clock-text.ts';
import { outermost } from './own-step.ts';

/** The canvas's own box above the first step, and the edge from it. */
const entry = '@entry';

interface Shown {
  readonly journey: Journey;
  readonly check: CheckAnswer | undefined;
}

export function toOverlay(answer: SimulationAnswer, shown: Shown): Overlay {
  const path = answer.entered ? answer.path : [];
  const ends = new Map(path.map((step) => [outermost(step.node), step]));
  const here = answer.entered ? (answer.rest?.node ?? path.at(-1)?.node) : undefined;
  const isOver = answer.entered && answer.ended !== null;
  const steps: { [id: string]: StepOverlay } = {};
  const edges: { [id: string]: EdgeOverlay } = {
    [entry]: answer.entered ? { isLit: true } : { isDim: true },
  };
  const walked = walkedKeys(path);
  for (const [id, step] of Object.entries(shown.journey.nodes)) {
    const end = ends.get(id);
    const isHere = here !== undefined && outermost(here) === id;
    steps[id] = end === undefined ? { isDim: true } : toStep(end, { shown, isHere, isOver, answer });
    for (const edge of edgesOf(id, step, successesIn(shown.check)(id))) {
      if (edge.keys.some((key) => walked.has(toKey(id, key)))) edges[edge.id] = { isLit: true };
      else if (isHere && !isOver && edge.meaning === 'reached') edges[edge.id] = { isWaiting: true };
      else edges[edge.id] = { isDim: true };
    }
  }
  return { steps, edges };
}

interface Around {
  readonly shown: Shown;
  readonly isHere: boolean;
  readonly isOver: boolean;
  readonly answer: SimulationAnswer;
}

function toStep(end: WalkedStep, { shown, isHere, isOver, answer }: Around): StepOverlay {
  if (isHere && !isOver) return { isHere: true, meaning: 'waiting', badge: hereWords(answer) };
  if (isHere && answer.entered && answer.ended !== null) {
    return { isHere: true, badge: endWords(answer.ended), ...meaningFor(end, shown) };
  }
  return meaningFor(end, shown);
}

/** An end is no outcome, and neither is what ended the run from outside: those words are the author's. */
function meaningFor({ node, outcome, policy }: WalkedStep, { check }: Shown): Pick<StepOverlay, 'meaning'> {
  const outline = outlineOf(check, outermost(node));
  if (outcome === null || outline === undefined || outline.terminal || node !== outermost(node)) return {};
  return isFromOutside(policy ?? undefined) ? {} : { meaning: meaningOf(outcome, outline.successes) };
}

function hereWords(answer: SimulationAnswer): LocalizedText {
  const due = answer.entered ? answer.rest?.due : undefined;
  if (!answer.entered || due == null) return { en: 'is here', ko: '여기에 있음' };
  const { timeZone, now } = answer;
  return {
    en: `is here · until ${timeText(due, { timeZone, language: 'en', now })}`,
    ko: `여기에 있음 · ${timeText(due, { timeZone, language: 'ko', now })}까지`,
  };
}

function endWords(ended: string): LocalizedText {
  const { en, ko } = outcomeWords(ended);
  return { en: `ended here: ${en}`, ko: `여기서 끝남: ${ko}` };
}

function walkedKeys(path: readonly WalkedStep[]): ReadonlySet<string> {
  return new Set(path.flatMap(({ node, edge }) => (edge === null ? [] : [toKey(node, edge.key ?? always)])));
}

function toKey(node: string, key: string): string {
  return `${node} ${key}`;
}
