// What does not belong to one step: versions, the tour, language and look, and where messages and runs can be seen.

import { Ellipsis } from 'lucide-react';
import { openDialog } from '../drafts/draft-dialog.ts';
import { useTheme } from '../look/theme.ts';
import { useEditor } from '../state/editor.ts';
import { useSession } from '../state/session.ts';
import { useLanguageState, useText } from '../text/use-text.ts';
import { startTour } from '../tour/state.ts';
import { Menu, type MenuEntry } from '../ui/menu.tsx';

const texts = {
  menu: { en: 'More', ko: '더 보기' },
  versions: { en: 'Versions…', ko: '버전…' },
  tour: { en: 'One-minute tour', ko: '1분 둘러보기' },
  dark: { en: 'Dark', ko: '어둡게' },
  light: { en: 'Light', ko: '밝게' },
  phones: { en: 'Phones', ko: '휴대폰' },
  phonesHint: { en: 'What people receive, in a new tab', ko: '받은 메시지를 새 탭에서 봅니다' },
  temporal: { en: 'Temporal UI', ko: 'Temporal UI' },
  temporalHint: {
    en: 'The runs as Temporal sees them, in a new tab',
    ko: 'Temporal의 실행 화면을 새 탭에서 엽니다',
  },
};

export function AppMenu({ journey }: { readonly journey?: string }) {
  const t = useText();
  const { language, setLanguage } = useLanguageState();
  const { theme, toggle } = useTheme();
  const session = useSession((state) => state.session);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const entries: readonly MenuEntry[] = [
    ...(journey === undefined || isReadOnly ? [] : [{ id: 'versions', label: t(texts.versions) }]),
    { id: 'tour', label: t(texts.tour) },
    { id: 'language', label: language === 'ko' ? 'English' : '한국어' },
    { id: 'theme', label: t(theme === 'dark' ? texts.light : texts.dark) },
    ...(session?.phonesUrl ? [{ id: 'phones', label: t(texts.phones), hint: t(texts.phonesHint) }] : []),
    ...(session?.temporalUrl
      ? [{ id: 'temporal', label: t(texts.temporal), hint: t(texts.temporalHint) }]
      : []),
  ];
  const actions: { readonly [id: string]: () => void } = {
    versions: () => openDialog({ name: 'versions' }),
    tour: startTour,
    language: () => setLanguage(language === 'ko' ? 'en' : 'ko'),
    theme: toggle,
    phones: () => visit(session?.phonesUrl),
    temporal: () => visit(session?.temporalUrl),
  };
  return (
    <Menu
      label={t(texts.menu)}
      look="icon"
      button={<Ellipsis size={16} aria-hidden="true" />}
      entries={entries}
      onChoose={(id) => actions[id]?.()}
    />
  );
}

function visit(url: string | null | undefined): void {
  if (url) open(url, '_blank', 'noopener');
}
