// What node types refuse by rules of their own is said in the reader's language: no sentence of theirs is in English alone.

import { describe, expect, test } from 'vitest';
import { catalogue, nodeTypes } from '../../../activities/nodes/index.ts';
import type { Catalogue, LocalizedText } from '../../../src/journey/catalogue.ts';
import { formNames } from '../../../src/journey/issues/forms.ts';
import { issueTable } from '../../../src/journey/issues.ts';
import { validateDocument } from '../../../src/journey/validate.ts';
import { defineNode, refusal, z } from '../../../src/node-kit/index.ts';

const hangul = /[가-힣]/;

function refusalsOf(type: string, with_: object, types: Catalogue = catalogue) {
  const nodes = { a: { type, with: with_, next: 'end' }, end: { type: 'exit' } };
  const journey = { id: 'a', name: 'A', entry: { on: { api: true } }, start: 'a', nodes };
  return validateDocument(journey, types).issues.flatMap((issue) =>
    issue.code === 'J208'
      ? [
          {
            at: issue.path.slice(3).join('.'),
            key: issue.anchor?.at === 'key',
            ...issue.facts.detail,
            prose: issueTable.J208.ko(issue.facts).message,
          },
        ]
      : [],
  );
}

const paid = { event: 'cart.paid' };

describe('a rule of a node type', () => {
  test.each([
    ['branch', { cases: [{ name: 'else', if: 'true' }] }, 'cases.0.name'],
    ['delay', { until: { value: 'person.due', minus: 'P1D', plus: 'P1D' } }, 'until.plus'],
    ['journey.run', { journey: 'welcome', key: 'event.id' }, ''],
    ['person.update', {}, ''],
    ['set', { vars: {} }, 'vars'],
    ['wait.event', { events: [{ ...paid, as: 'timeout' }], within: '1h' }, 'events.0.as'],
    ['wait.event', { events: [paid, { ...paid, as: 'again' }], within: '1h' }, 'events.1.event'],
    ['whatsapp.wait-reply', { within: '1h' }, 'choices'],
    ['whatsapp.wait-reply', { choices: { yes: 'other' }, within: '1h' }, 'choices.yes'],
  ])('of %s is told in both languages: %j', (type, with_, at) => {
    const [found] = refusalsOf(type, with_);
    expect(found).toMatchObject({
      at,
      ko: expect.stringMatching(hangul),
      en: expect.not.stringMatching(hangul),
    });
    expect(found?.prose).toContain(found?.ko);
    expect(found?.prose).not.toContain(found?.en);
  });

  test.each([
    ['person.update', { attributes: { phone: "'1'" } }, 'attributes.phone'],
    ['whatsapp.wait-reply', { keywords: { timeout: ['late'] }, within: '1h' }, 'keywords.timeout'],
  ])('of %s about a name is told at the name: %j', (type, with_, at) => {
    expect(refusalsOf(type, with_)).toMatchObject([{ at, key: true, ko: expect.stringMatching(hangul) }]);
  });

  const stamp = (config: z.ZodType<{ readonly card: string }>): Catalogue =>
    new Map(catalogue).set(
      'acme.stamp',
      defineNode({
        type: 'acme.stamp',
        version: 1,
        title: { en: 'Stamp', ko: '도장' },
        idempotent: true,
        config,
        outcomes: ['done'],
        run: async () => ({ outcome: 'done' }),
      }),
    );
  const card = z.strictObject({ card: z.string() });

  test("of somebody else's node type may speak one language only, or both", () => {
    const refused = () => false;
    const plain = stamp(card.refine(refused, { error: 'no such card' }));
    expect(refusalsOf('acme.stamp', { card: 'a' }, plain)).toMatchObject([
      { en: 'no such card', ko: 'no such card' },
    ]);
    const words = { en: 'no such card', ko: '그런 카드가 없습니다' };
    const both = stamp(card.refine(refused, { ...refusal(words), path: ['card'] }));
    expect(refusalsOf('acme.stamp', { card: 'a' }, both)).toMatchObject([{ at: 'card', ...words }]);
    const added = stamp(
      card.superRefine((_value, context) =>
        context.addIssue({ code: 'custom', ...refusal(words), path: ['card'] }),
      ),
    );
    expect(refusalsOf('acme.stamp', { card: 'a' }, added)).toMatchObject([{ at: 'card', ...words }]);
  });

  test('is never a sentence in English alone in a built-in type', () => {
    const rules = nodeTypes.flatMap(({ type, config }) =>
      findRules(config).map((rule) => ({ type, ...rule })),
    );
    expect(rules.length).toBeGreaterThan(20);
    expect(rules.filter(({ word, detail }) => detail === undefined && !isKnownWord(word))).toEqual([]);
    expect(rules.filter(({ detail }) => detail !== undefined && !hangul.test(detail.ko))).toEqual([]);
  });
});

/** Rules that have a code of their own in the language. */
function isKnownWord(word: string): boolean {
  return ['duplicate', 'weights', 'time-zone', 'calendar-date', ...formNames].includes(word);
}

interface Rule {
  readonly word: string;
  readonly detail: LocalizedText | undefined;
}

/** Every refinement that says an error of its own, anywhere in a schema. */
function findRules(schema: unknown, seen = new Set<unknown>()): readonly Rule[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const def = (schema as { readonly _zod?: { readonly def?: Record<string, unknown> } })._zod?.def;
  if (def === undefined) return [];
  const error =
    def['check'] === 'custom' ? (def['error'] as ((issue: object) => string) | undefined) : undefined;
  const params = def['params'] as { readonly detail?: LocalizedText } | undefined;
  const own = error === undefined ? [] : [{ word: error({}), detail: params?.detail }];
  const parts = Object.values(def).flatMap((part) =>
    Array.isArray(part)
      ? part
      : typeof part === 'object' && part !== null && !('_zod' in part)
        ? Object.values(part)
        : [part],
  );
  return [...own, ...parts.flatMap((part) => findRules(part, seen))];
}
