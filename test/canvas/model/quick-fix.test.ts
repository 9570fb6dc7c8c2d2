import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../activities/nodes/index.ts';
import type { Journey } from '../../../src/canvas/model/journey.ts';
import { quickFixesOf } from '../../../src/canvas/model/quick-fix.ts';
import { checkSource } from '../../../src/journey/check-answer.ts';
import { definitionSchema } from '../../../src/journey/definition.ts';
import { parse } from '../../../src/journey/parse.ts';
import type { Surroundings } from '../../../src/journey/surroundings.ts';
import { journeyOf, springSale } from './journeys.ts';

function fixesOf(journey: Journey, code: string, surroundings: Surroundings = {}) {
  const check = checkSource(JSON.stringify(journey), catalogue, surroundings);
  const issue = check.issues.find((one) => one.code === code);
  return issue === undefined ? [] : quickFixesOf(issue, journey, check);
}

function codesOf(journey: Journey, surroundings: Surroundings = {}): readonly string[] {
  return checkSource(JSON.stringify(journey), catalogue, surroundings).issues.map(({ code }) => code);
}

const exit = { type: 'exit', with: { as: 'done' } };
const hour = { type: 'delay', with: { for: '1h' } };
const sms = { type: 'sms.send', with: { text: 'Hi' } };
const template = { type: 'whatsapp.template', with: { template: 'offer', language: 'ko' }, next: 'end' };

/** One journey for each issue, and what the first fix is called. */
const cases: [code: string, title: string, journey: Journey, surroundings?: Surroundings][] = [
  [
    'J201',
    'Write “within”',
    journeyOf({ a: { ...template, with: { ...template.with, withim: '1h' } }, end: exit }),
  ],
  [
    'J201',
    'Remove “colour”',
    journeyOf({ a: { ...template, with: { ...template.with, colour: 'red' } }, end: exit }),
  ],
  [
    'J205',
    'Write “read”',
    journeyOf({ a: { ...template, with: { ...template.with, await: 'reed' } }, end: exit }),
  ],
  ['J301', 'Write “sms.send”', journeyOf({ a: { ...sms, type: 'sms.sent', next: 'end' }, end: exit })],
  [
    'J302',
    'Start with “begin”',
    journeyOf({ begin: { ...hour, next: 'end' }, end: exit }, { start: 'begn' }),
  ],
  ['J303', 'Lead to “finish”', journeyOf({ a: { ...hour, next: 'finsh' }, finish: exit })],
  ['J303', 'Remove the edge', journeyOf({ a: { ...hour, next: { done: 'nowhere' } }, b: exit })],
  ['J304', 'Remove “alone”', journeyOf({ a: { ...hour, next: 'end' }, end: exit, alone: hour })],
  [
    'J305',
    'Write “timeout”',
    journeyOf({
      a: {
        type: 'wait.event',
        with: { event: 'x', within: '1h' },
        next: { received: 'end', timeuot: 'end' },
      },
      end: exit,
    }),
  ],
  ['J306', 'Lead to “end”', journeyOf({ a: { ...sms, next: { accepted: 'end' } }, end: exit })],
  [
    'J306',
    'Lead to “late”',
    journeyOf({
      a: { ...sms, next: { accepted: 'end', capped: 'late' } },
      end: exit,
      late: { ...hour, next: 'end' },
    }),
  ],
  ['J306', 'Lead to a new exit', journeyOf({ a: sms })],
  ['J308', 'Remove what follows', journeyOf({ a: { ...hour, next: 'end' }, end: { ...exit, next: 'a' } })],
  ['J309', 'Use the newest version', journeyOf({ a: { ...hour, version: 99, next: 'end' }, end: exit })],
  ['J310', 'Enter “a” at most 3 times', journeyOf({ a: { ...hour, next: 'b' }, b: { ...hour, next: 'a' } })],
  [
    'J311',
    'Remove the edge',
    journeyOf({ a: { ...hour, next: 'note' }, note: { type: 'note', with: { text: 'x' } } }),
  ],
  [
    'J312',
    'Remove what follows',
    journeyOf({
      a: { ...hour, next: 'end' },
      end: exit,
      note: { type: 'note', with: { text: 'x' }, next: 'end' },
    }),
  ],
  [
    'J421',
    'Write “tier”',
    journeyOf(
      {
        a: { type: 'branch', with: { cases: [{ name: 'gold', if: 'person.teir == "gold"' }] }, next: 'end' },
        end: exit,
      },
      { data: { person: { tier: 'string' } } },
    ),
  ],
  [
    'J422',
    'Ask first: has(person.tier)',
    journeyOf(
      {
        a: {
          type: 'branch',
          with: { cases: [{ name: 'gold', if: 'person.tier == "gold" || true' }] },
          next: 'end',
        },
        end: exit,
      },
      { data: { person: { tier: 'string?' } } },
    ),
  ],
  [
    'J423',
    'Write “delivered”',
    journeyOf({
      a: { ...template, next: 'b' },
      b: {
        type: 'branch',
        with: { cases: [{ name: 'yes', if: 'nodes.a.outcome == "deliverd"' }] },
        next: 'end',
      },
      end: exit,
    }),
  ],
  [
    'J424',
    'Write “order.placed”',
    journeyOf(
      { a: { type: 'wait.event', with: { event: 'order.plased', within: '1h' }, next: 'end' }, end: exit },
      { data: { events: { 'order.placed': {} } } },
    ),
  ],
  [
    'J501',
    'Wait until the person writes',
    journeyOf({
      a: { type: 'whatsapp.message', with: { text: 'Hi', waitForWindow: false }, next: 'end' },
      end: exit,
    }),
  ],
  [
    'J503',
    'Write “yes”',
    journeyOf({
      a: {
        type: 'whatsapp.message',
        with: { text: 'Well?', buttons: [{ id: 'yes', title: 'Yes' }] },
        next: 'b',
      },
      b: {
        type: 'whatsapp.wait-reply',
        with: { to: 'a', choices: { yse: 'yes' }, other: true, within: '1h' },
        next: 'end',
      },
      end: exit,
    }),
  ],
  [
    'J505',
    'Write “shop-kr”',
    journeyOf({ a: { ...template, with: { ...template.with, sender: 'shop-kt' } }, end: exit }),
    { senders: ['shop-kr'] },
  ],
  [
    'J510',
    'Write “offers”',
    journeyOf({ a: template, end: exit }),
    { templates: [{ name: 'offers', language: 'ko', category: 'MARKETING', status: 'APPROVED' }] },
  ],
  [
    'J511',
    'Write “en”',
    journeyOf({ a: template, end: exit }),
    { templates: [{ name: 'offer', language: 'en', category: 'MARKETING', status: 'APPROVED' }] },
  ],
  [
    'J519',
    'Write “offer”',
    journeyOf({
      offer: { ...template, next: 'b' },
      b: { type: 'whatsapp.wait-reply', with: { to: 'ofer', other: true, within: '1h' }, next: 'end' },
      end: exit,
    }),
  ],
];

describe('a quick fix', () => {
  it.each(cases)('of %s, "%s", takes the issue away', (code, title, journey, surroundings) => {
    const [fix] = fixesOf(journey, code, surroundings);
    expect(fix?.title.en).toBe(title);
    expect(fix?.title.ko).toMatch(/[가-힣]/);
    const fixed = fix?.command(journey) ?? journey;
    expect(definitionSchema.safeParse(fixed).success).toBe(true);
    expect(codesOf(fixed, surroundings)).not.toContain(code);
  });

  it('names `*` once for all failures, and `unresolved` beside it', () => {
    const journey = journeyOf({ a: { ...sms, next: { accepted: 'end' } }, end: exit });
    const [fix] = fixesOf(journey, 'J306');
    expect(fix?.command(journey).nodes['a']?.next).toEqual({
      accepted: 'end',
      unresolved: 'end',
      '*': 'end',
    });
  });

  it('leaves a source alone in which the word stands twice', () => {
    const twice = { cases: [{ name: 'gold', if: 'person.teir == "gold" || person.teir == "x"' }] };
    const journey = journeyOf(
      { a: { type: 'branch', with: twice, next: 'end' }, end: exit },
      { data: { person: { tier: 'string' } } },
    );
    expect(fixesOf(journey, 'J421')).toEqual([]);
  });

  it('is not offered where only the author can know', () => {
    expect(fixesOf(springSale, 'J306')).toEqual([]);
    expect(fixesOf(journeyOf({ a: { type: 'exit', with: {} } }), 'J202')).toEqual([]);
  });

  const folder = new URL('../../journeys/invalid/', import.meta.url);
  it.each(readdirSync(folder))('of %s keeps the shape and changes something', (file) => {
    const { document } = parse(readFileSync(new URL(file, folder), 'utf8'));
    const read = definitionSchema.safeParse(document);
    if (!read.success) return;
    const check = checkSource(JSON.stringify(read.data), catalogue);
    for (const fix of check.issues.flatMap((issue) => quickFixesOf(issue, read.data, check))) {
      const fixed = fix.command(read.data);
      expect(fixed).not.toBe(read.data);
      expect(definitionSchema.safeParse(fixed).success).toBe(true);
    }
  });
});
