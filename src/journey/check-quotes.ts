// Checks the nodes that others name to quote their message, react to it or hear its answers: they are there, and send on the
// same channel. Pure.

import type { NodeSite } from './catalogue.ts';
import { createIssue, type Issue } from './issues.ts';
import type { ResolvedNode, ResolvedNodes } from './resolved-node.ts';
import { suggest } from './suggestion.ts';

/** @param ids of all nodes, the unreadable ones too: of those nothing is said */
export function checkQuotes(resolved: ResolvedNodes, ids: ReadonlySet<string>): readonly Issue[] {
  const sites: Site[] = [];
  for (const node of resolved.values()) if (node.type.quotes !== undefined) sites.push(...listSites(node));
  if (sites.length === 0) return [];
  const channels = new Map([...resolved.values()].map((node) => [node.node, channelOf(node)]));
  return sites.flatMap(({ by, node, path }) => {
    // Who sends nothing waits for answers, and those come on WhatsApp.
    const channel = channels.get(by) ?? 'whatsapp';
    if (channels.get(node) === channel || (ids.has(node) && !resolved.has(node))) return [];
    const fit = [...channels].flatMap(([id, other]) => (other === channel ? [id] : []));
    return [createIssue('J519', { node, channel, ...suggest(node, fit) }, { path })];
  });
}

/** Where the node `by` names another. */
interface Site extends NodeSite {
  readonly by: string;
}

function listSites({ node: by, type, config }: ResolvedNode): readonly Site[] {
  const sites = type.quotes?.(config) ?? [];
  return sites.map(({ node, path }) => ({ by, node, path: ['nodes', by, 'with', ...path] }));
}

function channelOf({ type, config }: ResolvedNode): string | undefined {
  return type.message?.(config).channel;
}
