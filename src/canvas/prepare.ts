// What is asked for before anything is drawn: all at once what would otherwise come one after the other. What can't be had
// is asked for again when it is to be shown.

import { openedDraft } from './drafts/read-draft.ts';
import { askEarlyForCatalogue } from './state/catalogue.ts';
import type { Route } from './state/route.ts';
import { askForSession } from './state/session.ts';
import { wake } from './worker/ask.ts';

export const loadJourneyScreen = () => import('./journey-screen.tsx').then((all) => all.JourneyScreen);

export function prepare(route: Route): void {
  askForSession();
  if (route.screen !== 'journey') return;
  loadJourneyScreen().catch(() => {});
  if (route.version === undefined) openedDraft.askEarly(route.journey);
  askEarlyForCatalogue();
  wake();
}
