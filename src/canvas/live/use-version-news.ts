// Says that a version was published while the journey is watched. It is shown at once, unless another one was chosen.

import { useEffect, useRef } from 'react';
import { say } from '../ui/toast.tsx';
import { useLive } from './state.ts';

/** @param newest undefined: not known yet */
export function useVersionNews(newest: number | undefined): void {
  const known = useRef(newest);
  useEffect(() => {
    if (newest === undefined) return;
    if (known.current !== undefined && newest > known.current) tell(newest);
    known.current = newest;
  }, [newest]);
}

function tell(version: number): void {
  const text = {
    en: `Version ${version} was published just now.`,
    ko: `버전 ${version}이(가) 방금 게시되었습니다.`,
  };
  const action = {
    label: { en: 'Watch it', ko: '지켜보기' },
    run: () => useLive.setState({ scope: 'newest' }),
  };
  say(typeof useLive.getState().scope === 'number' ? { text, action } : { text });
}
