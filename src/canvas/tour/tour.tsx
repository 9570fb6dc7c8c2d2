// A minute from a journey of the gallery to a fallback that is simulated. The page stays usable: the card stands beside
// what it tells of, and the tour goes on by itself when the reader has done what it asks.

import { useEffect, useRef } from 'react';
import { useSimulation } from '../simulate/state.ts';
import { go, type Route } from '../state/route.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { placeCard } from './card-place.ts';
import { endTour, goToStop, useTour } from './state.ts';
import { failCode, isAt, type Stop, stops } from './stops.ts';
import styles from './tour.module.css';
import { useAnchor } from './use-anchor.ts';

const texts = {
  tour: { en: 'Tour', ko: '둘러보기' },
  back: { en: 'Back', ko: '이전' },
  next: { en: 'Next', ko: '다음' },
  there: { en: 'Go there', ko: '그곳으로 가기' },
  end: { en: 'End the tour', ko: '그만 보기' },
  done: { en: 'Done', ko: '마치기' },
};

export function Tour({ route }: { readonly route: Route }) {
  const { at } = useTour();
  const stop = at === undefined ? undefined : stops[at];
  return at === undefined || stop === undefined ? null : <StopCard at={at} stop={stop} route={route} />;
}

interface Props {
  readonly at: number;
  readonly stop: Stop;
  readonly route: Route;
}

function StopCard({ at, stop, route }: Props) {
  const t = useText();
  const { isAsked } = useTour();
  const isDone = useIsDone(stop, route);
  useEffect(() => {
    if (isDone && at < stops.length - 1) goToStop(at + 1);
  }, [isDone, at]);
  const area = useAnchor(stop.anchors);
  const anchor = isAt(route, stop) ? area : undefined;
  const card = useRef<HTMLElement>(null);
  // Who asked for the tour, or goes on in it, is led to its words; at a first visit nobody's focus is taken away.
  useEffect(() => {
    if (isAsked || at > 0) card.current?.focus();
  }, [at, isAsked]);
  useEffect(() => {
    const close = ({ key, target }: KeyboardEvent) =>
      key === 'Escape' && !isNeeded(target, card.current) && endTour();
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, []);
  const page = { width: innerWidth, height: innerHeight };
  const place = placeCard(anchor, { width: cardWidth, height: card.current?.offsetHeight ?? 200 }, page);
  return (
    <>
      {anchor !== undefined && <div className={styles['ring']} style={anchor} aria-hidden="true" />}
      <section
        ref={card}
        className={styles['card']}
        style={{ ...place, width: cardWidth }}
        role="dialog"
        aria-label={`${t(texts.tour)}, ${t(stop.title)}`}
        aria-describedby={bodyId}
        tabIndex={-1}
      >
        <p className={styles['count']}>
          {at + 1} / {stops.length}
        </p>
        <h2 className={styles['title']}>{t(stop.title)}</h2>
        <p id={bodyId}>{t(stop.body)}</p>
        <Actions at={at} stop={stop} route={route} />
      </section>
    </>
  );
}

/** Whether what has the focus has a use of its own for Escape. */
function isNeeded(target: EventTarget | null, card: HTMLElement | null): boolean {
  const user = target instanceof Element ? target.closest(escapable) : null;
  return user !== null && user !== card;
}

const escapable =
  'input, textarea, [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
const cardWidth = 320;
const bodyId = 'tour-body';

function Actions({ at, stop, route }: Props) {
  const t = useText();
  const next = stops[at + 1];
  const leave = (to: number) => {
    const target = stops[to];
    if (target !== undefined && !isAt(route, target)) go(target.route);
    goToStop(to);
  };
  return (
    <div className={styles['actions']}>
      {next !== undefined && (
        <Button look="plain" onPress={endTour}>
          {t(texts.end)}
        </Button>
      )}
      {at > 0 && next !== undefined && <Button onPress={() => leave(at - 1)}>{t(texts.back)}</Button>}
      {!isAt(route, stop) ? (
        <Button look="primary" onPress={() => go(stop.route)}>
          {t(texts.there)}
        </Button>
      ) : next === undefined ? (
        <Button look="primary" onPress={endTour}>
          {t(texts.done)}
        </Button>
      ) : (
        stop.until !== 'failed' && (
          <Button look="primary" onPress={() => leave(at + 1)}>
            {t(texts.next)}
          </Button>
        )
      )}
    </div>
  );
}

function useIsDone({ until, route: here }: Stop, route: Route): boolean {
  const hasFailed = useSimulation(
    ({ played }) =>
      played?.branch.actions.some((action) => 'fail' in action && String(action.fail) === failCode) === true,
  );
  if (until === 'failed') return hasFailed;
  if (until === undefined || route.screen === 'home') return false;
  if (until === 'opened') return here.screen === 'home' && route.journey === 'spring-sale';
  return here.screen === 'journey' && route.journey === here.journey && route.mode === 'simulate';
}
