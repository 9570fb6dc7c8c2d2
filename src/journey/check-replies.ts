// Checks waits for answers against the messages that they name: what they expect to be tapped is there, and nothing can be
// tapped in vain. Pure.

import type { ChoiceUse, ReplyUse } from './catalogue.ts';
import { createIssue, type Issue } from './issues.ts';
import type { ResolvedNode, ResolvedNodes } from './resolved-node.ts';
import { suggest } from './suggestion.ts';

interface Wait {
  readonly node: string;
  readonly to: string;
  readonly offered: ChoiceUse;
  readonly replies: ReplyUse;
}

export function checkReplies(resolved: ResolvedNodes): readonly Issue[] {
  const waits = [...resolved.values()].flatMap((node) => findWait(node, resolved));
  return [...waits.flatMap(checkKnown), ...waits.flatMap((wait) => checkHandled(wait, waits))];
}

/** A wait that names a message; of messages that are not there others speak. */
function findWait({ node, type, config }: ResolvedNode, resolved: ResolvedNodes): readonly Wait[] {
  const replies = type.replies?.(config);
  const message = resolved.get(replies?.to ?? '');
  const offered = message?.type.message?.(message.config).choices;
  if (replies?.to === undefined || offered === undefined) return [];
  return [{ node, to: replies.to, offered, replies }];
}

function checkKnown({ node, to, offered, replies }: Wait): readonly Issue[] {
  if (!offered.isComplete) return [];
  return replies.choices
    .filter((choice) => !offered.ids.includes(choice))
    .map((choice) => {
      const place = { path: ['nodes', node, 'with', 'choices', choice], anchor: { at: 'key' } } as const;
      return createIssue('J503', { choice, message: to, ...suggest(choice, offered.ids) }, place);
    });
}

/** Told at the first wait for the message: any of them may take a choice. */
function checkHandled({ node, to, offered }: Wait, waits: readonly Wait[]): readonly Issue[] {
  const same = waits.filter((wait) => wait.to === to);
  if (same[0]?.node !== node || same.some(({ replies }) => replies.takesAll)) return [];
  const taken = new Set(same.flatMap(({ replies }) => replies.choices));
  const choices = offered.ids.filter((id) => !taken.has(id));
  if (choices.length === 0) return [];
  return [
    createIssue('J504', { choices, message: to }, { path: ['nodes', node, 'with'], anchor: { at: 'key' } }),
  ];
}
