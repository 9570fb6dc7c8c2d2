// What is needed to prove that every registered upgrade step is exercised: fixtures of old journeys, and the steps
// that checking them calls.

import type { AnyNodeType, Catalogue } from '../../src/journey/catalogue.ts';
import { resolveNode } from '../../src/journey/resolved-node.ts';
import { type JsonDocument, type LanguageHistory, upgradeDocument } from '../../src/journey/upgrade.ts';

/** `language@1`, `delay@1`: the steps that are registered. */
export function listSteps(catalogue: Catalogue, history: LanguageHistory): string[] {
  const ofTypes = [...catalogue.values()].flatMap(({ type, upgrade = {} }) =>
    Object.keys(upgrade).map((version) => `${type}@${version}`),
  );
  return [...Object.keys(history.steps).map((version) => `language@${version}`), ...ofTypes].sort();
}

/** The steps that are called while the documents are brought to today's form; each node has to fit its type then. */
export function listCalled(
  documents: readonly JsonDocument[],
  catalogue: Catalogue,
  history: LanguageHistory,
): string[] {
  const called = new Set<string>();
  const watched = (name: string, type: AnyNodeType): AnyNodeType => ({
    ...type,
    upgrade: watch(type.upgrade ?? {}, (version) => called.add(`${name}@${version}`)),
  });
  const steps = watch(history.steps, (version) => called.add(`language@${version}`));
  for (const document of documents) {
    const { nodes = {} } = upgradeDocument(document, { ...history, steps }) as { nodes?: object };
    for (const [id, node] of Object.entries(nodes)) {
      const type = catalogue.get(node.type);
      if (type === undefined || resolveNode(id, node, watched(node.type, type)) === undefined) {
        throw new TypeError(`The node ${id} of an old journey does not fit its type after the upgrade.`);
      }
    }
  }
  return [...called].sort();
}

/** The same steps, telling when they are called. */
function watch<Step extends (value: never) => unknown>(
  steps: { readonly [version: number]: Step },
  tell: (version: string) => void,
): { readonly [version: number]: Step } {
  const entries = Object.entries(steps).map(([version, step]) => [
    version,
    (value: never) => {
      tell(version);
      return step(value);
    },
  ]);
  return Object.fromEntries(entries);
}
