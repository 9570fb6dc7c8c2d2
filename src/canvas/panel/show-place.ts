// Brings the field of a place of the document into sight and gives it the focus. Fields tell their place by `data-place`.

import type { IssuePath } from '../../journey/issues.ts';
import { toPlace } from '../form/field-view.tsx';

const focusable = 'input, textarea, [contenteditable="true"], button';
/** A tab may have to open first, and an editor to load. */
const tries = [0, 60, 200, 600];

/** @returns stops trying */
export function showPlace(panel: HTMLElement, path: IssuePath): () => void {
  const timers = tries.map((afterMs) =>
    setTimeout(() => {
      if (tryToShow(panel, path)) for (const timer of timers) clearTimeout(timer);
    }, afterMs),
  );
  return () => {
    for (const timer of timers) clearTimeout(timer);
  };
}

function tryToShow(panel: HTMLElement, path: IssuePath): boolean {
  const field = findField(panel, path);
  const input = field?.querySelector<HTMLElement>(focusable);
  if (field === undefined || input == null) return false;
  field.scrollIntoView({ block: 'center' });
  input.focus({ preventScroll: true });
  return true;
}

/** The field of this place, or the nearest one that it stands in. */
function findField(panel: HTMLElement, path: IssuePath): HTMLElement | undefined {
  const fields = new Map(
    [...panel.querySelectorAll<HTMLElement>('[data-place]')].map((field) => [
      field.dataset['place'] ?? '',
      field,
    ]),
  );
  for (let length = path.length; length > 0; length -= 1) {
    const field = fields.get(toPlace(path.slice(0, length)));
    if (field !== undefined) return field;
  }
  return undefined;
}
