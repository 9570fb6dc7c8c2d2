// The gallery's journeys as a new project gets them: their text, and the test that stands beside each.

import { readdir, readFile } from 'node:fs/promises';
import type { LocalizedText } from '../../journey/catalogue.ts';
import { type Definition, definitionSchema } from '../../journey/definition.ts';
import { parse } from '../../journey/parse.ts';
import { isJourneyFile } from '../read-surroundings.ts';

export interface GalleryJourney {
  readonly id: string;
  readonly name: LocalizedText;
  /** Its file as it stands in the gallery. */
  readonly source: string;
  /** The text of its `*.journey-test.json`. */
  readonly test?: string;
}

const folder = new URL('../../gallery/', import.meta.url);

/** In the order of their names. */
export async function listGallery(): Promise<readonly GalleryJourney[]> {
  const names = (await readdir(folder)).filter(isJourneyFile).sort();
  return Promise.all(names.map(readJourney));
}

async function readJourney(file: string): Promise<GalleryJourney> {
  const source = await readFile(new URL(file, folder), 'utf8');
  const parsed = parse(source);
  const definition = definitionSchema.parse('document' in parsed ? parsed.document : undefined);
  const testFile = new URL(file.replace(/\.json$/, '.journey-test.json'), folder);
  const test = await readFile(testFile, 'utf8').catch(() => undefined);
  return { id: definition.id, name: toName(definition), source, ...(test !== undefined && { test }) };
}

function toName({ name }: Definition): LocalizedText {
  if (typeof name === 'string') return { en: name, ko: name };
  const [any = ''] = Object.values(name);
  return { en: name['en'] ?? any, ko: name['ko'] ?? any };
}
