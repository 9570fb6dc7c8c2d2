// The frame: who is signed in, and which screen the address names.

import { Suspense, useEffect } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { Commands } from './command/commands.tsx';
import { DefectBoundary } from './frame/defect-boundary.tsx';
import { SessionDialog } from './frame/session-dialog.tsx';
import { HomeScreen } from './home/home-screen.tsx';
import { SignedOut } from './home/signed-out.tsx';
import { Unreachable } from './home/unreachable.tsx';
import { loadJourneyScreen } from './prepare.ts';
import { go, type JourneyRoute, type Route, readRoute, useRoute } from './state/route.ts';
import { useSession } from './state/session.ts';
import { useLanguage } from './text/use-text.ts';
import { useTour } from './tour/state.ts';
import { fetchLater, later, useLater } from './ui/later.tsx';
import { LoadingScreen } from './ui/loading.tsx';
import { Toasts } from './ui/toast.tsx';

fetchLater(loadJourneyScreen);
const Tour = later(() => import('./tour/tour.tsx').then((all) => all.Tour));

export function App() {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <I18nProvider locale={language === 'ko' ? 'ko-KR' : 'en-GB'}>
      <RouterProvider navigate={visit}>
        <DefectBoundary>
          <Screen />
        </DefectBoundary>
      </RouterProvider>
      <Toasts />
    </I18nProvider>
  );
}

/** Links stay on the page. */
function visit(path: string): void {
  go(readRoute(new URL(path, location.origin)));
}

function Screen() {
  const standing = useSession((state) => state.standing);
  const route = useRoute();
  const isTouring = useTour(({ at }) => at !== undefined);
  if (standing === 'asking') return <LoadingScreen />;
  if (standing === 'out') return <SignedOut />;
  if (standing === 'unreachable') return <Unreachable />;
  return (
    <>
      <Commands />
      <Named route={route} />
      <SessionDialog />
      {isTouring && (
        <Suspense fallback={null}>
          <Tour route={route} />
        </Suspense>
      )}
    </>
  );
}

function Named({ route }: { readonly route: Route }) {
  if (route.screen === 'home') return <HomeScreen />;
  return <Journey key={route.journey} {...route} />;
}

function Journey({ journey, mode, version }: JourneyRoute) {
  const JourneyScreen = useLater(loadJourneyScreen);
  if (JourneyScreen === undefined) return <LoadingScreen />;
  return <JourneyScreen journey={journey} mode={mode} version={version} />;
}
