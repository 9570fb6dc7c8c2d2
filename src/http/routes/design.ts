// For whoever draws a journey: which node types there are, what is wrong with a text, how it plays, and what it is checked
// against. The pure functions are those of the canvas's worker; here they know the node types that a project brings.

import { z } from 'zod';
import type { AnyNodeType } from '../../journey/catalogue.ts';
import { type CheckAnswer, checkSource } from '../../journey/check-answer.ts';
import { describeNodeType, type NodeTypeAnswer } from '../../journey/describe-node-type.ts';
import type { AnyNode } from '../../node-kit/node-type.ts';
import { simulationRequestSchema } from '../../simulator/play-actions.ts';
import type { SimulationAnswer } from '../../simulator/simulation-answer.ts';
import { checkAnswer } from '../answers/check.ts';
import {
  type NodeTypeListAnswer,
  nodeTypeListAnswer,
  type SurroundingsAnswer,
  surroundingsAnswer,
} from '../answers/design.ts';
import { simulationAnswer } from '../answers/simulation.ts';
import { listSurroundings } from '../list-surroundings.ts';
import { playJourney } from '../play-journey.ts';
import { readSurroundings } from '../read-surroundings.ts';
import type { RouteContext, Routes } from '../route-context.ts';

export interface DesignOptions {
  /** Those of the catalogue, with what they do. */
  readonly nodeTypes: readonly AnyNode[];
  /** Types that come with Jornada. */
  readonly builtInTypes: ReadonlySet<string>;
}

const source = z.string().describe("The journey's own text.");

const nodeTypesSchema = {
  ...{ tags: ['Design'], operationId: 'listNodeTypes', summary: 'The node types that journeys may use' },
  response: { 200: nodeTypeListAnswer },
};

const surroundingsSchema = {
  ...{ tags: ['Design'], operationId: 'getSurroundings', summary: 'What journeys are checked against' },
  response: { 200: surroundingsAnswer },
};

const checkSchema = {
  ...{
    tags: ['Design'],
    operationId: 'checkJourney',
    summary: 'Checks a journey, whatever is wrong with it',
  },
  body: z.strictObject({ source }),
  response: { 200: checkAnswer },
};

const simulationSchema = {
  ...{ tags: ['Design'], operationId: 'simulateJourney', summary: 'Plays a journey on virtual time' },
  description:
    'From the start, action by action, to where the run rests after the last one; actions are the steps of a script (schemas/script.v1.json) without times, and `{"next": true}`.',
  body: simulationRequestSchema.extend({ source }).strict(),
  problems: ['JOURNEY_INVALID', 'SIMULATION_TOO_LONG'],
  response: { 200: simulationAnswer },
} as const;

/** A source of the largest size as a string of JSON, where every character is escaped. */
const bodyLimit = 8 * 1024 * 1024;

export function addDesignRoutes(app: Routes, context: RouteContext & DesignOptions): void {
  const { catalogue, builtInTypes } = context;

  // Every page that is opened asks for them. A type that a project has changed is another object.
  const described = new WeakMap<AnyNodeType, NodeTypeAnswer>();
  const describe = (type: AnyNodeType): NodeTypeAnswer => {
    const known = described.get(type) ?? describeNodeType(type, { builtIn: builtInTypes.has(type.type) });
    described.set(type, known);
    return known;
  };
  app.get('/v1/node-types', { schema: nodeTypesSchema }, async (): Promise<NodeTypeListAnswer> => {
    return { nodeTypes: [...catalogue.values()].map(describe) };
  });

  app.get(
    '/v1/surroundings',
    { schema: surroundingsSchema },
    async (): Promise<SurroundingsAnswer> => listSurroundings(context),
  );

  app.post('/v1/checks', { schema: checkSchema, bodyLimit }, async ({ body }): Promise<CheckAnswer> => {
    return checkSource(body.source, catalogue, await readSurroundings(body.source, context));
  });

  app.post(
    '/v1/simulations',
    { schema: simulationSchema, bodyLimit },
    async ({ body: { source: text, ...request } }): Promise<SimulationAnswer> =>
      playJourney(text, request, context),
  );
}
