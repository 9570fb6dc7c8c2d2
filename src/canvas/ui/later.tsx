// Parts of the page that come later: when they are wanted, or once the page is at rest, so that they are there without a
// network too.

import {
  Component,
  type ComponentType,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useState,
} from 'react';

/** After the page was opened. */
const restMs = 15_000;
const wanted: (() => Promise<unknown>)[] = [];

/** `React.lazy`, for a component by its own name. */
export function later<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  fetchLater(load);
  return lazy(async () => ({ default: await load() }));
}

/** Fetched once the page is at rest, if nobody wants it before. */
export function fetchLater(load: () => Promise<unknown>): void {
  if (wanted.push(load) === 1) setTimeout(fetchWanted, restMs);
}

/**
 * Undefined until it is here. For what is all of the page: React holds back for 300 ms what a `Suspense` has waited for.
 *
 * @throws where it can't be had
 */
export function useLater<Part>(load: () => Promise<Part>): Part | undefined {
  const [outcome, setOutcome] = useState<{ readonly part: Part } | { readonly error: unknown }>();
  useEffect(() => {
    load().then(
      (part) => setOutcome({ part }),
      (error: unknown) => setOutcome({ error }),
    );
  }, [load]);
  if (outcome === undefined) return undefined;
  if ('error' in outcome) throw outcome.error;
  return outcome.part;
}

/** One after the other; where there is no network, once there is one again. */
async function fetchWanted(): Promise<void> {
  for (let load = wanted.shift(); load !== undefined; load = wanted.shift()) {
    try {
      await load();
    } catch {
      wanted.unshift(load);
      addEventListener('online', fetchWanted, { once: true });
      return;
    }
  }
}

interface Props {
  /** What does the same more plainly: shown until the part is here, and where it can't be had. */
  readonly plain: ReactNode;
  readonly children: ReactNode;
}

export class Later extends Component<Props, { readonly isMissing: boolean }> {
  override state = { isMissing: false };

  static getDerivedStateFromError() {
    return { isMissing: true };
  }

  override render(): ReactNode {
    const { plain, children } = this.props;
    return this.state.isMissing ? plain : <Suspense fallback={plain}>{children}</Suspense>;
  }
}
