// Keeps the checker's word up to date: the newest journey is checked, one at a time, by the worker; by the server where
// a step is of a type that only the project has.

import type { CheckAnswer } from '../../journey/check-answer.ts';
import { client } from '../api/client.ts';
import type { Journey } from '../model/journey.ts';
import { toText } from '../model/json-text.ts';
import { share } from '../model/share.ts';
import { say } from '../ui/toast.tsx';
import { ask } from '../worker/ask.ts';
import { useCatalogue } from './catalogue.ts';
import { useEditor } from './editor.ts';
import { writtenText } from './written-text.ts';

const texts = {
  failed: {
    en: 'The checks could not run: reload the page. What you have drawn is kept.',
    ko: '검사를 실행하지 못했습니다. 페이지를 새로 고치세요. 작업한 내용은 보관되어 있습니다.',
  },
};

const checkedJourneys = new WeakMap<CheckAnswer, Journey>();

/** Whether the checker's word is about this very journey: its lines are then those of its text. */
export function isCheckOf(check: CheckAnswer | undefined, journey: Journey | undefined): boolean {
  return check !== undefined && checkedJourneys.get(check) === journey;
}

/** @returns stops following */
export function followCheck(): () => void {
  let isStopped = false;
  let isBusy = false;
  let checked: Journey | undefined;

  async function run(): Promise<void> {
    const journey = useEditor.getState().history?.present;
    if (isBusy || isStopped || journey === undefined || journey === checked) return;
    isBusy = true;
    checked = journey;
    try {
      const check = shareWith(useEditor.getState().check, await checkJourney(journey));
      checkedJourneys.set(check, journey);
      if (!isStopped) useEditor.getState().setCheck(check);
    } catch {
      say({ text: texts.failed, tone: 'problem' });
    } finally {
      isBusy = false;
    }
    run();
  }

  run();
  const unsubscribe = useEditor.subscribe(run);
  return () => {
    isStopped = true;
    unsubscribe();
  };
}

/** What is said of a step that did not change stays the same object, so that the step is not drawn anew. */
function shareWith(before: CheckAnswer | undefined, check: CheckAnswer): CheckAnswer {
  if (before === undefined) return check;
  return { ...check, nodes: share(before.nodes, check.nodes), issues: share(before.issues, check.issues) };
}

/** Lines are those of the text that the author has written, else of the one that we lay out. */
export async function checkJourney(journey: Journey): Promise<CheckAnswer> {
  const text = writtenText(journey);
  if (hasOwnTypes(journey)) {
    try {
      return await client.check(text ?? toText(journey));
    } catch {
      // Without the server the worker says what it can; types that it lacks are errors until the next change.
    }
  }
  return ask('check', { journey, text });
}

/** Types of the project: the bundle has no code for them. */
function hasOwnTypes({ nodes }: Journey): boolean {
  const { nodeTypes } = useCatalogue.getState();
  return Object.values(nodes).some(({ type }) => nodeTypes.get(type)?.builtIn === false);
}
