// Checks that the numbers which a journey names are among those that can send. Only where these are known. Pure.

import type { Definition } from '../definition.ts';
import { createIssue, type Issue } from '../issues.ts';
import { suggest } from '../suggestion.ts';
import type { FlowGraph } from './flow-graph.ts';

export function checkSenders(
  { policy }: Pick<Definition, 'policy'>,
  { nodes }: FlowGraph,
  known: readonly string[] | undefined,
): readonly Issue[] {
  if (known === undefined) return [];
  const named = [
    { sender: policy?.sender, path: ['policy', 'sender'] },
    // Those of sub-journeys are theirs to mend.
    ...nodes
      .filter(({ id, root }) => id === root)
      .map(({ id, message }) => ({ sender: message?.sender, path: ['nodes', id, 'with', 'sender'] })),
  ];
  return named.flatMap(({ sender, path }) =>
    sender === undefined || known.includes(sender)
      ? []
      : [createIssue('J505', { sender, known, ...suggest(sender, known) }, { path })],
  );
}
