// The journeys that a journey awaits or starts, in an order in which they can be published: whoever is named comes before
// whoever names it. Pure.

import type { Catalogue } from '../../journey/catalogue.ts';
import type { Definition, DefinitionNode } from '../../journey/definition.ts';
import { upgradeConfig } from '../../journey/upgrade.ts';

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
    for (const node of Object.values(definition.nodes)) {
      for (const id of namedBy(node, catalogue)) {
        const named = journeys.get(id);
        if (named === undefined || seen.has(id)) continue;
        seen.add(id);
        visit(named);
        ordered.push(named);
      }
    }
  };
  visit(root);
  return ordered;
}

function namedBy(node: DefinitionNode, catalogue: Catalogue): readonly string[] {
  const type = catalogue.get(node.type);
  const parsed = type?.config.safeParse(upgradeConfig(type, node.version, node.with ?? {}));
  if (type === undefined || parsed?.success !== true) return [];
  // A registry has forgotten its types' config types (`AnyNodeType`).
  const config = parsed.data as never;
  return [type.inlines?.(config), type.startsJourney?.(config)].filter((id) => id !== undefined);
}
