// Whether the drawing may be changed: in edit mode, and not while an old version is looked at.

import { type EditorState, useEditor } from '../state/editor.ts';

export function canEdit({ mode, isReadOnly }: Pick<EditorState, 'mode' | 'isReadOnly'>): boolean {
  return mode === 'edit' && !isReadOnly;
}

export function useCanEdit(): boolean {
  return useEditor(canEdit);
}
