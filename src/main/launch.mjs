// `npm run jornada` in a checkout: the built JavaScript, which starts three times as fast; or the sources themselves
// where one of them is newer, so that nobody runs what is no longer there. What npm installs has no launcher.

import { isBuilt } from './is-built.mjs';

if (isBuilt()) {
  await import(new URL('../../dist/src/main/jornada.js', import.meta.url).href);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./jornada.ts');
}
