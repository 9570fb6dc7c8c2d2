import { describe, expect, test } from 'vitest';
import { canMap } from '../../../src/canvas/form/parameter-fields.tsx';
import { contextOf, neededParts, parametersOf, standingOf } from '../../../src/canvas/form/template-words.ts';
import type { TemplateInfo } from '../../../src/journey/surroundings.ts';

const template: TemplateInfo = {
  name: 'spring_sale',
  language: 'ko',
  category: 'MARKETING',
  status: 'APPROVED',
  quality: 'GREEN',
  header: 'image',
  bodyParameters: ['name', 'until'],
  buttons: [
    { index: 0, kind: 'url', needed: true },
    { index: 1, kind: 'quick_reply', needed: false },
  ],
  components: [{ type: 'BODY', text: '{{name}}님, 담아 두신 상품이 {{until}}까지 저렴해요.' }],
};
const plain: TemplateInfo = { name: 'a', language: 'en', category: 'UTILITY', status: 'PAUSED' };

describe('a template in words', () => {
  test('its standing has words and a meaning', () => {
    expect(standingOf(template)).toEqual({
      words: { en: 'Approved · good quality', ko: '승인 · 품질 높음' },
      meaning: 'reached',
    });
    expect(standingOf(plain).meaning).toBe('fell');
    expect(standingOf({ status: 'REJECTED' }).meaning).toBe('failed');
    expect(standingOf({ status: 'APPROVED', quality: 'RED' }).meaning).toBe('fell');
    expect(standingOf({ status: 'SOMETHING_NEW' }).words.en).toBe('something new');
  });

  test('it tells what it has to be given', () => {
    expect([...neededParts(template)]).toEqual(['body', 'header', 'buttons']);
    expect([...neededParts({ ...plain, header: 'text', headerParameters: 0 })]).toEqual([]);
    expect(parametersOf({ ...plain, bodyParameters: 2 })).toEqual([0, 1]);
    expect(parametersOf(plain)).toBeUndefined();
  });

  test('the words around a variable say what it is for', () => {
    expect(contextOf(template, 'name')).toBe('{{name}}님, 담아 두신 상품이 …');
    expect(contextOf(template, 'until')).toBe('…님, 담아 두신 상품이 {{until}}까지 저렴해요.');
    expect(contextOf(template, 'other')).toBeUndefined();
    expect(contextOf(plain, 'name')).toBeUndefined();
  });
});

describe('a field for each variable', () => {
  test('is there where the config is of the form that the template needs', () => {
    expect(canMap(template, undefined)).toBe(true);
    expect(canMap(template, { name: 'x' })).toBe(true);
    expect(canMap({ ...plain, bodyParameters: 2 }, ['x'])).toBe(true);
  });

  test('is not where that would hide what has been written', () => {
    expect(canMap(template, ['x'])).toBe(false);
    expect(canMap(template, { nick: 'x' })).toBe(false);
    expect(canMap({ ...plain, bodyParameters: 0 }, { name: 'x' })).toBe(false);
    expect(canMap(undefined, undefined)).toBe(false);
  });
});
