// Plays whatever world a script names: its steps, or chance. What CLI, tests and canvas call. Pure.

import { playChance } from './play-chance.ts';
import { beginScript, type Played, type PlayOptions, play } from './play-script.ts';
import type { Script } from './script.ts';
import type { Simulator } from './simulator.ts';

export function playWorld(simulator: Simulator, script: Script, options: PlayOptions): Played {
  const { world } = script;
  if (Array.isArray(world)) return play(simulator, beginScript(simulator, script, options));
  const { seed, rates } = world.random;
  const chance = { seed, ...(rates === undefined ? {} : { rates }) };
  const { begun } = beginScript(simulator, script, { ...options, chance });
  if (!begun.entered) return begun;
  return { entered: true, simulation: playChance(simulator, begun.simulation, chance), leftover: [] };
}
