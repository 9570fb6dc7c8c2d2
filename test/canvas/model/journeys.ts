// Journeys for the tests of the model: of the gallery, made by chance, and checked as the canvas's worker does.

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { catalogue, nodeTypes } from '../../../activities/nodes/index.ts';
import type { Journey, Step } from '../../../src/canvas/model/journey.ts';
import { referencesBy } from '../../../src/canvas/model/references.ts';
import { type CheckAnswer, checkSource } from '../../../src/journey/check-answer.ts';
import { definitionSchema } from '../../../src/journey/definition.ts';
import { describeNodeType, type NodeTypeAnswer } from '../../../src/journey/describe-node-type.ts';
import { parse } from '../../../src/journey/parse.ts';

export const galleryIds = readdirSync('src/gallery')
  .filter((file) => file.endsWith('.json') && !file.includes('journey-test') && file !== 'templates.json')
  .map((file) => file.replace('.json', ''));

export function fromGallery(id: string): Journey {
  return definitionSchema.parse(parse(readFileSync(`src/gallery/${id}.json`, 'utf8')).document);
}

/** With every step somewhere. */
export const springSale: Journey = {
  ...fromGallery('spring-sale'),
  canvas: {
    offer: { x: 0, y: 120 },
    think: { x: 320, y: 0 },
    text: { x: 640, y: 120 },
    mail: { x: 640, y: 300 },
    done: { x: 960, y: 60 },
    lost: { x: 960, y: 300 },
  },
};

export function check(journey: Journey): CheckAnswer {
  return checkSource(JSON.stringify(journey), catalogue);
}

/** A journey of these steps that begins with the first. */
export function journeyOf(nodes: Readonly<Record<string, Step>>, rest: Partial<Journey> = {}): Journey {
  const [start = 'start'] = Object.keys(nodes);
  return { id: 'test', name: 'Test', entry: { on: { api: true } }, start, nodes: { ...nodes }, ...rest };
}

export const idArbitrary = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'a-2', 'offer', 'toString', 'valueOf', 'hasOwnProperty'),
  fc.stringMatching(/^[a-z][a-zA-Z0-9_-]{0,5}$/),
);

export const keyArbitrary = fc.constantFrom(
  'delivered',
  'limit',
  'limit.user',
  'unresolved',
  '*',
  'toString',
);

const pointArbitrary = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
});

/** As a config may hold; no keys that the language refuses. */
export const jsonArbitrary = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<unknown>(null, true, 0, -1.5, '', 'nodes.a.outcome', '한글 {{ nodes["b"].x }}'),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('text', 'to', 'toString', '0'), tie('json')),
  ),
})).json;

const stepArbitrary = (ids: readonly string[]) => {
  const target = fc.constantFrom(...ids);
  const next = fc.oneof(target, fc.dictionary(keyArbitrary, target, { maxKeys: 4 }));
  const config = fc.dictionary(fc.constantFrom('text', 'to', 'list'), jsonArbitrary);
  const fields = { type: fc.constantFrom('sms.send', 'exit', 'shop.coupon'), next, with: config };
  return fc.record({ ...fields, name: fc.constantFrom('One', '둘') }, { requiredKeys: ['type'] });
};

/** Any shape that the language allows: with edges between all steps, places, and groups. */
export const journeyArbitrary: fc.Arbitrary<Journey> = fc
  .uniqueArray(idArbitrary, { minLength: 1, maxLength: 8 })
  .chain((ids) =>
    fc
      .record({
        steps: fc.tuple(...ids.map(() => stepArbitrary(ids))),
        places: fc.array(fc.tuple(fc.constantFrom(...ids), pointArbitrary)),
        grouped: fc.subarray(ids),
        isGrouped: fc.boolean(),
      })
      .map(({ steps, places, grouped, isGrouped }) => {
        const nodes = Object.fromEntries(ids.map((id, index) => [id, steps[index] as Step]));
        const groups = { one: { name: 'One', steps: grouped } };
        const canvas = {
          ...Object.fromEntries(places),
          ...(isGrouped && grouped.length > 0 ? { $groups: groups } : {}),
        };
        return journeyOf(nodes, Object.keys(canvas).length === 0 ? {} : { canvas });
      }),
  );

/** `delivered` is what authors hope for, in these journeys. */
export const successesOf = () => ['delivered'];

/** The built-in types as the API tells them. */
export const answers: ReadonlyMap<string, NodeTypeAnswer> = new Map(
  nodeTypes.map((type) => [type.type, describeNodeType(type, { builtIn: true })]),
);

/** As the built-in types' schemas say. */
export const referencesOf = referencesBy(answers);
