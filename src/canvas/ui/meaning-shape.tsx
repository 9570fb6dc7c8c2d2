// The shape of a meaning, so that colour is never alone: ● reached, ◔ waiting, ◆ fell back, ■ failed.

import type { Meaning } from '../model/meaning.ts';

const shapes: { readonly [M in Meaning]: string } = {
  reached: 'M5 1a4 4 0 1 0 0 8a4 4 0 1 0 0-8Z',
  waiting: 'M5 1a4 4 0 1 0 0 8a4 4 0 1 0 0-8Zm0 1.2a2.8 2.8 0 0 1 0 5.6Z',
  fell: 'M5 .4 9.6 5 5 9.6.4 5Z',
  failed: 'M1.2 1.2h7.6v7.6H1.2Z',
};

export function MeaningShape({ meaning }: { readonly meaning: Meaning }) {
  return (
    <svg viewBox="0 0 10 10" width="8" height="8" aria-hidden="true" fill="currentColor" fillRule="evenodd">
      <path d={shapes[meaning]} />
    </svg>
  );
}
