// One side of `jornada diff`: a file, or a version that a running Jornada has.

import { statSync } from 'node:fs';
import type { Definition } from '../../journey/definition.ts';
import { readStoredDefinition } from '../../journey/read-definition.ts';
import type { Surroundings } from '../../journey/surroundings.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext } from '../command.ts';
import { checkJourney, loadJourney } from '../load-journey.ts';
import type { Project } from '../project.ts';
import { orUndefined, type ServerFlags, withServer } from '../server/with-server.ts';

export interface Side {
  readonly definition: Definition;
  readonly project: Project;
  readonly surroundings: Surroundings;
}

/** `spring-sale@3`, or `spring-sale` for the newest version. */
const publishedForm = /^(?<id>[a-z0-9][a-z0-9-]{0,63})(?:@(?<version>[1-9]\d{0,8}))?$/;

/** A file comes before a published journey of the same name. @throws CliError where there is neither */
export async function readSide(given: string, flags: ServerFlags, context: CommandContext): Promise<Side> {
  const { id, version } = publishedForm.exec(given)?.groups ?? {};
  const isFile = statSync(given, { throwIfNoEntry: false })?.isFile() === true;
  if (id === undefined || isFile) return readFile(given, context);
  const asked = await withServer(flags, context, (client) =>
    orUndefined(client.journey(id, version === undefined ? undefined : Number(version)), 'JOURNEY_UNKNOWN'),
  );
  if (asked === undefined) {
    throw CliError.usage({
      en: `There is no file ${given}, and no journey of that name and version is published.`,
      ko: `${given} 파일이 없고, 그런 이름과 버전으로 게시된 여정도 없습니다.`,
    });
  }
  const project = await context.loadProject('.');
  return {
    definition: readStoredDefinition(asked.definition),
    project,
    surroundings: project.surroundingsOf('-'),
  };
}

/** Errors inside nodes don't matter here: what has the shape of a journey can be compared. */
async function readFile(file: string, context: CommandContext): Promise<Side> {
  const checked = await checkJourney(file, context);
  const { definition } = checked.validation;
  return definition === undefined ? loadJourney(file, context) : { ...checked, definition };
}
