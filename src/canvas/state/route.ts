// Which screen the address names: `/`, `/journeys/<id>`, `/journeys/<id>/simulate`, `/journeys/<id>/live[?run=…]`;
// `?version=…` looks at a version that was published.

import { useSyncExternalStore } from 'react';
import type { Mode } from './editor.ts';

export interface JourneyRoute {
  readonly screen: 'journey';
  readonly journey: string;
  readonly mode: Mode;
  readonly run?: string;
  /** Looked at, not edited. */
  readonly version?: number;
}

export type Route = { readonly screen: 'home' } | JourneyRoute;

const form = /^\/journeys\/(?<journey>[^/]+)(?:\/(?<mode>simulate|live))?\/?$/;

export function readRoute(address: Pick<Location, 'pathname' | 'search'>): Route {
  const found = form.exec(address.pathname)?.groups;
  if (found?.['journey'] === undefined) return { screen: 'home' };
  const mode = (found['mode'] ?? 'edit') as Mode;
  const query = new URLSearchParams(address.search);
  const run = query.get('run');
  const version = Number(query.get('version') ?? '');
  const journey = decode(found['journey']);
  const isVersion = Number.isSafeInteger(version) && version > 0;
  return {
    screen: 'journey',
    journey,
    mode,
    ...(run === null ? {} : { run }),
    ...(isVersion ? { version } : {}),
  };
}

/** An address that was mangled on its way names a journey that there is not. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

export function toPath(route: Route): string {
  if (route.screen === 'home') return '/';
  const mode = route.mode === 'edit' ? '' : `/${route.mode}`;
  const query = new URLSearchParams({
    ...(route.run === undefined ? {} : { run: route.run }),
    ...(route.version === undefined ? {} : { version: String(route.version) }),
  }).toString();
  return `/journeys/${encodeURIComponent(route.journey)}${mode}${query === '' ? '' : `?${query}`}`;
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
