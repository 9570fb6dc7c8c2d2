// The gallery: sound, in both languages, each with a journey test that passes; and the demo's three, step by step.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, nodeTypes } from '../../activities/nodes/index.ts';
import type { Definition } from '../../src/journey/definition.ts';
import { validateJourney } from '../../src/journey/validate.ts';
import { journeyTestSchema } from '../../src/simulator/journey-test.ts';
import { runJourneyTests } from '../../src/simulator/run-journey-tests.ts';
import { type Step, walkChart } from '../support/walk-chart.ts';

const folder = new URL('../../src/gallery/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const templates = JSON.parse(read('templates.json'));
const tested = readdirSync(folder).flatMap((file) => /^(.*)\.journey-test\.json$/.exec(file)?.[1] ?? []);
/** `cart-recovery` stands for `cart-recovery-en` too. */
const pairs = tested.filter((id) => !id.endsWith('-en'));

const validate = (id: string) => validateJourney(read(`${id}.json`), catalogue, { templates });

function definitionOf(id: string): Definition {
  const { definition } = validate(id);
  if (definition === undefined) throw new TypeError(`${id} is no definition.`);
  return definition;
}

describe('the gallery', () => {
  it('has at least eight journeys, each in both languages, told in its README', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(8);
    expect(tested).toEqual(expect.arrayContaining(pairs.map((id) => `${id}-en`)));
    expect(pairs.filter((id) => !read('README.md').includes(`## ${id}\n`))).toEqual([]);
  });

  it.each([...tested, 'spring-sale', 'flash-deal', 'order-help'])('%s has nothing to warn of', (id) => {
    const { issues, definition, chart } = validate(id);
    // Nothing starts campaigns yet; that is said, and no fault of the journey.
    expect(issues.filter(({ code }) => code !== 'J222')).toEqual([]);
    expect([definition?.id, chart === undefined]).toEqual([id, false]);
  });

  it.each(tested)('the tests of %s pass and take every edge', (id) => {
    const { journey, tests } = journeyTestSchema.parse(JSON.parse(read(`${id}.journey-test.json`)));
    expect(journey).toBe(`${id}.json`);
    const definition = definitionOf(id);
    const report = runJourneyTests({ definition, nodeTypes, surroundings: { templates }, tests });
    expect(report.results.filter(({ passed }) => !passed)).toEqual([]);
    // A throttle is full only where many people come; a journey test has one.
    expect(report.coverage.edges.untaken.filter((edge) => edge !== 'pace full→mail')).toEqual([]);
  });

  it.each(pairs)('%s is the same journey in both languages', (id) => {
    const [ko, en] = [definitionOf(id), definitionOf(`${id}-en`)];
    expect(toOutline(en)).toEqual(toOutline(ko));
    const names = [ko, en].map(({ name }) => (typeof name === 'string' ? [] : Object.keys(name).sort()));
    expect(names).toEqual([
      ['en', 'ko'],
      ['en', 'ko'],
    ]);
  });
});

/** What a journey does, whatever its language. */
function toOutline({ nodes, policy, exit, start, data }: Definition) {
  const steps = Object.entries(nodes).map(([id, { type, next, maxVisits }]) => [id, type, next, maxVisits]);
  return { steps, policy, exit, start, data };
}

function walk(name: string, steps: readonly Step[]): string {
  const { chart } = validateJourney(read(`${name}.json`), catalogue);
  if (chart === undefined) return 'does not compile';
  const { entered, ended = '…' } = walkChart(chart, steps);
  return [...entered, ended].join(' → ');
}

const accepted: Step = { answer: { status: 'accepted', send: 'snd_1', due: 100 } };
const evidence = (outcome: string): Step => ({ evidence: { send: 'snd_1', outcome } });
const thinking: readonly Step[] = [accepted, evidence('delivered'), { answer: { status: 'wait', due: 200 } }];
const sent: Step = { done: 'accepted' };

describe('spring sale', () => {
  it.each<readonly [string, string, readonly Step[]]>([
    ['orders while thinking', 'offer → think → converted', [...thinking, { exit: 'converted' }]],
    [
      'orders something else while thinking',
      'offer → think → done → reached',
      [...thinking, { event: 'order.placed' }],
    ],
    ['does not order', 'offer → think → text → done → reached', [...thinking, { timer: 'first' }, sent]],
    ['is in an experiment', 'offer → text → done → reached', [accepted, evidence('experiment'), sent]],
    ['is at the limit', 'offer → text → done → reached', [accepted, evidence('limit.user'), sent]],
    ['is in the US', 'offer → text → done → reached', [{ done: 'limit.us' }, sent]],
    ['has no WhatsApp', 'offer → mail → done → reached', [accepted, evidence('undeliverable'), sent]],
    ['stays silent', 'offer → mail → done → reached', [accepted, { timer: 'first' }, sent]],
    ['stays unresolved', 'offer → mail → done → reached', [{ done: 'unresolved' }, sent]],
    [
      'cannot be reached at all',
      'offer → mail → lost → unreached',
      [{ done: 'account' }, { done: 'undeliverable' }],
    ],
    [
      'is resolved by late evidence after a lost answer',
      'offer → think → …',
      [{ answer: { status: 'unknown', send: 'snd_1', due: 50 } }, evidence('delivered')],
    ],
  ])('a person who %s', (_who, path, steps) => expect(walk('spring-sale', steps)).toBe(path));
});

describe('flash deal', () => {
  it.each<readonly [string, string, readonly Step[]]>([
    ['gets it on WhatsApp', 'offer → done → reached', [accepted, evidence('delivered')]],
    ['is known to be at the limit', 'offer → text → done → reached', [{ done: 'limit.user' }, sent]],
    [
      'cannot be reached at all',
      'offer → text → lost → unreached',
      [{ done: 'limit.us' }, { done: 'undeliverable' }],
    ],
  ])('a person who %s', (_who, path, steps) => expect(walk('flash-deal', steps)).toBe(path));
});

describe('order help', () => {
  const parked: Step = { answer: { status: 'parked', send: 'snd_1', due: 300, policy: 'window' } };

  it.each<readonly [string, string, readonly Step[]]>([
    ['is inside the window', 'answer → done → reached', [accepted, evidence('delivered')]],
    [
      'never writes',
      'answer → text → done → reached',
      [parked, { timer: 'first' }, { done: 'expired' }, sent],
    ],
  ])('a person who %s', (_who, path, steps) => expect(walk('order-help', steps)).toBe(path));
});
