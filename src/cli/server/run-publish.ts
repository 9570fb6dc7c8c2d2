// Carries out `jornada publish`: what changes against the newest version, then the new version's number.

import { type DefinitionDiff, diffDefinitions } from '../../journey/diff.ts';
import { describeChange, signOf } from '../../journey/diff-prose.ts';
import type { Language } from '../../journey/issue-prose.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { loadJourney } from '../load-journey.ts';
import { orUndefined, type ServerFlags, withServer } from './with-server.ts';

export interface PublishFlags extends ServerFlags {
  readonly dryRun?: true;
}

export async function runPublish(
  { args, options }: CommandInput<PublishFlags>,
  context: CommandContext,
): Promise<ExitCode> {
  const [file = '-'] = args;
  const journey = await loadJourney(file, context);
  const { definition, surroundings, project } = journey;
  return withServer(options, context, async (client) => {
    const newest = await orUndefined(client.journey(definition.id), 'JOURNEY_UNKNOWN');
    const dryRun = options.dryRun === true;
    const answer = await client.publish(journey.source, { dryRun });
    const diff =
      newest === undefined
        ? undefined
        : diffDefinitions(newest.definition, definition, { catalogue: project.catalogue, surroundings });
    const created = newest?.hash !== answer.hash;
    const { console, language } = context;
    if (options.json) {
      const { id, version, hash, warnings } = answer;
      const changes = diff?.changes ?? [];
      console.printJson({ id, version, previous: newest?.version, created, hash, changes, warnings });
      return exitCodes.ok;
    }
    for (const { code, line, column, detail } of answer.warnings) {
      console.print(`${file}:${line ?? 1}:${column ?? 1} ${console.paint('yellow', code)} ${detail}`);
    }
    const words = texts[language];
    for (const line of toLines(diff, language)) console.print(`  ${line}`);
    console.print(
      words.done({ id: definition.id, version: answer.version, previous: newest?.version, created }),
    );
    return exitCodes.ok;
  });
}

/** A line for each change; the whole of a first version goes without saying. */
function toLines(diff: DefinitionDiff | undefined, language: Language): readonly string[] {
  return (diff?.changes ?? []).map((change) => `${signOf(change)} ${describeChange(change, language)}`);
}

interface Done {
  readonly id: string;
  readonly version: number | undefined;
  readonly previous: number | undefined;
  readonly created: boolean;
}

const texts: { readonly [language in Language]: { readonly done: (done: Done) => string } } = {
  en: {
    done: ({ id, version, previous, created }) => {
      if (!created) return `${id}: nothing to publish, version ${previous} means the same`;
      if (version !== undefined) return `${id}: published as version ${version}`;
      return `${id}: would be published as version ${(previous ?? 0) + 1} (dry run)`;
    },
  },
  ko: {
    done: ({ id, version, previous, created }) => {
      if (!created) return `${id}: 게시할 것이 없습니다. 버전 ${previous}과(와) 의미가 같습니다`;
      if (version !== undefined) return `${id}: 버전 ${version}(으)로 게시했습니다`;
      return `${id}: 버전 ${(previous ?? 0) + 1}(으)로 게시될 예정입니다(시험 실행)`;
    },
  },
};
