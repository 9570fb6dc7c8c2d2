import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSlots } from '../../src/whatsapp/template-slots.ts';
import { parseComponents, parseListedTemplate } from '../../src/whatsapp/templates.ts';

const listed = { id: '42', name: 'spring_sale', language: 'ko', category: 'MARKETING', status: 'APPROVED' };

describe('a template of a list', () => {
  test('is read with what Meta says of it', () => {
    expect(
      parseListedTemplate({
        ...listed,
        id: 42,
        language: 'pt-BR',
        previous_category: 'UTILITY',
        quality_score: { score: 'GREEN', date: 1 },
        rejected_reason: 'NONE',
        parameter_format: 'NAMED',
        components: [{ type: 'BODY', text: 'Hi {{name}}' }],
      }),
    ).toEqual({
      id: '42',
      name: 'spring_sale',
      language: 'pt_BR',
      category: 'marketing',
      previousCategory: 'utility',
      status: 'APPROVED',
      quality: 'GREEN',
      parameterFormat: 'NAMED',
      components: [{ type: 'BODY', text: 'Hi {{name}}' }],
    });
  });

  test('of a category that nobody knows is marketing', () => {
    expect(parseListedTemplate({ ...listed, category: 'POETRY' })).toMatchObject({ category: 'marketing' });
  });

  test('that has no name is left out', () => {
    expect(parseListedTemplate({ ...listed, name: undefined })).toBeUndefined();
  });

  test('is read or left out, whatever its fields hold', () => {
    const odd = fc.record(
      Object.fromEntries(
        [...Object.keys(listed), 'components', 'quality_score', 'rejected_reason'].map((key) => [
          key,
          fc.json().map((json) => JSON.parse(json)),
        ]),
      ),
    );
    fc.assert(
      fc.property(odd, (raw) => void parseListedTemplate({ ...listed, ...raw })),
      { numRuns: 300 },
    );
  });
});

const slots = (components: readonly object[], format?: string) =>
  findSlots(parseComponents(components), format);

describe('what a template wants to be filled in', () => {
  test('are its body parameters by number, or by name', () => {
    const body = { type: 'BODY', text: 'Hi {{1}}, {{2}} and {{1}}' };
    expect(slots([body])).toMatchObject({ bodyParameters: 2, headerParameters: 0 });
    const named = { type: 'body', text: 'Hi {{first_name}}, {{ city }}' };
    expect(slots([named], 'NAMED')).toMatchObject({ bodyParameters: ['first_name', 'city'] });
  });

  test.each([
    ['TEXT', 'Hello', 'text', 0],
    ['TEXT', 'Hello {{1}}', 'text', 1],
    ['IMAGE', undefined, 'image', 1],
    ['LOCATION', undefined, 'location', 1],
  ])('is a header of %s %s: %s, %i', (format, text, header, headerParameters) => {
    const components = [
      { type: 'HEADER', format, text },
      { type: 'BODY', text: 'Hi' },
    ];
    expect(slots(components)).toMatchObject({ header, headerParameters });
  });

  test('are the buttons that take a value, needed or not', () => {
    const buttons = [
      { type: 'QUICK_REPLY', text: 'Yes' },
      { type: 'URL', url: 'https://example.com/{{1}}' },
      { type: 'URL', url: 'https://example.com' },
      { type: 'COPY_CODE' },
    ];
    expect(
      slots([
        { type: 'BODY', text: 'Hi' },
        { type: 'BUTTONS', buttons },
      ]),
    ).toMatchObject({
      buttons: [
        { index: 0, kind: 'quick_reply', needed: false },
        { index: 1, kind: 'url', needed: true },
        { index: 3, kind: 'copy_code', needed: true },
      ],
    });
  });

  test('of an authentication template is the code', () => {
    expect(slots([{ type: 'BODY', add_security_recommendation: true }])).toMatchObject({ bodyParameters: 1 });
  });

  test('is not known where its parts are not', () => {
    expect(slots([])).toEqual({});
  });
});
