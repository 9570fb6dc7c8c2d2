// A list that grows at its end: what is new is in view.

import { type ReactNode, useEffect, useRef } from 'react';

export function NewestInView({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) list.current?.scrollIntoView({ block: 'end' });
    before.current = count;
  }, [count]);
  return <div ref={list}>{children}</div>;
}
