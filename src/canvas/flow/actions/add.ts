// New steps: on an edge, after an outcome, at a point, or below what is selected.

import type { NodeTypeAnswer } from '../../../journey/describe-node-type.ts';
import { canConnect } from '../../model/can-connect.ts';
import { addStep, insertOnEdge, type NewStep } from '../../model/commands/add-step.ts';
import { chain } from '../../model/commands/chain.ts';
import { connect, type EdgeKeys } from '../../model/commands/connect.ts';
import { always, targetOf } from '../../model/edges.ts';
import { successOf, typesThatFit } from '../../model/fits.ts';
import { freshId } from '../../model/ids.ts';
import { type Journey, type Point, stepOf } from '../../model/journey.ts';
import { stepWidth } from '../../model/layout.ts';
import { meaningOf } from '../../model/meaning.ts';
import { iconOf } from '../../model/words.ts';
import { useCatalogue } from '../../state/catalogue.ts';
import { useEditor } from '../../state/editor.ts';
import { useLanguageState } from '../../text/use-text.ts';
import { say } from '../../ui/toast.tsx';
import { allPlaces, type Offer, useDrawing } from '../drawing.ts';
import { typicalHeight } from '../frames.ts';
import { freeKey } from '../free-key.ts';
import { freePlace } from '../free-place.ts';
import { currentJourney, findEdge, knownNow, selectedSteps, successesOf } from './current.ts';
import { type Outcome, outcomeOfFocus } from './open.ts';
import { goTo } from './select.ts';
import { middleOfView } from './view.ts';

const gap = { x: 108, y: 64 } as const;
const texts = {
  insert: { en: 'Insert a step', ko: '단계 넣기' },
  after: { en: 'Add the next step', ko: '다음 단계 추가' },
  add: { en: 'Add a step', ko: '단계 추가' },
};

/** What a step can be put into. */
type Slot = EdgeKeys & { readonly target: string };

/** Offers the types that fit on an edge. @param at pixels of the window */
export function offerForEdge(edge: Slot, at: Point): void {
  const types = typesThatFit(allTypes(), edge, useEditor.getState().check);
  offerTypes(types, { title: texts.insert, at, choose: (type) => insertInto(edge, type) });
}

/** Offers the types that may follow an outcome, or tells why none may. @param point where the step will stand */
export function offerForOutcome(outcome: Outcome, at: Point, point?: Point): void {
  const { source, key } = outcome;
  const journey = currentJourney();
  const { check } = useEditor.getState();
  if (journey === undefined) return;
  const may = canConnect(journey, check, { ...outcome, target: source });
  if (may !== true) {
    say({ text: may, tone: 'problem' });
    return;
  }
  const types = typesThatFit(allTypes(), { source, keys: [key] }, check);
  offerTypes(types, { title: texts.after, at, choose: (type) => addAfter(outcome, type, point) });
}

/** Offers what may come onto the selected edge or after the outcome that has the focus, else all below the selected step. */
export function offerAll(at: Point): void {
  const edge = findEdge(useEditor.getState().selection.edge);
  const outcome = outcomeOfFocus();
  if (edge !== undefined) offerForEdge(edge, at);
  else if (outcome !== undefined) offerOnOutcome(outcome, at);
  else offerTypes(allTypes(), { title: texts.add, at, choose: addBelowSelection });
}

/** Into the edge of this outcome alone, or after it where it leads nowhere. */
export function offerOnOutcome({ source, key }: Outcome, at: Point): void {
  const journey = currentJourney();
  const step = journey && stepOf(journey, source);
  const target = step && targetOf(step, key);
  if (target === undefined) offerForOutcome({ source, key }, at);
  else offerForEdge({ source, keys: [key], target }, at);
}

interface TypeOffer extends Pick<Offer, 'title' | 'at'> {
  readonly choose: (type: NodeTypeAnswer) => void;
}

function offerTypes(types: readonly NodeTypeAnswer[], { title, at, choose }: TypeOffer): void {
  const choices = types.map((type) => ({
    id: type.type,
    label: type.title,
    icon: iconOf(type.type, type),
    ...(type.help === null ? {} : { help: type.help }),
  }));
  const take = (id: string) => {
    const type = types.find((one) => one.type === id);
    if (type !== undefined) choose(type);
  };
  useDrawing.setState({ offer: { title, choices, at, choose: take } });
}

/** Below the selected step, led to by the next of its outcomes that is free; without one, in the middle of the view. */
export function addBelowSelection(type: NodeTypeAnswer): void {
  const known = knownNow();
  const [source] = selectedSteps().slice(-1);
  if (known === undefined) return;
  const key = source === undefined || type.annotation ? undefined : freeKey(known, source);
  if (source !== undefined && key !== undefined) addAfter({ source, key }, type);
  else {
    const id = addAt(type, source === undefined ? middleOfView() : below(source));
    if (id === undefined) return;
    goTo(id);
    if (type.annotation) write(id);
  }
}

/** A note in the middle of the view, ready to be written. */
export function addNote(): void {
  const note = allTypes().find(({ annotation }) => annotation);
  if (note === undefined) return;
  const id = addAt(note, middleOfView());
  if (id === undefined) return;
  goTo(id);
  write(id);
}

/** Its text stands selected in a field: what is typed takes its place. */
export function write(note: string): void {
  useDrawing.setState({ renaming: note });
}

/** The view stays. @param point of the canvas @returns the id of the step */
export function addAt(type: NodeTypeAnswer, point: Point): string | undefined {
  const journey = currentJourney();
  if (journey === undefined) return undefined;
  const step = newStep(journey, type);
  useEditor.getState().apply(addStep(step, settle(point)));
  return step.id;
}

export function insertInto(edge: Slot, type: NodeTypeAnswer): void {
  const journey = currentJourney();
  if (journey === undefined) return;
  const step = newStep(journey, type);
  const success = successOf(type, step.with);
  useEditor.getState().apply(insertOnEdge(edge, step, { success, places: allPlaces() }));
  goTo(step.id);
}

function addAfter({ source, key }: Outcome, type: NodeTypeAnswer, point?: Point): void {
  const journey = currentJourney();
  if (journey === undefined) return;
  const step = newStep(journey, type);
  const isReached = key === always || meaningOf(key, successesOf(source)) === 'reached';
  const outline = useEditor.getState().check?.nodes[source];
  const at = point ?? (isReached ? below(source) : beside(source));
  useEditor
    .getState()
    .apply(chain(addStep(step, settle(at)), connect({ source, key, target: step.id }, outline)));
  goTo(step.id);
}

function newStep(
  journey: Journey,
  { type, example, annotation, title }: NodeTypeAnswer,
): NewStep & { with?: object } {
  const id = freshId(journey, type);
  const isConfig = typeof example === 'object' && example !== null && Object.keys(example).length > 0;
  // A remark that nobody has written yet says what it is, in the author's language.
  const text = annotation && isConfig && 'text' in example && title[useLanguageState.getState().language];
  return { id, type, annotation, ...(isConfig ? { with: { ...example, ...(text && { text }) } } : {}) };
}

function allTypes(): readonly NodeTypeAnswer[] {
  return [...useCatalogue.getState().nodeTypes.values()];
}

function below(source: string): Point {
  const { x, y } = allPlaces()[source] ?? middleOfView();
  return { x, y: y + (useDrawing.getState().heights.get(source) ?? typicalHeight) + gap.y };
}

function beside(source: string): Point {
  const { x, y } = below(source);
  return { x: x + stepWidth + gap.x, y };
}

function settle(point: Point): Point {
  return freePlace(point, allPlaces(), useDrawing.getState().heights);
}
