// Are the secrets set that journeys name: those published where the server is, and those of the project here? Where
// none is named there is nothing to say.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../cli/doctor/check.ts';
import { findFiles } from '../../cli/find-files.ts';
import { loadProject } from '../../cli/project.ts';
import { isJourneyFile } from '../../cli/read-surroundings.ts';
import { createClient } from '../../client/client.ts';
import { ProblemError, UnreachableError } from '../../client/client-errors.ts';
import type { Config } from '../../config.ts';
import type { Definition } from '../../journey/definition.ts';
import { parse } from '../../journey/parse.ts';
import { findDefinition } from '../../journey/read-definition.ts';
import { listSecretNames } from '../../journey/secret-names.ts';

interface Where {
  readonly folder: string;
  readonly url: string | undefined;
  readonly apiKey: string | undefined;
}

/** @throws CliError usage, where the project here can't be loaded */
export async function checkSecrets(secrets: Config['secrets'], where: Where): Promise<readonly Check[]> {
  const project = await loadProject(where.folder);
  const journeys = [...(await readLocal(project.folder)), ...(await readPublished(where))];
  const missing = new Map<string, Set<string>>();
  const named = new Set<string>();
  for (const journey of journeys) {
    for (const name of listSecretNames(journey, project.catalogue)) {
      named.add(name);
      if (!secrets.has(name)) missing.set(name, (missing.get(name) ?? new Set()).add(journey.id));
    }
  }
  return named.size === 0 ? [] : [toCheck(named.size, missing)];
}

function toCheck(count: number, missing: ReadonlyMap<string, ReadonlySet<string>>): Check {
  if (missing.size === 0) {
    const found = { en: `all ${count} that journeys name are set`, ko: `여정에 쓰인 ${count}개 모두 설정됨` };
    return { id: 'secrets', status: 'ok', found };
  }
  const list = [...missing].map(([name, journeys]) => `${name} (${[...journeys].join(', ')})`).join(', ');
  const variables = [...missing.keys()].map((name) => `JORNADA_SECRET_${name}`).join(', ');
  return {
    id: 'secrets',
    status: 'warn',
    found: { en: `not set here: ${list}`, ko: `여기에 설정되지 않음: ${list}` },
    todo: {
      en: `Set ${variables} for the workers: the nodes that name them end as "invalid".`,
      ko: `워커에 ${variables} 값을 설정하세요. 없으면 해당 노드는 "invalid"로 끝납니다.`,
    },
  };
}

async function readLocal(folder: string): Promise<readonly Definition[]> {
  const home = join(folder, 'journeys');
  if (!existsSync(home)) return [];
  return (await findFiles([home], isJourneyFile)).flatMap(readDefinition);
}

/** What is wrong with a file is for `validate` to say. */
function readDefinition(file: string): readonly Definition[] {
  const definition = findDefinition(parse(readFileSync(file)).document);
  return definition === undefined ? [] : [definition];
}

/** What is wrong with the server or the key is said there. */
async function readPublished({ url, apiKey }: Where): Promise<readonly Definition[]> {
  if (url === undefined || apiKey === undefined) return [];
  const client = createClient({ url, apiKey });
  try {
    const { journeys } = await client.journeys();
    const published: Definition[] = [];
    for (const { id } of journeys) published.push((await client.journey(id)).definition);
    return published;
  } catch (error) {
    if (error instanceof ProblemError || error instanceof UnreachableError) return [];
    throw error;
  }
}
