// Writes a simulation down as a test: the script that led to it, and what came of it as what is expected. Pure.

import { postedBy } from './expectation.ts';
import { type JourneyTestCase, journeyTestCaseSchema } from './journey-test.ts';
import type { Script } from './script.ts';
import type { Simulation } from './simulation.ts';
import { toPath } from './trace.ts';

/**
 * A test that passes as long as the journey goes the same way. Texts of messages are left out: they may change without a
 * change of meaning.
 *
 * @param script as it was played, with its start where it had one
 */
export function toJourneyTest(name: string, script: Script, simulation: Simulation): JourneyTestCase {
  const { $schema: _schema, ...played } = script;
  const { ended, steps, facts } = simulation;
  const messages = postedBy(facts.sends).map(({ node, channel }) => ({ node, channel }));
  const end = ended === undefined ? { ended: false } : { outcome: ended };
  return journeyTestCaseSchema.parse({ ...played, name, expect: { path: toPath(steps), ...end, messages } });
}
