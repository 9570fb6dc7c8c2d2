// Light or dark: as the system says, until the reader chooses.

import { create } from 'zustand';

export type Theme = 'light' | 'dark';

const storageKey = 'jornada.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

interface ThemeState {
  readonly theme: Theme;
  readonly toggle: () => void;
}

export const useTheme = create<ThemeState>((set, get) => ({
  theme: readTheme(),
  toggle: () => {
    const theme = get().theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem(storageKey, theme);
    set({ theme: show(theme) });
  },
}));

system.addEventListener('change', () => useTheme.setState({ theme: show(readTheme()) }));
show(readTheme());

function readTheme(): Theme {
  const stored = localStorage.getItem(storageKey);
  if (stored === 'light' || stored === 'dark') return stored;
  return system.matches ? 'dark' : 'light';
}

function show(theme: Theme): Theme {
  document.documentElement.dataset['theme'] = theme;
  return theme;
}
