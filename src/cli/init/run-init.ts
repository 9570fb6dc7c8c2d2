// Carries out `jornada init`: asks what it wasn't told where somebody sits at a terminal, and writes the files.

import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../journey/issue-prose.ts';
import { renderJsonSchema } from '../../journey/json-schema.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { findDependency } from './dependency.ts';
import { type GalleryJourney, listGallery, readTemplates } from './gallery.ts';
import { toPackageJson } from './package-json.ts';
import { createProjectFiles } from './project-files.ts';

export interface InitOptions {
  readonly journey?: string;
}

export async function runInit(
  { args, options }: CommandInput<InitOptions>,
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language, version } = context;
  const gallery = await listGallery(language);
  const [given] = args;
  // Before anything is asked: questions whose answers are thrown away help nobody.
  if (given !== undefined) await assertEmpty(given);
  const mayAsk = console.isInteractive && !options.json;
  const asked = await answersFor({ folder: given, journey: options.journey, gallery, mayAsk }, language);
  if (asked === undefined) return exitCodes.usage;
  const { folder, journey } = asked;
  await assertEmpty(folder);
  const files = new Map(createProjectFiles({ journey, language, templates: await readTemplates() }));
  files.set(
    'package.json',
    toPackageJson(await readPackageJson(folder), { folder, dependency: findDependency(folder, version) }),
  );
  for (const [name, text] of files) await writeNew(path.join(folder, name), text);
  const { catalogue } = await context.loadProject(folder);
  // With the project's own node types: editors know them too.
  const schema = renderJsonSchema(catalogue);
  files.set('journey.v1.json', schema);
  await writeNew(path.join(folder, 'journey.v1.json'), schema);
  const next = nextSteps(folder, journey.id);
  if (options.json) console.printJson({ folder: path.resolve(folder), files: [...files.keys()], next });
  else console.print(words[language].made(folder, [...files.keys()], next));
  return exitCodes.ok;
}

interface Asked {
  readonly folder: string | undefined;
  readonly journey: string | undefined;
  readonly gallery: readonly GalleryJourney[];
  /** A person sits at a terminal and did not ask for JSON. */
  readonly mayAsk: boolean;
}

interface Answers {
  readonly folder: string;
  readonly journey: GalleryJourney;
}

/** Undefined when the person gave up. */
async function answersFor(
  { folder, journey, gallery, mayAsk }: Asked,
  language: Language,
): Promise<Answers | undefined> {
  const named = journey === undefined ? undefined : findJourney(journey, gallery);
  if (mayAsk && (folder === undefined || named === undefined)) {
    const { askForProject } = await import('./ask-for-project.ts');
    return askForProject({ folder, journey: named, gallery }, language);
  }
  return { folder: folder ?? '.', journey: named ?? findJourney(firstJourney, gallery) };
}

/** The journey to start with where nobody chose: it shows waits, a chain of fallbacks and an ending. */
const firstJourney = 'cart-recovery';

function findJourney(id: string, gallery: readonly GalleryJourney[]): GalleryJourney {
  const found = gallery.find((journey) => journey.id === id || journey.id === `${id}-en`);
  if (found !== undefined) return found;
  const ids = gallery.map((journey) => journey.id).join(', ');
  throw CliError.usage({
    en: `the gallery has no journey "${id}". It has: ${ids}.`,
    ko: `갤러리에 "${id}" 여정이 없습니다. 있는 여정: ${ids}.`,
  });
}

/** What npm and git leave in a folder is no reason to refuse it. */
const harmless = [
  'package.json',
  'package-lock.json',
  'node_modules',
  '.git',
  '.gitignore',
  '.npmrc',
  '.jornada',
];

async function assertEmpty(folder: string): Promise<void> {
  const stats = await stat(folder).catch(() => undefined);
  if (stats === undefined) return;
  const names = stats.isDirectory() ? await readdir(folder) : [path.basename(folder)];
  const found = names.find((name) => !harmless.includes(name));
  if (found === undefined) return;
  throw CliError.usage({
    en: `${folder} is not empty (${found}). Name a folder that doesn't exist yet: jornada init my-project`,
    ko: `${folder} 폴더가 비어 있지 않습니다(${found}). 아직 없는 폴더를 쓰세요: jornada init my-project`,
  });
}

async function readPackageJson(folder: string): Promise<string | undefined> {
  return readFile(path.join(folder, 'package.json'), 'utf8').catch(() => undefined);
}

async function writeNew(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

function nextSteps(folder: string, journey: string): readonly string[] {
  const enter = path.resolve(folder) === process.cwd() ? [] : [`cd ${folder}`];
  const commands = ['validate journeys', `simulate journeys/${journey}.json`, 'test', 'dev'];
  return [...enter, 'npm install', ...commands.map((command) => `npx jornada ${command}`)];
}

const words: {
  readonly [language in Language]: {
    readonly made: (folder: string, files: readonly string[], next: readonly string[]) => string;
  };
} = {
  en: {
    made: (folder, files, next) =>
      `Made in ${folder}:\n${toList(files)}\n\nNext:\n${toList(next)}\n\nREADME.md says what is where.`,
  },
  ko: {
    made: (folder, files, next) =>
      `${folder}에 만든 파일:\n${toList(files)}\n\n다음 단계:\n${toList(next)}\n\n무엇이 어디에 있는지는 README.md에 있습니다.`,
  },
};

const toList = (lines: readonly string[]) => lines.map((line) => `  ${line}`).join('\n');
