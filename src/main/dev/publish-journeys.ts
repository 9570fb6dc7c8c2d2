// The journeys of a project's folder and those below on the stack of `jornada dev`: published at the start, and again
// whenever a file changes. What has errors is told and leaves the version before in place.

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { findFiles } from '../../cli/find-files.ts';
import { isJourneyFile } from '../../cli/read-surroundings.ts';
import { listNeeded } from '../../cli/rehearse/list-needed.ts';
import type { Client } from '../../client/client.ts';
import { ProblemError } from '../../client/client-errors.ts';
import type { Catalogue } from '../../journey/catalogue.ts';
import { type Definition, definitionSchema } from '../../journey/definition.ts';
import type { Language } from '../../journey/issue-prose.ts';
import { parse } from '../../journey/parse.ts';

export interface PublisherOptions {
  readonly api: Pick<Client, 'publish'>;
  /** Its JSON files are journeys. */
  readonly folder: string;
  readonly language: Language;
  readonly say: (line: string) => void;
}

/** @returns what publishes everything once more; what has not changed is not told again */
export function createPublisher(options: PublisherOptions): (catalogue: Catalogue) => Promise<void> {
  const { api, say, language, folder } = options;
  const versions = new Map<string, number>();
  const refusals = new Map<string, string>();
  return async (catalogue) => {
    for (const { file, source } of inOrder(await readFolder(folder), catalogue)) {
      try {
        const { id, version = 0, warnings } = await api.publish(source);
        const isMended = refusals.delete(file);
        if (versions.get(id) === version && !isMended) continue;
        versions.set(id, version);
        say(texts[language].published({ file, id, version, warnings: warnings.length }));
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const lines = toLines(error);
        const refused = `${Buffer.from(source)}\n${lines}`;
        if (refusals.get(file) === refused) continue;
        refusals.set(file, refused);
        say(`${texts[language].refused(file)}\n${lines}`);
      }
    }
  };
}

interface JourneyFile {
  readonly file: string;
  readonly source: Uint8Array;
  /** Undefined where it can't be read as one: the server says why. */
  readonly definition: Definition | undefined;
}

async function readFolder(folder: string): Promise<readonly JourneyFile[]> {
  const files = await findFiles([folder], isJourneyFile);
  return files.map((file) => {
    const source = readFileSync(file);
    const parsed = parse(source);
    const definition = 'document' in parsed ? definitionSchema.safeParse(parsed.document).data : undefined;
    return { file: relative(folder, file), source, definition };
  });
}

/** Whoever is named by another journey comes before it. */
function inOrder(files: readonly JourneyFile[], catalogue: Catalogue): readonly JourneyFile[] {
  const definitions = files.flatMap(({ definition }) => definition ?? []);
  const journeys = new Map(definitions.map((definition) => [definition.id, definition]));
  const ordered = definitions.flatMap((definition) => [
    ...listNeeded(definition, { catalogue, journeys }),
    definition,
  ]);
  const places = new Map<string, number>();
  for (const { id } of ordered) if (!places.has(id)) places.set(id, places.size);
  const placeOf = ({ definition }: JourneyFile) => places.get(definition?.id ?? '') ?? places.size;
  return files.toSorted((left, right) => placeOf(left) - placeOf(right));
}

function toLines({ problem }: ProblemError): string {
  const errors = problem.errors ?? [];
  if (errors.length === 0) return `  ${problem.code} ${problem.title}`;
  return errors
    .filter(({ severity }) => severity === 'error')
    .map(({ code, line = 1, column = 1, detail }) => `  ${line}:${column} ${code} ${detail}`)
    .join('\n');
}

interface Published {
  readonly file: string;
  readonly id: string;
  readonly version: number;
  readonly warnings: number;
}

const texts = {
  en: {
    published: ({ file, id, version, warnings }: Published) =>
      `${file}: ${id} version ${version}${warnings === 0 ? '' : `, ${warnings} warnings (jornada validate tells them)`}`,
    refused: (file: string) => `${file}: not published`,
  },
  ko: {
    published: ({ file, id, version, warnings }: Published) =>
      `${file}: ${id} 버전 ${version}${warnings === 0 ? '' : `, 경고 ${warnings}개(jornada validate로 확인)`}`,
    refused: (file: string) => `${file}: 게시하지 못했습니다`,
  },
} as const;
