// Names that are written where they stand: of steps, of groups; and the text of a note.

import { setGroup } from '../../model/commands/group-steps.ts';
import { setConfig, setStep } from '../../model/commands/set.ts';
import { stepOf } from '../../model/journey.ts';
import { useEditor } from '../../state/editor.ts';
import { useLanguageState } from '../../text/use-text.ts';
import { useDrawing } from '../drawing.ts';
import { groupOfFrame } from '../frames.ts';
import { currentJourney, isEditing, selectedSteps } from './current.ts';
import { focusStep } from './select.ts';

/** @param id of a step, or of the frame of a group */
export function startRenaming(id = selectedSteps()[0]): void {
  if (isEditing()) useDrawing.setState({ renaming: id });
}

/** @param name undefined where it stays */
export function stopRenaming(id: string, name: string | undefined): void {
  useDrawing.setState({ renaming: undefined });
  const group = groupOfFrame(id);
  const { apply } = useEditor.getState();
  if (group === undefined) focusStep(id);
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
