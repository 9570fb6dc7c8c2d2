// Opens a journey: the newest draft, else the newest version.

import { client } from '../api/client.ts';
import { useEditor } from './editor.ts';

export async function openJourney(id: string): Promise<void> {
  const { definition } = await client.journey(id);
  useEditor.getState().open(definition);
}
