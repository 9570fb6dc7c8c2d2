// Addresses of the canvas: each names a screen, whatever somebody made of it on its way.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'vitest';
import { type Route, readRoute, toPath } from '../../../src/canvas/state/route.ts';

const read = (path: string): Route => readRoute(new URL(path, 'http://canvas.test'));

test('a route is read back from its address', () => {
  const routes = fc.record(
    {
      screen: fc.constant('journey' as const),
      journey: fc.string({ minLength: 1 }).filter((id) => !/^\.{1,2}$/.test(id)),
      mode: fc.constantFrom('edit' as const, 'simulate' as const, 'live' as const),
      run: fc.string(),
      version: fc.integer({ min: 1 }),
    },
    { requiredKeys: ['screen', 'journey', 'mode'], noNullPrototype: true },
  );
  fc.assert(fc.property(routes, (route) => assert.deepEqual(read(toPath(route)), route)));
});

test('an address whose escapes are broken names a journey that there is not, and is no error', () => {
  assert.deepEqual(read('/journeys/%E0%A4'), { screen: 'journey', journey: '%E0%A4', mode: 'edit' });
});

test('an address of nothing is home', () => {
  for (const path of ['/', '/journeys', '/journeys/', '/journeys/a/b', '/else'])
    assert.deepEqual(read(path), { screen: 'home' });
});
