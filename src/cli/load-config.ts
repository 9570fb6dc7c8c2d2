// Loads a project's `jornada.config.ts`, with the node types that it imports, through tsx.

import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { JornadaConfig } from '../node-kit/jornada-config.ts';
import { CliError } from './cli-error.ts';

let prepared: Promise<void> | undefined;
/** Node keeps every module for ever, by its address: fresh code is loaded under a new one (`config-hooks.mjs`). */
let generation = 0;

/** @throws CliError usage, when it can't be loaded or exports no configuration */
export async function loadConfig(
  file: string,
  { isFresh }: { readonly isFresh: boolean },
): Promise<JornadaConfig> {
  prepared ??= prepare();
  await prepared;
  if (isFresh) generation += 1;
  const address = pathToFileURL(file);
  if (generation > 0) address.searchParams.set('generation', String(generation));
  let config: unknown;
  try {
    ({ default: config } = await import(address.href));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw CliError.usage({
      en: `${file} can't be loaded: ${reason}`,
      ko: `${file} 파일을 불러올 수 없습니다: ${reason}`,
    });
  }
  if (isConfig(config)) return config;
  throw CliError.usage({
    en: `${file} exports no configuration. Write: export default defineConfig({ nodes: [] })`,
    ko: `${file} 파일이 설정을 내보내지 않습니다. 이렇게 쓰세요: export default defineConfig({ nodes: [] })`,
  });
}

/** Once per process: Node's hooks stay. Whoever comes meanwhile waits for them too. */
async function prepare(): Promise<void> {
  const tsx = await import('tsx/esm/api');
  tsx.register();
  const kit = new URL(
    import.meta.url.endsWith('.ts') ? '../node-kit/index.ts' : '../node-kit/index.js',
    import.meta.url,
  ).href;
  register(new URL('./config-hooks.mjs', import.meta.url), { data: { kit } });
}

function isConfig(value: unknown): value is JornadaConfig {
  if (typeof value !== 'object' || value === null) return false;
  const { nodes, templates, prices } = value as Record<string, unknown>;
  const isPath = (given: unknown) => given === undefined || typeof given === 'string';
  const areNodes = nodes === undefined || (Array.isArray(nodes) && nodes.every(isNode));
  return areNodes && isPath(templates) && isPath(prices);
}

/** Made by `defineNode` or one of its sisters. */
function isNode(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'type' in value && 'kind' in value && 'chart' in value
  );
}
