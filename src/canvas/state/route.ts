// Which screen the address names: `/`, `/journeys/<id>`, `/journeys/<id>/simulate`, `/journeys/<id>/live[?run=…]`.

import { useSyncExternalStore } from 'react';
import type { Mode } from './editor.ts';

export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'journey'; readonly journey: string; readonly mode: Mode; readonly run?: string };

const form = /^\/journeys\/(?<journey>[^/]+)(?:\/(?<mode>simulate|live))?\/?$/;

export function readRoute(address: Pick<Location, 'pathname' | 'search'>): Route {
  const found = form.exec(address.pathname)?.groups;
  if (found?.['journey'] === undefined) return { screen: 'home' };
  const mode = (found['mode'] ?? 'edit') as Mode;
  const run = new URLSearchParams(address.search).get('run');
  const journey = decodeURIComponent(found['journey']);
  return { screen: 'journey', journey, mode, ...(run === null ? {} : { run }) };
}

export function toPath(route: Route): string {
  if (route.screen === 'home') return '/';
  const mode = route.mode === 'edit' ? '' : `/${route.mode}`;
  const query = route.run === undefined ? '' : `?run=${encodeURIComponent(route.run)}`;
  return `/journeys/${encodeURIComponent(route.journey)}${mode}${query}`;
}

export function go(route: Route): void {
  history.pushState(null, '', toPath(route));
  dispatchEvent(new PopStateEvent('popstate'));
}

export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, () => `${location.pathname}${location.search}`);
  return readRoute(new URL(address, location.origin));
}

function subscribe(onChange: () => void): () => void {
  addEventListener('popstate', onChange);
  return () => removeEventListener('popstate', onChange);
}
