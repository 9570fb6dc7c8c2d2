// The gallery's journeys as a new project gets them: their text, the test that stands beside each, and the templates
// that they use.

import { readdir, readFile } from 'node:fs/promises';
import type { LocalizedText } from '../../journey/catalogue.ts';
import { type Definition, definitionSchema } from '../../journey/definition.ts';
import type { Language } from '../../journey/issue-prose.ts';
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

const english = /-en\.json$/;

/** Those with a test, written in a language, in the order of their names. English ones are called `…-en`. */
export async function listGallery(language: Language): Promise<readonly GalleryJourney[]> {
  const names = (await readdir(folder)).filter(isJourneyFile).sort();
  const journeys = names.filter((name) => english.test(name) === (language === 'en'));
  return (await Promise.all(journeys.map(readJourney))).filter(({ test }) => test !== undefined);
}

/** The templates of the gallery, as a project's `templates.json`. */
export function readTemplates(): Promise<string> {
  return readFile(new URL('templates.json', folder), 'utf8');
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
