// A journey of any size with the mix of nodes that real ones have: messages with fallbacks, waits, branches.

/** The text of a valid journey of this many nodes, as an author's file would have it. */
export function writeLargeJourney(nodeCount: number): string {
  const nodes = largeNodes(nodeCount);
  const journey = { id: 'large', name: 'Large', entry: { on: { api: true } }, start: 'n0', nodes };
  return JSON.stringify(journey, null, 2);
}

/** Nodes `n0` to `end`, each leading to the next. */
export function largeNodes(nodeCount: number): Record<string, unknown> {
  const nodes: Record<string, unknown> = {};
  for (let index = 0; index < nodeCount - 1; index += 1) {
    const next = index + 1 < nodeCount - 1 ? `n${index + 1}` : 'end';
    nodes[`n${index}`] = kinds[index % kinds.length]?.(index, next);
  }
  nodes['end'] = { type: 'exit', with: { as: 'reached' } };
  return nodes;
}

type Kind = (index: number, next: string) => unknown;

const kinds: readonly Kind[] = [
  (index, next) => ({
    type: 'whatsapp.template',
    with: {
      template: 'spring_sale',
      language: 'ko',
      body: { name: `{{ person.firstName | default: 'guest ${index}' }}` },
    },
    next: { delivered: next, limit: next, unresolved: next, '*': next },
  }),
  (_index, next) => ({ type: 'delay', with: { for: '1h' }, next }),
  (index, next) => ({
    type: 'branch',
    with: { cases: [{ name: 'large', if: `event.total > ${index}` }] },
    next: { large: next, else: next },
  }),
];
