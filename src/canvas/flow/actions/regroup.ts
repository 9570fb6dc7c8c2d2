// Steps that come into a group, go to another, or leave theirs: by being dropped there, or by being asked to.

import type { LocalizedText } from '../../../journey/catalogue.ts';
import { chain } from '../../model/commands/chain.ts';
import { moveToGroup } from '../../model/commands/group-steps.ts';
import { groupsOf } from '../../model/groups.ts';
import { type Command, stepOf } from '../../model/journey.ts';
import { titleOf } from '../../model/words.ts';
import { useEditor } from '../../state/editor.ts';
import type { Language } from '../../text/use-text.ts';
import { say } from '../../ui/toast.tsx';
import { allPlaces, type Choice, useDrawing } from '../drawing.ts';
import type { Regrouping } from '../drop-into-group.ts';
import { type Frame, frameId, framesOf, groupOfFrame } from '../frames.ts';
import { groupSelected } from './change.ts';
import { currentJourney, selectedSteps } from './current.ts';
import { pointOfFocus } from './open.ts';
import { focusStep } from './select.ts';

const texts = {
  offer: { en: 'Into which group?', ko: '어느 그룹에 넣을까요?' },
  newGroup: { en: 'A new group', ko: '새 그룹' },
  noGroup: { en: 'No group', ko: '그룹 없음' },
};

/** No group is called so. */
const newGroup = '@new';
const noGroup = '@none';

/** The frames that are drawn now. */
export function framesNow(): readonly Frame[] {
  const journey = currentJourney();
  if (journey === undefined) return [];
  const places = allPlaces();
  const placeFor = (id: string) => places[id] ?? { x: 0, y: 0 };
  return framesOf(journey, { placeFor, heights: useDrawing.getState().heights });
}

/** Says what becomes of the steps. @param first what is done before, and taken back together with it */
export function applyRegrouped(changes: readonly Regrouping[], ...first: readonly Command[]): void {
  const moves = changes.map(({ steps, group }) => moveToGroup(steps, group));
  useEditor.getState().apply(chain(...first, ...moves));
  for (const change of changes) say({ text: { en: wordsOf(change, 'en'), ko: wordsOf(change, 'ko') } });
}

/** Offers the groups that the selected steps can go to. */
export function offerGroups(): void {
  const journey = currentJourney();
  const steps = selectedSteps();
  if (journey === undefined || steps.length === 0) return;
  const groups = groupsOf(journey);
  const isInOne = groups.some((group) => group.steps.some((step) => steps.includes(step)));
  const others = groups.filter((group) => !steps.every((step) => group.steps.includes(step)));
  const choices: readonly Choice[] = [
    ...others.map(({ id, name }) => ({ id: frameId(id), label: { en: name, ko: name }, icon: 'group' })),
    { id: newGroup, label: texts.newGroup, icon: 'plus' },
    ...(isInOne ? [{ id: noGroup, label: texts.noGroup, icon: 'ungroup' }] : []),
  ];
  const choose = (id: string) => {
    if (id === newGroup) return groupSelected();
    const group = groupOfFrame(id);
    applyRegrouped([group === undefined ? { steps } : { steps, group }]);
    focusStep(steps[0] ?? '');
  };
  useDrawing.setState({ offer: { title: texts.offer, choices, at: pointOfFocus(), choose } });
}

function wordsOf({ steps, group: id }: Regrouping, language: Language): string {
  const journey = currentJourney();
  const [first = ''] = steps;
  const step = journey && stepOf(journey, first);
  const name = step === undefined ? first : titleOf(first, step, language);
  const group = journey && groupsOf(journey).find((one) => one.id === id)?.name;
  return (group === undefined ? leftWords : joinedWords)[language](steps.length, name, group ?? '');
}

type Words = { readonly [L in keyof LocalizedText]: (count: number, name: string, group: string) => string };

const joinedWords: Words = {
  en: (count, name, group) =>
    count === 1
      ? `“${name}” is in the group “${group}” now.`
      : `${count} steps are in the group “${group}” now.`,
  ko: (count, name, group) =>
    count === 1
      ? `"${name}" 단계를 "${group}" 그룹에 넣었습니다.`
      : `단계 ${count}개를 "${group}" 그룹에 넣었습니다.`,
};

const leftWords: Words = {
  en: (count, name) =>
    count === 1 ? `“${name}” is in no group now.` : `${count} steps are in no group now.`,
  ko: (count, name) =>
    count === 1 ? `"${name}" 단계를 그룹에서 뺐습니다.` : `단계 ${count}개를 그룹에서 뺐습니다.`,
};
