// What somebody writes in a field comes into the journey with the first pause. Until then its own field shows it, and no
// letter waits for the canvas, the checks and the saving of the whole journey.

/** Typing goes on within it. */
export const pauseMs = 150;

interface Writing {
  readonly field: string;
  readonly write: () => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

let pending: Writing | undefined;

/** @param write what stands in the field now; takes the place of what the same field has not written yet */
export function writeSoon(field: string, write: () => void): void {
  if (pending?.field !== field) finishWriting();
  clearTimeout(pending?.timer);
  pending = { field, write, timer: setTimeout(finishWriting, pauseMs) };
}

/** Before anything looks at the journey or changes it in another way. */
export function finishWriting(): void {
  const finished = pending;
  pending = undefined;
  clearTimeout(finished?.timer);
  finished?.write();
}

/** Nothing is left behind in a field or on the page. @returns stops following */
export function followWriting(): () => void {
  const stopped = new AbortController();
  const early = { capture: true, signal: stopped.signal };
  addEventListener('focusout', finishWriting, early);
  addEventListener('pagehide', finishWriting, early);
  document.addEventListener('visibilitychange', finishWriting, early);
  return () => {
    stopped.abort();
    finishWriting();
  };
}
