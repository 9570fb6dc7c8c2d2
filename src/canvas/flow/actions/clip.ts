// Copy, cut, paste and duplicate. What is on the clipboard is JSON text, so that it goes from journey to journey and into
// an editor. The clipboard is reached through the events of the page: no permission is asked for.

import { fromClip, toClip } from '../../model/clipboard.ts';
import { aside, duplicateSteps, pasteSteps } from '../../model/commands/paste-steps.ts';
import { freshIds } from '../../model/ids.ts';
import type { Point } from '../../model/journey.ts';
import { referencesBy } from '../../model/references.ts';
import { useCatalogue } from '../../state/catalogue.ts';
import { useEditor } from '../../state/editor.ts';
import { say } from '../../ui/toast.tsx';
import { useDrawing } from '../drawing.ts';
import { removeAll } from './change.ts';
import { currentJourney, isEditing, selectedSteps } from './current.ts';
import { focusStep, selectSteps } from './select.ts';

const texts = {
  copied: (count: number) => ({
    en: count === 1 ? 'Copied a step.' : `Copied ${count} steps.`,
    ko: `단계 ${count}개를 복사했습니다.`,
  }),
  paste: {
    en: 'Press Ctrl+V (on a Mac Cmd+V) to paste.',
    ko: 'Ctrl+V(Mac은 Cmd+V)를 눌러 붙여넣으세요.',
  },
  noClip: {
    en: 'What is on the clipboard is no step of a journey.',
    ko: '클립보드에 있는 내용은 여정의 단계가 아닙니다.',
  },
};

/** Puts what is selected into a `copy` or `cut` event. @returns whether there was anything */
export function copyInto(event: ClipboardEvent): boolean {
  const journey = currentJourney();
  const steps = selectedSteps();
  if (journey === undefined || steps.length === 0 || event.clipboardData === null) return false;
  event.clipboardData.setData('text/plain', toClip(journey, steps, useDrawing.getState().placed));
  event.preventDefault();
  if (event.type === 'cut' && isEditing()) removeAll(steps);
  else say({ text: texts.copied(steps.length) });
  return true;
}

/** @param point of the canvas: the upper left corner of what is pasted */
export function pasteFrom(event: ClipboardEvent, point: Point): void {
  const journey = currentJourney();
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (journey === undefined || !isEditing() || text.trim() === '') return;
  event.preventDefault();
  const clip = fromClip(text);
  if (clip === undefined) {
    say({ text: texts.noClip, tone: 'problem' });
    return;
  }
  const ids = [...freshIds(journey, Object.keys(clip.nodes)).values()];
  const referencesOf = referencesBy(useCatalogue.getState().nodeTypes);
  const { placed } = useDrawing.getState();
  useEditor.getState().apply(pasteSteps(clip, point, { referencesOf, placed }));
  selectAndFocus(ids);
}

export function duplicateSelected(): void {
  const journey = currentJourney();
  const { apply } = useEditor.getState();
  const steps = selectedSteps();
  if (journey === undefined || steps.length === 0) return;
  const ids = freshIds(journey, steps);
  const referencesOf = referencesBy(useCatalogue.getState().nodeTypes);
  apply(duplicateSteps(ids, aside, { referencesOf, placed: useDrawing.getState().placed }));
  selectAndFocus([...ids.values()]);
}

/** The browser asks the page for what it copies, as if the keys had been pressed. */
export function copySelected(): void {
  document.execCommand('copy');
}

export function cutSelected(): void {
  document.execCommand('cut');
}

/** No page may read the clipboard by itself. */
export function sayHowToPaste(): void {
  say({ text: texts.paste });
}

function selectAndFocus(ids: readonly string[]): void {
  const [first] = ids;
  if (first === undefined) return;
  selectSteps(ids);
  focusStep(first);
}
