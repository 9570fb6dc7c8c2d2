// Where `npm run build` puts the canvas, whether it has done so or not; sources are served by the built one too.

import { join } from 'node:path';
import { findPackageFolder } from './package-folder.ts';

export function findCanvasFolder(): string | undefined {
  const folder = findPackageFolder();
  return folder === undefined ? undefined : join(folder, 'dist/canvas');
}
