import { describe, expect, test } from 'vitest';
import { nodeTypes } from '../../../activities/nodes/index.ts';
import { countries, countryOf } from '../../../src/canvas/simulate/phone-countries.ts';
import { fromForm, toForm } from '../../../src/canvas/simulate/setup-form.ts';
import { inventSample } from '../../../src/simulator/invent-sample.ts';
import { simulateActions } from '../../../src/simulator/simulate-actions.ts';
import { offer } from '../../simulator/simulated.ts';

const journey = offer({}, { entry: { on: { event: 'cart.abandoned' }, if: 'event.total >= 30000' } });
const setup = inventSample({ definition: journey, nodeTypes });
const made = (fields: Partial<ReturnType<typeof toForm>>) => fromForm({ ...toForm(setup), ...fields }, setup);

describe('the form for who is simulated', () => {
  test('gives the same person and event where nothing is changed', () => {
    const again = made({});
    if ('errors' in again) throw new TypeError(JSON.stringify(again.errors));
    const { person, event } = again.setup;
    expect(event).toEqual(setup.event);
    expect(person).toMatchObject({ ...setup.person, consents: expect.any(Array) });
    expect(toForm(again.setup)).toEqual(toForm(setup));
  });

  test('says what is wrong with each field', () => {
    const wrong = made({ timeZone: 'Mars/Base', at: '25:00', event: '[1]', attributes: '{', id: ' ' });
    if (!('errors' in wrong)) throw new TypeError('It was taken.');
    expect(Object.keys(wrong.errors).toSorted()).toEqual(['at', 'attributes', 'event', 'id', 'timeZone']);
    expect(wrong.errors.timeZone?.en).toContain('Asia/Seoul');
  });

  test('a person who has opted out is not written to, and one without a phone neither', () => {
    const way = (fields: Partial<ReturnType<typeof toForm>>) => {
      const taken = made(fields);
      if ('errors' in taken) throw new TypeError(JSON.stringify(taken.errors));
      const answer = simulateActions({ definition: journey, nodeTypes }, { ...taken.setup, actions: [] });
      return answer.entered ? answer.path.map(({ node, outcome }) => `${node} ${outcome}`)[0] : undefined;
    };
    expect(way({ consents: { whatsapp: 'out', sms: 'in', email: 'in' } })).toBe('offer consent');
    expect(way({ phone: '' })).toBe('offer undeliverable');
  });

  test('a run starts at the day and time that are set, on the clock of the person', () => {
    const taken = made({ weekday: 'friday', at: '22:30', timeZone: 'Europe/Berlin' });
    if ('errors' in taken) throw new TypeError(JSON.stringify(taken.errors));
    const { start = '' } = taken.setup;
    const shown = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Berlin',
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
    }).format(new Date(start));
    expect(shown).toMatch(/Friday.*22:30/);
    expect(toForm(taken.setup)).toMatchObject({ weekday: 'friday', at: '22:30' });
  });

  test('keeps consents of topics that it does not show', () => {
    const news = { channel: 'email', topic: 'news', state: 'out' } as const;
    const person = { ...setup.person, consents: [news] };
    const taken = fromForm(toForm({ ...setup, person }), { person });
    expect('setup' in taken && taken.setup.person.consents).toEqual([news]);
  });
});

test.each(countries)('a sample phone of $id is known as of that country', ({ id, sample }) => {
  expect(countryOf(sample)).toBe(id);
});
