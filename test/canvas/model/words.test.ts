import { describe, expect, it } from 'vitest';
import { catalogue, nodeTypes } from '../../../activities/nodes/index.ts';
import { entryWords } from '../../../src/canvas/model/entry-words.ts';
import { findSteps } from '../../../src/canvas/model/find.ts';
import type { Journey, Step } from '../../../src/canvas/model/journey.ts';
import { outcomeMeaning, outcomeWords } from '../../../src/canvas/model/outcome-words.ts';
import { proofWords } from '../../../src/canvas/model/proofs.ts';
import { viewOf } from '../../../src/canvas/model/step-view.ts';
import { iconOf, wordsOf } from '../../../src/canvas/model/words.ts';
import { failureOutcomes } from '../../../src/messaging/outcomes.ts';
import { answers, check, journeyOf, springSale } from './journeys.ts';

function wordsFor(step: Step, language: 'en' | 'ko') {
  const outline = check(journeyOf({ step })).nodes['step'];
  return wordsOf(viewOf('step', step, outline), answers.get(step.type), language);
}

describe('a step in words', () => {
  const template: Step = {
    type: 'whatsapp.template',
    name: { ko: '봄 세일 제안', en: 'Spring offer' },
    with: { template: 'spring_sale', language: 'ko', within: '2h' },
  };

  it('says what it sends, and what it waits for until when', () => {
    expect(wordsFor(template, 'ko')).toMatchObject({
      title: '봄 세일 제안',
      line: '왓츠앱 템플릿 · spring_sale · ko',
      waits: '전달될 때까지 최대 2시간 기다림',
    });
    expect(wordsFor(template, 'en')).toMatchObject({
      title: 'Spring offer',
      line: 'WhatsApp template · spring_sale · ko',
      waits: 'waits until delivered, at most 2 h',
    });
  });

  it("takes the type's own time where the author says none", () => {
    const { within: _within, ...rest } = template.with ?? {};
    expect(wordsFor({ ...template, with: rest }, 'en').waits).toBe('waits until delivered, at most 1 d');
    expect(wordsFor({ type: 'whatsapp.message', with: { text: 'Hi' } }, 'en').waits).toBe(
      'waits until delivered, at most 1 d',
    );
  });

  it.each([
    [
      { type: 'sms.send', with: { text: '(광고) {{ person.firstName }}님,\n 안녕하세요' } },
      '문자 메시지 · (광고) {firstName}님, 안녕하세요',
      undefined,
    ],
    [
      { type: 'wait.event', with: { event: 'order.placed', within: 'P1D' } },
      '이벤트 기다리기 · order.placed',
      '최대 1일 기다림',
    ],
    [{ type: 'delay', with: { for: 'P1DT2H' } }, '기다리기', '1일 2시간 기다림'],
    [
      { type: 'delay', with: { until: { weekdays: ['monday', 'friday'], at: '09:00' } } },
      '기다리기',
      '월, 금 09:00까지 기다림',
    ],
    [{ type: 'branch', with: { cases: [{ name: 'vip', if: 'true' }] } }, '분기 · vip', undefined],
    [
      {
        type: 'split',
        with: {
          arms: [
            { name: 'a', weight: 30 },
            { name: 'b', weight: 70 },
          ],
        },
      },
      '나누기 · a 30%, b 70%',
      undefined,
    ],
    [{ type: 'throttle', with: { limit: 100, per: 'hour' } }, '속도 제한 · 1시간에 100명', '최대 7일 기다림'],
    [
      { type: 'http.request', with: { url: 'https://example.org/hook?x=1' } },
      'HTTP 요청 · POST example.org',
      undefined,
    ],
    [{ type: 'exit', with: { as: 'reached' } }, '종료 · reached', undefined],
  ] satisfies readonly (readonly [Step, string, string | undefined])[])(
    '$0.type says $1',
    (step, line, waits) => {
      const words = wordsFor(step, 'ko');
      expect([words.line, words.waits]).toEqual([line, waits]);
    },
  );

  it('says what it can of a draft whose config is anything', () => {
    const strange = {
      to: 1,
      text: {},
      cases: 'x',
      arms: [null],
      events: [3],
      until: [],
      choices: null,
      vars: 0,
      url: 'nope',
    };
    for (const type of catalogue.keys()) {
      expect(wordsFor({ type, with: strange }, 'en').line).not.toMatch(/undefined|null|\[object/);
    }
  });

  it('shows what stands in for a variable, else its name', () => {
    const text =
      "{{ person.firstName | default: '고객' | escape }}님, {{ event.title }} {% if event.late %}늦음{% endif %}";
    expect(wordsFor({ type: 'sms.send', with: { text } }, 'ko').line).toBe(
      '문자 메시지 · 고객님, {title} 늦음',
    );
  });

  it('has an icon and a title for types that nobody has heard of', () => {
    expect(wordsFor({ type: 'shop.coupon' }, 'ko')).toEqual({
      title: 'step',
      line: '알 수 없는 종류 shop.coupon',
      icon: 'box',
    });
    expect(iconOf('sms.other', undefined)).toBe('message-square-text');
    expect(iconOf('toString', undefined)).toBe('box');
  });
});

describe('the entry in words', () => {
  const line = (entry: Journey['entry'], language: 'en' | 'ko') => entryWords({ entry }).line[language];

  it('says the event and the condition', () => {
    expect(line(springSale.entry, 'ko')).toBe('cart.abandoned · event.total >= 30000');
  });

  it('says days and times as people of each language do', () => {
    const on = (schedule: object) => ({ on: { schedule: { at: '09:00', ...schedule } } });
    expect(line(on({ weekdays: ['monday', 'friday'] }), 'ko')).toBe('월, 금 · 09:00');
    expect(line(on({ weekdays: ['monday', 'friday'] }), 'en')).toBe('Mon, Fri · 09:00');
    expect(line(on({ dayOfMonth: 5 }), 'ko')).toBe('매월 5일 · 09:00');
    expect(line(on({}), 'en')).toBe('daily · 09:00');
  });

  it('says which words people write', () => {
    expect(line({ on: { inbound: { keywords: ['환불', 'refund'] } } }, 'en')).toBe('환불, refund');
    expect(line({ on: { inbound: 'any' } }, 'ko')).toBe('모든 메시지');
  });
});

describe('an outcome in words', () => {
  it('is known for every failure of a message and every word of the built-in types', () => {
    const words = [...failureOutcomes, ...nodeTypes.flatMap((type) => type.words ?? [])];
    const unknown = words.filter((word) => outcomeMeaning(word) === undefined);
    expect(unknown).toEqual([]);
  });

  it("leaves the author's own words alone", () => {
    expect(outcomeWords('limit.user')).toEqual({ en: 'withheld by Meta', ko: '메타가 보류' });
    expect(outcomeWords('vip')).toEqual({ en: 'vip', ko: 'vip' });
    expect(outcomeWords('toString')).toEqual({ en: 'toString', ko: 'toString' });
  });
});

describe('the proofs in words', () => {
  it('say the most messages and the longest time', () => {
    const { analysis } = check(springSale);
    expect(proofWords(analysis, 'en').slice(0, 1)).toEqual(['at most 3 messages a person']);
    expect(proofWords(analysis, 'ko').at(-1)).toMatch(/^가장 길게 \d+일/);
  });

  it('say nothing where nothing is certain, and so where there is no bound', () => {
    expect(proofWords(null, 'en')).toEqual([]);
    const bounds = { total: null, perDay: null };
    const unbound = { messages: bounds, byChannel: {}, longestMs: null, starts: ['other'], unknownCalls: [] };
    expect(proofWords(unbound, 'ko')).toEqual([
      '메시지 수 제한 없음',
      '기간 제한 없음',
      'other 여정도 시작함',
    ]);
    const priced = {
      ...unbound,
      messages: { total: 1, perDay: 1 },
      longestMs: 0,
      cost: { currency: 'KRW', most: 95, unpriced: [] },
    };
    expect(proofWords(priced, 'en').slice(0, 3)).toEqual([
      'at most 1 message a person',
      'over at once',
      'at most ₩95 a person',
    ]);
  });
});

describe('finding steps', () => {
  const nameless = Object.entries(springSale.nodes).map(
    ([id, { name: _name, ...step }]) => [id, step] as const,
  );
  const named = {
    ...springSale,
    nodes: { ...Object.fromEntries(nameless), text: { type: 'sms.send', name: '봄 세일 알림' } },
  };
  const find = (query: string) =>
    findSteps(named, query, { language: 'ko', titleOf: (type) => answers.get(type)?.title }).map(
      ({ id, where }) => `${id} ${where}`,
    );

  it('looks at names, ids, types and settings, the nearest first', () => {
    expect(find('text')).toEqual(['text id']);
    expect(find('봄 세일')).toEqual(['text name', 'mail settings']);
    expect(find('MAIL')).toEqual(['mail id']);
    expect(find('문자')).toEqual(['text type']);
    expect(find('order.placed')).toEqual(['think settings']);
    expect(find('spring_sale')).toEqual(['offer settings']);
  });

  it('knows first consonants, and needs every word', () => {
    expect(find('ㅂㅅㅇ')).toEqual(['text name']);
    expect(find('알림 봄')).toEqual(['text name']);
    expect(find('봄 여름')).toEqual([]);
  });

  it('shows all where nothing is asked', () => {
    expect(find(' ')).toHaveLength(Object.keys(named.nodes).length);
  });
});
