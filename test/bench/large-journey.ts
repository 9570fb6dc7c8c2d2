// A journey of any size as real ones grow: a row of questions, each with its own small campaign behind it.

/** The text of a valid journey of this many nodes without findings, as an author's file would have it. */
export function writeLargeJourney(nodeCount: number): string {
  const nodes = largeNodes(nodeCount);
  const data = { person: { firstName: 'string?' }, events: { entry: { total: 'number' } } };
  const journey = { id: 'large', name: 'Large', data, entry: { on: { api: true } }, start: 'n0', nodes };
  return JSON.stringify(journey, null, 2);
}

/** Nodes `n0` to `end`; every fifth is a question that leads to the four behind it, or on to the next question. */
export function largeNodes(nodeCount: number): Record<string, unknown> {
  const nodes: Record<string, unknown> = {};
  const last = nodeCount - 1;
  const name = (index: number) => (index < last ? `n${index}` : 'end');
  for (let index = 0; index < last; index += 1) {
    const question = index - (index % kinds.length);
    const next = index === question + kinds.length - 1 ? 'end' : name(index + 1);
    nodes[`n${index}`] = kinds[index % kinds.length]?.({
      index,
      next,
      otherwise: name(question + kinds.length),
    });
  }
  nodes['end'] = { type: 'exit', with: { as: 'reached' } };
  return nodes;
}

interface Place {
  readonly index: number;
  readonly next: string;
  readonly otherwise: string;
}

const kinds: readonly ((place: Place) => unknown)[] = [
  ({ index, next, otherwise }) => ({
    type: 'branch',
    with: { cases: [{ name: 'large', if: `event.total > ${index}` }] },
    next: { large: next, else: otherwise },
  }),
  ({ index, next }) => ({
    type: 'whatsapp.template',
    with: {
      template: 'spring_sale',
      language: 'ko',
      body: { name: `{{ person.firstName | default: 'guest ${index}' }}` },
    },
    next: { delivered: next, limit: next, unresolved: next, '*': next },
  }),
  ({ next }) => ({ type: 'delay', with: { for: '1h' }, next }),
  ({ index, next }) => ({ type: 'sms.send', with: { text: `Offer ${index} is yours.` }, next }),
  ({ next }) => ({ type: 'delay', with: { for: 'P1D' }, next }),
];
