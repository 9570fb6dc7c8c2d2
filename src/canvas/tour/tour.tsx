// A minute from a journey of the gallery to a fallback that is simulated.

import type { Route } from '../state/route.ts';

export function Tour(_: { readonly route: Route }) {
  return null;
}
