// A thread of a forecast: loads the journey by itself (functions don't travel), counts its share of people, tells how
// far it is.

import { parentPort, workerData } from 'node:worker_threads';
import { validateJourney } from '../../journey/validate.ts';
import { createForecast } from '../../simulator/forecast.ts';
import type { SimulatedPerson } from '../../simulator/script.ts';
import { SimulationTooLongError } from '../../simulator/simulation-bound.ts';
import { loadProject } from '../project.ts';
import type { ForecastTask, WorkerMessage } from './count-people.ts';

/** People counted between two words about how far it is. */
const reportEvery = 500;

const { file, source, people, settings } = workerData as ForecastTask & {
  readonly people: readonly SimulatedPerson[];
};
const { catalogue, nodeTypes, surroundingsOf } = await loadProject(file);
const surroundings = surroundingsOf(file);
const { definition } = validateJourney(source, catalogue, surroundings);
if (definition !== undefined) {
  const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);
  const forecast = createForecast({ definition, nodeTypes, surroundings, ...settings });
  let counted = 0;
  try {
    for (const person of people) {
      forecast.add({ person });
      counted += 1;
      if (counted % reportEvery === 0) tell({ counted: reportEvery });
    }
    tell({ counted: counted % reportEvery, tally: forecast.tally });
  } catch (error) {
    // An error's class does not travel.
    if (!(error instanceof SimulationTooLongError)) throw error;
    tell({ counted: 0, stop: error.stop });
  }
}
