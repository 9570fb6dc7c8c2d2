// What a project says about itself in `jornada.config.ts`: its own node types, and where its templates and prices are.

import type { AnyNode } from './node-type.ts';

export interface JornadaConfig {
  /** Node types of this project, beside the built-in ones. */
  readonly nodes?: readonly AnyNode[];
  /** File with the templates as Meta has them, from the config's folder. Default: `templates.json` beside a journey. */
  readonly templates?: string;
  /** File with what a message costs, from the config's folder. Default: `prices.json` beside a journey. */
  readonly prices?: string;
}

/** Declares a project: `export default defineConfig({ nodes: [greet] })`. */
export function defineConfig(config: JornadaConfig): JornadaConfig {
  return config;
}
