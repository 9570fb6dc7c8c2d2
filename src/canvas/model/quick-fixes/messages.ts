// Quick fixes for messages (J5xx): settings that are safe to change, names that were misspelt. Pure.

import { setConfig, setJourney } from '../commands/set.ts';
import { renameKey, valueAt } from '../set-in.ts';
import type { Fixers, IssuePlace, QuickFix } from './fixers.ts';
import { write } from './titles.ts';

export const messageFixes: Fixers = {
  J501: ({ node }) => [
    {
      title: { en: 'Wait until the person writes', ko: '고객이 메시지를 보낼 때까지 기다리기' },
      command: setConfig(node, ['waitForWindow'], true),
    },
  ],
  J502: ({ gives }, place) => {
    const strongest = gives.includes('delivered') ? 'delivered' : gives.at(-1);
    return rewrite(strongest, place);
  },
  J503: ({ choice, suggestion }, { path, journey }) => {
    const choices = valueAt(journey, path.slice(0, -1));
    if (suggestion === undefined || path.at(-1) !== choice) return [];
    return [
      {
        title: write(suggestion),
        command: setJourney(path.slice(0, -1), renameKey(choices, choice, suggestion)),
      },
    ];
  },
  J505: ({ suggestion }, place) => rewrite(suggestion, place),
  J510: ({ suggestion }, place) => rewrite(suggestion, place),
  J511: ({ languages }, { path }) =>
    languages
      .slice(0, 3)
      .map((language) => ({ title: write(language), command: setJourney(path, language) })),
  J519: ({ suggestion }, place) => rewrite(suggestion, place),
};

function rewrite(word: string | undefined, { path, journey }: IssuePlace): readonly QuickFix[] {
  if (word === undefined || typeof valueAt(journey, path) !== 'string') return [];
  return [{ title: write(word), command: setJourney(path, word) }];
}
