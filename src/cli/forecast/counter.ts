// How far a forecast is: a bar on a terminal, nothing elsewhere.

import { progress } from '@clack/prompts';
import type { CommandContext } from '../command.ts';

export interface Counter {
  readonly add: (people: number) => void;
  readonly done: () => void;
}

export function createCounter(people: number, { console, language }: CommandContext): Counter {
  if (!console.isInteractive) return { add: () => {}, done: () => {} };
  const bar = progress({ max: people, output: process.stderr });
  const say = { en: 'Simulating', ko: '시뮬레이션 중' }[language];
  let counted = 0;
  bar.start(`${say} 0 / ${people}`);
  return {
    add: (more) => {
      counted += more;
      bar.advance(more, `${say} ${counted} / ${people}`);
    },
    done: () => bar.stop(`${counted} / ${people}`),
  };
}
