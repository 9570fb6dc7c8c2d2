// The project that a journey belongs to: the built-in node types, those of the nearest `jornada.config.ts` above it, and
// what stands beside the journey. Without a config it is the built-in node types alone.

import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../journey/catalogue.ts';
import type { Surroundings } from '../journey/surroundings.ts';
import type { AnyNode } from '../node-kit/node-type.ts';
import { CliError } from './cli-error.ts';

export interface Project {
  /** That of the config; without one, the folder that was asked about. */
  readonly folder: string;
  readonly nodeTypes: readonly AnyNode[];
  readonly catalogue: Catalogue;
  /** What a journey in this file is checked against; read when it is needed. `-` has nothing beside it. */
  readonly surroundingsOf: (journeyFile: string) => Surroundings;
}

const configNames = ['jornada.config.ts', 'jornada.config.js'];

/**
 * Finds and loads the project of a file or folder; `isFresh`: its code as it is now, whatever was loaded before.
 * @throws CliError usage: the config cannot be loaded, or a file that it names cannot be read
 */
export async function loadProject(near: string, { isFresh = false } = {}): Promise<Project> {
  const start = path.resolve(near === '-' ? '.' : near);
  const [{ nodeTypes: builtIn }, { readSurroundings }] = await Promise.all([
    import('../../activities/nodes/index.ts'),
    import('./read-surroundings.ts'),
  ]);
  const file = findConfig(start);
  const config =
    file === undefined ? {} : await (await import('./load-config.ts')).loadConfig(file, { isFresh });
  const folder = file === undefined ? start : path.dirname(file);
  const nodeTypes = [...builtIn, ...(config.nodes ?? [])];
  const catalogue = new Map(nodeTypes.map((node) => [node.type, node]));
  if (file !== undefined) assertDistinct(nodeTypes, file);
  return {
    folder,
    nodeTypes,
    catalogue,
    surroundingsOf: (journeyFile) => readSurroundings(journeyFile, { folder, config }),
  };
}

function findConfig(start: string): string | undefined {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const found = configNames.map((name) => path.join(folder, name)).find((file) => existsSync(file));
    if (found !== undefined) return found;
    if (folder === path.dirname(folder)) return undefined;
  }
}

function assertDistinct(nodeTypes: readonly AnyNode[], file: string): void {
  const types = nodeTypes.map(({ type }) => type);
  const twice = types.find((type, index) => types.indexOf(type) !== index);
  if (twice === undefined) return;
  throw CliError.usage({
    en: `${file} has a node type "${twice}" that exists already. Choose another name.`,
    ko: `${file}의 노드 종류 "${twice}"은(는) 이미 있습니다. 다른 이름을 쓰세요.`,
  });
}
