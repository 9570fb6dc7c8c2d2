// Where the tour is. Whether it was seen is remembered in this browser.

import { create } from 'zustand';

const storageKey = 'jornada.tour';

interface TourState {
  /** Index of the stop; undefined while there is no tour. */
  readonly at: number | undefined;
  /** Somebody has asked for it, rather than being offered it. */
  readonly isAsked: boolean;
}

export const useTour = create<TourState>(() => ({ at: undefined, isAsked: false }));

export function startTour(): void {
  useTour.setState({ at: 0, isAsked: true });
}

export function goToStop(at: number): void {
  useTour.setState({ at });
}

export function endTour(): void {
  localStorage.setItem(storageKey, 'seen');
  useTour.setState({ at: undefined });
}

/** At the first visit. */
export function offerTour(): void {
  if (localStorage.getItem(storageKey) === null) useTour.setState({ at: 0, isAsked: false });
}
