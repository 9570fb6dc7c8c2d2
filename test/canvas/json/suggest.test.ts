import { describe, expect, it } from 'vitest';
import { type Known, suggest } from '../../../src/canvas/json/suggest.ts';
import { journeySchema } from '../../../src/canvas/panel/journey-schema.ts';
import type { NodeTypeAnswer } from '../../../src/journey/describe-node-type.ts';
import { check, answers as nodeTypeAnswers, springSale } from '../model/journeys.ts';

const checked = check(springSale);

const known: Known = {
  schema: journeySchema(),
  nodeTypes: nodeTypeAnswers,
  steps: Object.keys(springSale.nodes).map((id) => ({ id, title: id })),
  typeOf: (id) => springSale.nodes[id]?.type,
  outcomesOf: (id) => checked.nodes[id]?.outcomes ?? [],
  language: 'en',
};

function isKorean(text: string): boolean {
  return /[가-힣]/.test(text);
}

function labels(path: readonly (string | number)[], isKey: boolean, present: readonly string[] = []) {
  return suggest({ path, isKey, present }, known).map(({ label }) => label);
}

describe('what may stand at a place of the text', () => {
  it('is a field of the journey that is not there yet, with what is required first', () => {
    const found = labels([], true, ['id', 'name']);
    expect(found.slice(0, 3).sort()).toEqual(['entry', 'nodes', 'start']);
    expect(found).not.toContain('id');
  });

  it('is a field of the step’s own type, with its title in the reader’s language', () => {
    const found = suggest(
      { path: ['nodes', 'offer', 'with'], isKey: true, present: [] },
      { ...known, language: 'ko' },
    );
    expect(found.find(({ label }) => label === 'template')).toMatchObject({
      detail: '템플릿 · 필수',
      value: '""',
    });
  });

  it.each([[[]], [['entry']], [['policy']], [['nodes', 'offer']], [['data']], [['exit', 0]]])(
    'is told in Korean at %j, what it is called and what it is for',
    (path) => {
      const found = suggest({ path, isKey: true, present: [] }, { ...known, language: 'ko' });
      expect(found.length).toBeGreaterThan(1);
      const told = found.map(({ label, detail = '', help = detail }) => [label, detail, help] as const);
      expect(told.filter(([label, ...words]) => label !== 'id' && !words.every(isKorean))).toEqual([]);
    },
  );

  it('is an outcome that the step has', () => {
    const found = labels(['nodes', 'offer', 'next'], true, ['delivered']);
    expect(found).toContain('experiment');
    expect(found).toContain('*');
    expect(found).not.toContain('delivered');
  });

  it('is a step where one is led to', () => {
    const steps = Object.keys(springSale.nodes).map((id) => JSON.stringify(id));
    expect(labels(['start'], false)).toEqual(steps);
    expect(labels(['nodes', 'offer', 'next', 'delivered'], false)).toEqual(steps);
  });

  it('is a type of step, also one that only the project has', () => {
    const [own] = nodeTypeAnswers.values();
    const theirs = { ...own, type: 'acme.coupon', builtIn: false } as NodeTypeAnswer;
    const nodeTypes = new Map([...nodeTypeAnswers, [theirs.type, theirs]]);
    const found = suggest(
      { path: ['nodes', 'x', 'type'], isKey: false, present: [] },
      { ...known, nodeTypes },
    );
    expect(found.map(({ label }) => label)).toEqual(
      [...nodeTypes.keys()].map((type) => JSON.stringify(type)),
    );
  });

  it('is a value that the schema lists', () => {
    expect(labels(['nodes', 'offer', 'with', 'await'], false)).toContain('"delivered"');
    expect(labels(['entry', 'again'], false)).toEqual(expect.arrayContaining(['"never"', '"always"']));
    expect(labels(['entry', 'on', 'campaign'], false)).toEqual(['true']);
  });

  it('is nothing where anything goes', () => {
    expect(labels(['note'], false)).toEqual([]);
    expect(labels(['nodes', 'nobody', 'with'], true)).toEqual([]);
  });
});
