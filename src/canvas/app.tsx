// The frame: who is signed in, and which screen the address names.

import { lazy, Suspense, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { readSession } from './api/client.ts';
import { HomeScreen } from './home/home-screen.tsx';
import { SignedOut } from './home/signed-out.tsx';
import { useRoute } from './state/route.ts';
import { useLanguage } from './text/use-text.ts';
import { Loading } from './ui/loading.tsx';
import { Toasts } from './ui/toast.tsx';

const JourneyScreen = lazy(() =>
  import('./journey-screen.tsx').then(({ JourneyScreen: Screen }) => ({ default: Screen })),
);

type Standing = 'asking' | 'in' | 'out';

export function App() {
  const language = useLanguage();
  const [standing, setStanding] = useState<Standing>('asking');
  useEffect(() => {
    readSession().then(
      () => setStanding('in'),
      () => setStanding('out'),
    );
  }, []);
  return (
    <I18nProvider locale={language === 'ko' ? 'ko-KR' : 'en-GB'}>
      {standing === 'asking' ? <Loading /> : standing === 'out' ? <SignedOut /> : <Screen />}
      <Toasts />
    </I18nProvider>
  );
}

function Screen() {
  const route = useRoute();
  if (route.screen === 'home') return <HomeScreen />;
  return (
    <Suspense fallback={<Loading />}>
      <JourneyScreen key={route.journey} journey={route.journey} mode={route.mode} />
    </Suspense>
  );
}
