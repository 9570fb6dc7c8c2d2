// Opens a journey: the newest draft, else the newest version.

import { client } from '../api/client.ts';
import { loadCatalogue } from './catalogue.ts';
import { useEditor } from './editor.ts';

export async function openJourney(id: string): Promise<void> {
  const [{ definition }] = await Promise.all([client.journey(id), loadCatalogue()]);
  useEditor.getState().open(definition);
}
