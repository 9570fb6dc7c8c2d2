// Several commands as one, so that one undo takes all of them back. Pure.

import type { Command } from '../journey.ts';

export function chain(...commands: readonly Command[]): Command {
  return (journey) => commands.reduce((changed, command) => command(changed), journey);
}
