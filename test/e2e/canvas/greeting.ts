// A small draft that several authors work on, each in a browser of their own, and how the server has it.

import { Author } from './author.ts';
import type { CanvasStage } from './stage.ts';

/** An author who has the draft of this id before them; the first one begins it. */
export async function openGreeting(stage: CanvasStage, id: string): Promise<Author> {
  const { api } = stage.world.local;
  const { drafts } = await api.drafts();
  if (!drafts.some((draft) => draft.id === id))
    await api.saveDraft(id, { source: JSON.stringify({ id, ...greeting }) });
  const author = new Author(await stage.open(`/journeys/${id}`));
  await author.step('text').waitFor();
  return author;
}

/** What a step of the draft is called on the server. */
export async function nameOnServer(stage: CanvasStage, id: string, step: string): Promise<string> {
  const { source } = await stage.world.local.api.draft(id);
  return JSON.parse(source).nodes[step].name;
}

const greeting = {
  ...{ name: 'Greeting', entry: { on: { api: true } }, start: 'text' },
  nodes: {
    text: {
      type: 'sms.send',
      name: 'Hello',
      with: { text: 'Hello' },
      next: { accepted: 'done', unresolved: 'done', '*': 'done' },
    },
    done: { type: 'exit', name: 'End', with: { as: 'reached' } },
  },
};
