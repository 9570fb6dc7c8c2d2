// Keeps the checker's word up to date: the worker checks the newest journey, one at a time.

import { ask } from '../worker/ask.ts';
import { useEditor } from './editor.ts';

/** @returns stops following */
export function followCheck(): () => void {
  let isStopped = false;
  let isBusy = false;
  let checked: unknown;

  async function run(): Promise<void> {
    const journey = useEditor.getState().history?.present;
    if (isBusy || isStopped || journey === undefined || journey === checked) return;
    isBusy = true;
    checked = journey;
    try {
      const check = await ask('check', { source: JSON.stringify(journey) });
      if (!isStopped) useEditor.getState().setCheck(check);
    } finally {
      isBusy = false;
    }
    await run();
  }

  run();
  const unsubscribe = useEditor.subscribe(run);
  return () => {
    isStopped = true;
    unsubscribe();
  };
}
