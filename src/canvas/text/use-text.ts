// The language of the interface: texts are `LocalizedText` beside what shows them.

import { create } from 'zustand';
import type { LocalizedText } from '../../journey/catalogue.ts';

export type Language = keyof LocalizedText;

interface LanguageState {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const storageKey = 'jornada.language';

export const useLanguageState = create<LanguageState>((set) => ({
  language: readLanguage(),
  setLanguage: (language) => {
    localStorage.setItem(storageKey, language);
    document.documentElement.lang = language;
    set({ language });
  },
}));

export function useLanguage(): Language {
  return useLanguageState((state) => state.language);
}

/** Picks the text of the language that is set. */
export function useText(): (text: LocalizedText) => string {
  const language = useLanguage();
  return (text) => text[language];
}

function readLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  const language = stored ?? navigator.language;
  return language.startsWith('ko') ? 'ko' : 'en';
}
