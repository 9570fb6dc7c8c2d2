// Which modules went into which file of a bundle, written beside it: for tests of what a page loads at once.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export interface Chunk {
  /** Below the folder of the bundle. */
  readonly file: string;
  /** Files that come with it, always. */
  readonly imports: readonly string[];
  /** Paths of the sources and libraries in it. */
  readonly modules: readonly string[];
}

const fileName = 'chunks.json';

export function listChunks(): Plugin {
  return {
    name: 'list-chunks',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).flatMap((part): Chunk[] =>
        part.type === 'chunk'
          ? [{ file: part.fileName, imports: part.imports, modules: part.moduleIds }]
          : [],
      );
      this.emitFile({ type: 'asset', fileName, source: JSON.stringify(chunks) });
    },
  };
}

/** @param folder of a bundle that was built with `listChunks` */
export function readChunks(folder: string): readonly Chunk[] {
  return JSON.parse(readFileSync(join(folder, fileName), 'utf8'));
}
