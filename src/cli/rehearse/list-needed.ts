// The journeys that a journey awaits or starts, in an order in which they can be published: whoever is named comes before
// whoever names it. Pure.

import type { Catalogue } from '../../journey/catalogue.ts';
import type { Definition } from '../../journey/definition.ts';
import { listNamed } from '../../journey/sub-journey.ts';

export function listNeeded(
  root: Definition,
  {
    catalogue,
    journeys,
  }: { readonly catalogue: Catalogue; readonly journeys: ReadonlyMap<string, Definition> },
): readonly Definition[] {
  const ordered: Definition[] = [];
  const seen = new Set([root.id]);
  const visit = (definition: Definition): void => {
    for (const id of listNamed(definition, catalogue)) {
      const named = journeys.get(id);
      if (named === undefined || seen.has(id)) continue;
      seen.add(id);
      visit(named);
      ordered.push(named);
    }
  };
  visit(root);
  return ordered;
}
