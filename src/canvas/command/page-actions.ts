// What can be done on every screen.

import { useTheme } from '../look/theme.ts';
import { type Action, useCommand } from '../state/command.ts';
import { go } from '../state/route.ts';
import { useLanguageState } from '../text/use-text.ts';
import { startTour } from '../tour/state.ts';

const group = { en: 'Everywhere', ko: '어디서나' };

export const pageActions: readonly Action[] = [
  {
    id: 'palette',
    title: { en: 'All commands', ko: '모든 명령' },
    keys: ['Mod+K'],
    group,
    isOnlyKeys: true,
    run: () => useCommand.getState().open('palette'),
  },
  {
    id: 'keys',
    title: { en: 'Keyboard shortcuts', ko: '단축키' },
    keys: ['?'],
    group,
    run: () => useCommand.getState().open('keys'),
  },
  {
    id: 'home',
    title: { en: 'All journeys', ko: '모든 여정' },
    group,
    run: () => go({ screen: 'home' }),
  },
  {
    id: 'tour',
    title: { en: 'One-minute tour', ko: '1분 둘러보기' },
    group,
    run: startTour,
  },
  {
    id: 'korean',
    title: { en: '한국어로 보기 (Korean)', ko: '한국어로 보기' },
    group,
    isEnabled: () => useLanguageState.getState().language !== 'ko',
    run: () => useLanguageState.getState().setLanguage('ko'),
  },
  {
    id: 'english',
    title: { en: 'Show in English', ko: 'Show in English (영어)' },
    group,
    isEnabled: () => useLanguageState.getState().language !== 'en',
    run: () => useLanguageState.getState().setLanguage('en'),
  },
  {
    id: 'dark',
    title: { en: 'Dark', ko: '어둡게' },
    group,
    isEnabled: () => useTheme.getState().theme === 'light',
    run: () => useTheme.getState().toggle(),
  },
  {
    id: 'light',
    title: { en: 'Light', ko: '밝게' },
    group,
    isEnabled: () => useTheme.getState().theme === 'dark',
    run: () => useTheme.getState().toggle(),
  },
];
