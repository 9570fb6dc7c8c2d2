// Who enters a simulation: a person of a file, or of the running Jornada's store, by the caller's own id for them.

import { existsSync } from 'node:fs';
import type { PersonAnswer } from '../../client/client.ts';
import { type SimulatedPerson, simulatedPersonSchema } from '../../simulator/script.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext } from '../command.ts';
import { readDocument } from '../read-document.ts';
import { orUndefined, type ServerFlags, withServer } from '../server/with-server.ts';

/** @throws CliError where the file is none, or no such person is known to the server */
export async function readPerson(
  given: string,
  flags: ServerFlags,
  context: CommandContext,
): Promise<SimulatedPerson> {
  if (existsSync(given) || given.endsWith('.json')) {
    return readDocument(given, simulatedPersonSchema, context);
  }
  const person = await withServer(flags, context, (client) =>
    orUndefined(client.person(given), 'PERSON_UNKNOWN'),
  );
  if (person !== undefined) return toSimulated(person);
  throw CliError.findings({
    en: `neither a file nor a person of the server is called ${given}.`,
    ko: `${given}: 이런 파일도, 서버에 이런 사람도 없습니다.`,
  });
}

function toSimulated({
  externalId,
  phone,
  email,
  locale,
  consents,
  ...person
}: PersonAnswer): SimulatedPerson {
  const { timeZone, attributes } = person;
  return simulatedPersonSchema.parse({
    id: externalId,
    ...(phone === null ? {} : { phone }),
    ...(email === null ? {} : { email }),
    ...(locale === null ? {} : { locale }),
    timeZone,
    attributes,
    consents: consents.map(({ channel, topic, state }) => ({ channel, topic, state })),
  });
}
