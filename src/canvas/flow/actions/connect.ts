// Connecting without a mouse: first which outcome, then where it leads.

import type { LocalizedText } from '../../../journey/catalogue.ts';
import { anyFailure } from '../../../journey/outcome-match.ts';
import type { NodeOutlines } from '../../../journey/outline-nodes.ts';
import { connect } from '../../model/commands/connect.ts';
import { always, targetOf } from '../../model/edges.ts';
import { type Journey, type Point, type Step, stepOf } from '../../model/journey.ts';
import { meaningOf } from '../../model/meaning.ts';
import { outcomeMeaning, outcomeWords } from '../../model/outcome-words.ts';
import { iconOf } from '../../model/words.ts';
import { useCatalogue } from '../../state/catalogue.ts';
import { useEditor } from '../../state/editor.ts';
import { nameOf } from '../../text/name-of.ts';
import { say } from '../../ui/toast.tsx';
import { type Choice, useDrawing } from '../drawing.ts';
import { offerForOutcome } from './add.ts';
import { currentJourney, selectedSteps, successesOf } from './current.ts';
import { outcomeOfFocus, pointOfFocus } from './open.ts';
import { focusStep } from './select.ts';

const texts = {
  outcome: { en: 'Which outcome?', ko: '어떤 결과를 이을까요?' },
  target: { en: 'Where does it lead?', ko: '어디로 이을까요?' },
  newStep: { en: 'New step…', ko: '새 단계…' },
  ends: {
    en: 'The journey ends here: nothing follows.',
    ko: '여정이 여기서 끝나므로 뒤에 아무것도 올 수 없습니다.',
  },
};

/** No step can be called so. */
const newStep = '@new';

/** For the outcome that has the focus, the selected step, or the step that the selected edge leaves. */
export function connectSelected(): void {
  const outcome = outcomeOfFocus();
  if (outcome !== undefined) {
    offerTargets(outcome.source, outcome.key, pointOfFocus());
    return;
  }
  const { edge } = useEditor.getState().selection;
  const source = edge?.split('→')[0] ?? selectedSteps()[0];
  if (source !== undefined) offerOutcomes(source, pointOfFocus());
}

export function offerOutcomes(source: string, at: Point): void {
  const journey = currentJourney();
  const step = journey && stepOf(journey, source);
  const outline = useEditor.getState().check?.nodes[source];
  if (journey === undefined || step === undefined) return;
  if (outline?.terminal === true) {
    say({ text: texts.ends });
    return;
  }
  const words = outline?.outcomes ?? [];
  const successes = successesOf(source);
  const isSingle = words.length < 2 || typeof step.next === 'string';
  const others = words.filter((word) => !successes.includes(word));
  const keys = [
    ...(isSingle ? [always] : []),
    ...(words.length < 2 ? [] : [...successes, anyFailure, ...others]),
  ];
  const choices = keys.map((key): Choice => {
    const taken = targetOf(step, key);
    const help = taken === undefined ? outcomeMeaning(key) : leadsTo(journey, taken);
    const meaning = key === always ? 'reached' : meaningOf(key, successes);
    return { id: key, label: outcomeWords(key), meaning, ...(help === undefined ? {} : { help }) };
  });
  const choose = (key: string) => offerTargets(source, key, at);
  useDrawing.setState({ offer: { title: texts.outcome, choices, at, choose } });
}

export function offerTargets(source: string, key: string, at: Point): void {
  const journey = currentJourney();
  if (journey === undefined) return;
  const outlines: NodeOutlines = useEditor.getState().check?.nodes ?? {};
  const steps = Object.entries(journey.nodes)
    .filter(([id]) => id !== source && outlines[id]?.annotation !== true)
    .map(
      ([id, step]): Choice => ({
        id,
        label: titleOf(id, step),
        help: { en: id, ko: id },
        icon: iconFor(step),
      }),
    );
  const choices = [{ id: newStep, label: texts.newStep, icon: 'plus' }, ...steps];
  const choose = (target: string) => {
    if (target === newStep) offerForOutcome({ source, key }, at);
    else leadTo(source, key, target);
  };
  useDrawing.setState({ offer: { title: texts.target, choices, at, choose } });
}

function leadTo(source: string, key: string, target: string): void {
  const { apply, check } = useEditor.getState();
  apply(connect({ source, key, target }, check?.nodes[source]));
  focusStep(source);
}

function leadsTo(journey: Journey, target: string): LocalizedText {
  const step = stepOf(journey, target);
  const { en, ko } = step === undefined ? { en: target, ko: target } : titleOf(target, step);
  return { en: `leads to “${en}” now`, ko: `지금은 "${ko}"(으)로 이어집니다` };
}

function titleOf(id: string, { name }: Step): LocalizedText {
  if (name === undefined) return { en: id, ko: id };
  return { en: nameOf(name, 'en'), ko: nameOf(name, 'ko') };
}

function iconFor({ type }: Step): string {
  return iconOf(type, useCatalogue.getState().nodeTypes.get(type));
}
