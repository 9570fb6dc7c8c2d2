// The frame: who is signed in, and which screen the address names.

import { Suspense, useEffect } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { Commands } from './command/commands.tsx';
import { DefectBoundary } from './frame/defect-boundary.tsx';
import { SessionDialog } from './frame/session-dialog.tsx';
import { HomeScreen } from './home/home-screen.tsx';
import { SignedOut } from './home/signed-out.tsx';
import { Unreachable } from './home/unreachable.tsx';
import { go, type Route, readRoute, useRoute } from './state/route.ts';
import { askForSession, useSession } from './state/session.ts';
import { useLanguage } from './text/use-text.ts';
import { useTour } from './tour/state.ts';
import { later } from './ui/later.tsx';
import { LoadingScreen } from './ui/loading.tsx';
import { Toasts } from './ui/toast.tsx';

const loadJourneyScreen = () => import('./journey-screen.tsx').then((all) => all.JourneyScreen);
const JourneyScreen = later(loadJourneyScreen);

const Tour = later(() => import('./tour/tour.tsx').then((all) => all.Tour));

export function App() {
  const language = useLanguage();
  useEffect(() => {
    askForSession();
    // While the server answers. Where it can't be had, it is asked for again when it is to be shown.
    if (readRoute(location).screen === 'journey') loadJourneyScreen().catch(() => {});
  }, []);
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
  return (
    <Suspense fallback={<LoadingScreen />}>
      <JourneyScreen key={route.journey} journey={route.journey} mode={route.mode} version={route.version} />
    </Suspense>
  );
}
