// The newest of a long list: thousands of entries would hold the page for seconds. Earlier ones come when they are asked
// for; whatever is new is in view.

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';

/** Entries that are shown at first, and that each click adds. */
const step = 100;

interface Props<Entry> {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  readonly children: (shown: readonly Entry[]) => ReactNode;
}

export function Newest<Entry>({ entries, children }: Props<Entry>) {
  const t = useText();
  const [most, setMost] = useState(step);
  const hidden = Math.max(0, entries.length - most);
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(entries.length);
  useEffect(() => {
    if (entries.length > before.current) list.current?.scrollIntoView({ block: 'end' });
    before.current = entries.length;
  }, [entries.length]);
  return (
    <div ref={list}>
      {hidden > 0 && (
        <Button look="plain" onPress={() => setMost(most + step)}>
          {t({ en: `${hidden} earlier`, ko: `이전 항목 ${hidden}개` })}
        </Button>
      )}
      {children(entries.slice(hidden))}
    </div>
  );
}
