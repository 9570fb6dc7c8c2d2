// The newest version of a journey, where one is published. The list tells: asking for what is not there would be an error.

import type { JourneyAnswer } from '../../client/client.ts';
import { client } from '../api/client.ts';

/** Undefined where nothing is published yet. @throws ProblemError, UnreachableError */
export async function readNewest(id: string): Promise<JourneyAnswer | undefined> {
  const { journeys } = await client.journeys();
  return journeys.some((journey) => journey.id === id) ? client.journey(id) : undefined;
}
