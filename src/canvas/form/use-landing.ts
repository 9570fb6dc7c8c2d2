// Where the focus goes when what had it has moved or is gone: for lists that are worked on by key.

import { type RefObject, useEffect, useId, useRef } from 'react';

export interface Landing {
  readonly place: RefObject<HTMLFieldSetElement | null>;
  /** `data-part` of an item, and of what adds one: the same in no other list, nor in a list in this one. */
  readonly markOf: (part: number | 'add') => string;
  /** With the next drawing, into the first field of this item. */
  readonly landIn: (index: number) => void;
  /** With the next drawing, on the first tool of this item that can be pressed; where there is none, on what adds one. */
  readonly landOn: (index: number, ...tools: readonly ToolName[]) => void;
}

/** `data-tool` of what does it to an item. */
export type ToolName = 'up' | 'down' | 'remove';

const field = ':is(input, textarea, [contenteditable="true"], button)';

export function useLanding(): Landing {
  const id = useId();
  const place = useRef<HTMLFieldSetElement>(null);
  const wanted = useRef<readonly string[]>([]);
  const markOf = (part: number | 'add') => `${id} ${part}`;
  const partOf = (part: number | 'add') => `[data-part="${markOf(part)}"]`;
  useEffect(() => {
    const found = wanted.current.flatMap(
      (selector) => place.current?.querySelector<HTMLElement>(selector) ?? [],
    );
    if (found.length === 0) return;
    wanted.current = [];
    found[0]?.focus();
  });
  const land = (...selectors: readonly string[]) => {
    wanted.current = selectors;
    // Where nothing has changed nothing is drawn, and whoever goes on elsewhere is not called back.
    setTimeout(() => {
      wanted.current = [];
    });
  };
  return {
    place,
    markOf,
    landIn: (index) => land(`${partOf(index)} ${field}`),
    landOn: (index, ...tools) => {
      const pressable = tools.map((tool) => `${partOf(index)} [data-tool="${tool}"]:not(:disabled)`);
      land(...pressable, partOf('add'));
    },
  };
}
