// The project that a journey belongs to: the built-in node types, those of the nearest `jornada.config.ts` above it, and
// what stands beside the journey. Without a config it is the built-in node types alone.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalogue } from '../journey/catalogue.ts';
import type { Surroundings } from '../journey/surroundings.ts';
import type { JornadaConfig } from '../node-kit/jornada-config.ts';
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
 * Finds and loads the project of a file or folder.
 * @throws CliError usage: the config cannot be loaded, or a file that it names cannot be read
 */
export async function loadProject(near: string): Promise<Project> {
  const start = path.resolve(near === '-' ? '.' : near);
  const [{ nodeTypes: builtIn }, { readSurroundings }] = await Promise.all([
    import('../../activities/nodes/index.ts'),
    import('./read-surroundings.ts'),
  ]);
  const file = findConfig(start);
  const config = file === undefined ? {} : await loadConfig(file);
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

/**
 * A config and its nodes share our instances of modules: a `NodeError` of theirs is one of ours. So tsx is registered
 * for the time of the import, instead of importing into a namespace of its own.
 */
async function loadConfig(file: string): Promise<JornadaConfig> {
  const unregister = file.endsWith('.ts') ? (await import('tsx/esm/api')).register() : undefined;
  try {
    const { default: config } = await import(pathToFileURL(file).href);
    if (isConfig(config)) return config;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw CliError.usage({
      en: `${file} can't be loaded: ${reason}`,
      ko: `${file} 파일을 불러올 수 없습니다: ${reason}`,
    });
  } finally {
    await unregister?.();
  }
  throw CliError.usage({
    en: `${file} exports no configuration. Write: export default defineConfig({ nodes: [] })`,
    ko: `${file} 파일이 설정을 내보내지 않습니다. 이렇게 쓰세요: export default defineConfig({ nodes: [] })`,
  });
}

function isConfig(value: unknown): value is JornadaConfig {
  if (typeof value !== 'object' || value === null) return false;
  const { nodes, templates, prices } = value as Record<string, unknown>;
  const isPath = (given: unknown) => given === undefined || typeof given === 'string';
  return (
    (nodes === undefined || (Array.isArray(nodes) && nodes.every(isNode))) &&
    [templates, prices].every(isPath)
  );
}

/** Made by `defineNode` or one of its sisters. */
function isNode(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'type' in value && 'kind' in value && 'chart' in value
  );
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
