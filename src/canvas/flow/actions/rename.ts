// Names that are written where they stand: of steps, of groups; and the text of a note.

import { setGroup } from '../../model/commands/group-steps.ts';
import { setConfig, setStep } from '../../model/commands/set.ts';
import { groupOfAll } from '../../model/groups.ts';
import { stepOf } from '../../model/journey.ts';
import { useEditor } from '../../state/editor.ts';
import { useLanguageState } from '../../text/use-text.ts';
import { useDrawing } from '../drawing.ts';
import { frameId, groupOfFrame } from '../frames.ts';
import { currentJourney, isEditing, selectedSteps } from './current.ts';
import { focusGroup, focusStep } from './select.ts';

/** @param id of a step, or of the frame of a group */
export function startRenaming(id = namedNow()): void {
  if (isEditing()) useDrawing.setState({ renaming: id });
}

/** The group that has the focus, or whose steps are selected; else the first step that is. */
function namedNow(): string | undefined {
  const journey = currentJourney();
  const steps = selectedSteps();
  const focused = document.activeElement?.closest<HTMLElement>('[data-group]')?.dataset['group'];
  const all = journey === undefined || steps.length < 2 ? undefined : groupOfAll(journey, steps)?.id;
  const group = focused ?? all;
  return group === undefined ? steps[0] : frameId(group);
}

/** @param name undefined where it stays */
export function stopRenaming(id: string, name: string | undefined): void {
  useDrawing.setState({ renaming: undefined });
  const group = groupOfFrame(id);
  const { apply } = useEditor.getState();
  if (group === undefined) focusStep(id);
  else focusGroup(group);
  if (name === undefined) return;
  if (group === undefined) apply(setStep(id, { name: withName(id, name) }));
  else apply(setGroup(group, { name }));
}

/** @param text undefined where it stays */
export function stopWriting(id: string, text: string | undefined): void {
  useDrawing.setState({ renaming: undefined });
  if (text !== undefined) useEditor.getState().apply(setConfig(id, ['text'], text));
  focusStep(id);
}

/** Of a name in several languages, the one of the interface changes. */
function withName(id: string, name: string) {
  const before = currentJourney();
  const known = before && stepOf(before, id)?.name;
  return typeof known === 'object' ? { ...known, [useLanguageState.getState().language]: name } : name;
}
