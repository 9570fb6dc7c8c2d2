// A journey of 1,000 steps and 1,200 edges that an author has put into rows and columns, and the same as plain boxes and
// lines for whoever draws it without knowing what it means.

import type { Definition } from '../../../src/journey/definition.ts';

/** What bare React Flow gets. */
export interface Boxes {
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly x: number;
    readonly y: number;
  }[];
  readonly edges: readonly { readonly source: string; readonly target: string }[];
}

const stepCount = 1_000;
/** A fallback leads aside in every fifth step: 1.2 edges a step. */
const rowLength = 5;
/** Pixels between two steps: all of them are in sight at the smallest zoom. */
const cell = { x: 300, y: 240 };
const columns = 32;

/** Rows of five, each a message with a fallback and the time after it. Valid, without warnings. */
export function writeCampaign(): Definition {
  const last = stepCount - 1;
  const name = (index: number) => (index < last ? `n${index}` : 'end');
  const entries = Array.from({ length: last }, (_, index) => [name(index), stepAt(index, name)]);
  const nodes = Object.fromEntries([
    ...entries,
    ['end', { name: 'End', type: 'exit', with: { as: 'reached' } }],
  ]);
  const ids = Object.keys(nodes);
  const canvas = Object.fromEntries(ids.map((id, index) => [id, placeAt(index)]));
  const data = { person: { firstName: 'string?' as const } };
  return { id: 'campaign', name: 'Campaign', data, entry: { on: { api: true } }, start: 'n0', nodes, canvas };
}

export function toBoxes({ nodes, canvas = {} }: Definition): Boxes {
  const steps = Object.entries(nodes);
  return {
    nodes: steps.map(([id, step]) => ({
      id,
      name: typeof step.name === 'string' ? step.name : id,
      ...(canvas[id] as { x: number; y: number }),
    })),
    edges: steps.flatMap(([source, { next = [] }]) => {
      const targets = typeof next === 'string' ? [next] : Object.values(next);
      return [...new Set(targets)].map((target) => ({ source, target }));
    }),
  };
}

function stepAt(index: number, name: (index: number) => string): Definition['nodes'][string] {
  const [next, after] = [name(index + 1), name(index + 2)];
  switch (index % rowLength) {
    case 0: {
      const body = { name: `{{ person.firstName | default: 'guest ${index}' }}` };
      const sent = { template: 'spring_sale', language: 'ko', body };
      const routes = { delivered: after, limit: next, unresolved: next, '*': next };
      return { name: `Offer ${index}`, type: 'whatsapp.template', with: sent, next: routes };
    }
    case 1:
      return { name: `Text ${index}`, type: 'sms.send', with: { text: `Offer ${index} is yours.` }, next };
    case 2:
      return { name: `Rest ${index}`, type: 'delay', with: { for: 'P1D' }, next };
    case 3:
      return { name: `Reminder ${index}`, type: 'sms.send', with: { text: `Offer ${index} ends.` }, next };
    default:
      return { name: `Pause ${index}`, type: 'delay', with: { for: '1h' }, next };
  }
}

/** There and back in rows, so that every line is short. */
function placeAt(index: number): { readonly x: number; readonly y: number } {
  const row = Math.floor(index / columns);
  const column = row % 2 === 0 ? index % columns : columns - 1 - (index % columns);
  return { x: column * cell.x, y: row * cell.y };
}
