import { describe, expect, test } from 'vitest';
import { splitWebhook } from '../../../src/whatsapp/webhook/split-webhook.ts';

const time = 1_750_000_000;
const about = {
  message_template_id: 1_689_556_908_129_832,
  message_template_name: 'spring_sale',
  message_template_language: 'en-US',
};

const only = (field: string, value: object, entry: object = { id: 9001, time }) =>
  splitWebhook({
    object: 'whatsapp_business_account',
    entry: [{ ...entry, changes: [{ field, value: { ...about, ...value } }] }],
  }).items[0];

const item = (news: object) => ({
  kind: 'template',
  atMs: time * 1_000,
  accountId: '9001',
  id: '1689556908129832',
  name: 'spring_sale',
  language: 'en_US',
  news,
});

describe('message_template_status_update', () => {
  test.each([
    ['APPROVED', { reason: 'NONE' }, { status: 'APPROVED', reason: undefined }],
    ['REJECTED', { reason: 'INVALID_FORMAT' }, { status: 'REJECTED', reason: 'INVALID_FORMAT' }],
    [
      'PAUSED',
      { reason: null, other_info: { title: 'FIRST_PAUSE' } },
      { status: 'PAUSED', reason: 'FIRST_PAUSE' },
    ],
    ['REINSTATED', {}, { status: 'APPROVED', reason: undefined }],
    ['UNARCHIVED', {}, { status: 'APPROVED', reason: undefined }],
    ['DISABLED', { disable_info: { disable_date: 1 } }, { status: 'DISABLED', reason: undefined }],
  ])('%s', (event, more, news) => {
    expect(only('message_template_status_update', { event, ...more })).toMatchObject(
      item({ is: 'status', ...news }),
    );
  });

  test('tells the category in passing', () => {
    const value = { event: 'APPROVED', message_template_category: 'UTILITY' };
    expect(only('message_template_status_update', value)).toMatchObject(
      item({ is: 'status', status: 'APPROVED', category: 'utility' }),
    );
  });

  test.each([
    ['an event that nobody knows', { event: 'FROZEN' }],
    ['no event', {}],
    ['an odd event', { event: { word: 'PAUSED' } }],
  ])('with %s it changes nothing, and is counted', (_what, value) => {
    expect(only('message_template_status_update', value)).toEqual({
      kind: 'ignored',
      field: 'message_template_status_update.unknown',
    });
  });

  test('without an account or a name it is ignored', () => {
    const field = 'message_template_status_update';
    const ignored = { kind: 'ignored', field };
    expect(only(field, { event: 'PAUSED' }, { time })).toEqual(ignored);
    expect(only(field, { event: 'PAUSED', message_template_name: 7 })).toEqual(ignored);
  });

  test('repeated it has the same key, and another one of that second has its own', () => {
    const key = (event: string) => only('message_template_status_update', { event });
    expect(key('PAUSED')).toEqual(key('PAUSED'));
    expect(key('PAUSED')).not.toMatchObject({ key: (key('APPROVED') as { key: string }).key });
  });
});

test('message_template_quality_update tells the new score', () => {
  const value = { previous_quality_score: 'GREEN', new_quality_score: 'YELLOW' };
  expect(only('message_template_quality_update', value)).toMatchObject(
    item({ is: 'quality', quality: 'YELLOW' }),
  );
});

describe('template_category_update', () => {
  test('announces the category to come beside the one that holds', () => {
    const value = {
      new_category: 'UTILITY',
      correct_category: 'MARKETING',
      category_update_timestamp: time + 86_400,
    };
    expect(only('template_category_update', value)).toMatchObject(
      item({ is: 'category', category: 'utility', announced: 'marketing' }),
    );
  });

  test('tells what was changed', () => {
    const value = { previous_category: 'UTILITY', new_category: 'MARKETING' };
    expect(only('template_category_update', value)).toMatchObject(
      item({ is: 'category', category: 'marketing', previous: 'utility' }),
    );
  });

  test('with a category that nobody knows it changes nothing', () => {
    expect(only('template_category_update', { new_category: 'POETRY' })).toMatchObject({ kind: 'ignored' });
  });
});

test('message_template_components_update brings the parts as a list has them', () => {
  const value = {
    message_template_element: 'Hello {{1}}, {{2}}',
    message_template_title: 'For {{1}}',
    message_template_footer: 'Bye',
    message_template_buttons: [
      {
        message_template_button_type: 'URL',
        message_template_button_text: 'Go',
        message_template_button_url: 'https://example.com/{{1}}',
      },
      'odd',
    ],
  };
  expect(only('message_template_components_update', value)).toMatchObject(
    item({
      is: 'components',
      components: [
        { type: 'HEADER', format: 'TEXT', text: 'For {{1}}' },
        { type: 'BODY', text: 'Hello {{1}}, {{2}}' },
        { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Go', url: 'https://example.com/{{1}}' }] },
      ],
    }),
  );
});
