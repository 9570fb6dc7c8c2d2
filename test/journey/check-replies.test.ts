// Waits for answers against the messages that they name.

import { describe, expect, test } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { check } from '../../src/journey/check.ts';

const buttons = [
  { id: 'yes', title: 'Yes' },
  { id: 'no', title: 'No' },
];
const next = { delivered: 'wait', unresolved: 'wait', '*': 'end' };
const message = { type: 'whatsapp.message', with: { text: 'Coming?', buttons }, next };
const list = { button: 'Choose', sections: [{ rows: buttons }] };
const template = {
  type: 'whatsapp.template',
  with: { template: 'coming', language: 'ko', buttons: [{ index: 0, payload: 'yes' }] },
  next,
};

function findings(ask: object, wait: object, more: object = {}): string[] {
  const nodes = {
    ask,
    wait: { type: 'whatsapp.wait-reply', with: { to: 'ask', within: '2h', ...wait }, next: 'end' },
    ...more,
    end: { type: 'exit' },
  };
  const journey = { id: 'asks', name: 'Asks', entry: { on: { api: true } }, start: 'ask', nodes };
  return check(journey, catalogue).issues.map(({ code, path }) => `${code} ${path.join('.')}`);
}

describe('a wait for an answer', () => {
  test('to all buttons or rows is fine', () => {
    const choices = { yes: 'comes', no: 'stays' };
    expect(findings(message, { choices })).toEqual([]);
    expect(findings({ ...message, with: { text: 'Coming?', list } }, { choices })).toEqual([]);
  });

  test('to one that the message does not have is a slip', () => {
    const choices = { yes: 'comes', no: 'stays', maybe: 'comes' };
    expect(findings(message, { choices })).toEqual(['J503 nodes.wait.with.choices.maybe']);
    expect(findings({ ...message, with: { text: 'Coming?' } }, { choices: { yes: 'comes' } })).toEqual([
      'J503 nodes.wait.with.choices.yes',
    ]);
  });

  test('of which one is left out lets a tap lead nowhere, unless everything else is taken, here or there', () => {
    const choices = { yes: 'comes' };
    expect(findings(message, { choices })).toEqual(['J504 nodes.wait.with']);
    expect(findings(message, { choices, other: true })).toEqual([]);
    const second = {
      type: 'whatsapp.wait-reply',
      with: { to: 'ask', choices: { no: 'stays' }, within: '2h' },
    };
    const more = { end: { ...second, next: 'out' }, out: { type: 'exit' } };
    expect(findings(message, { choices }, { second: { ...second, next: 'end' }, ...more })).not.toContain(
      'J504 nodes.wait.with',
    );
  });

  test('to a template is judged by what is said here: its other quick replies answer with their labels', () => {
    expect(findings(template, { choices: { yes: 'comes', Later: 'stays' } })).toEqual([]);
    expect(findings(template, { choices: { Later: 'stays' } })).toEqual(['J504 nodes.wait.with']);
  });

  test('to a node that sends nothing on WhatsApp waits for nothing', () => {
    expect(findings(message, { to: 'end', other: true })).toEqual(['J519 nodes.wait.with.to']);
  });
});

describe('what an event of the engine says', () => {
  const judge = (condition: string, event: string) =>
    check(
      {
        id: 'asks',
        name: 'Asks',
        entry: { on: { inbound: 'any' }, if: "event.text != ''" },
        exit: [{ on: { event }, if: condition, as: 'left' }],
        start: 'end',
        nodes: { end: { type: 'exit' } },
      },
      catalogue,
    ).issues.map(({ code }) => code);

  test('is known to conditions', () => {
    expect(judge("event.text == 'bye'", 'whatsapp.inbound')).toEqual([]);
    expect(judge("event.words == 'bye'", 'whatsapp.inbound')).not.toEqual([]);
    expect(judge("event.node == 'offer' && event.run == run.id", 'message.late')).toEqual([]);
    expect(judge('event.node > 3', 'message.late')).not.toEqual([]);
  });
});
