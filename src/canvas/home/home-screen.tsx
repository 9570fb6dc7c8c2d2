// The journeys: what is published, what is drafted.

import { useEffect, useState } from 'react';
import type { JourneySummary } from '../../client/client.ts';
import { client } from '../api/client.ts';
import { go } from '../state/route.ts';
import { nameOf } from '../text/name-of.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import styles from './home-screen.module.css';

const texts = { title: { en: 'Journeys', ko: '여정' } };

export function HomeScreen() {
  const t = useText();
  const language = useLanguage();
  const [journeys, setJourneys] = useState<readonly JourneySummary[]>([]);
  useEffect(() => {
    client.journeys().then(
      (answer) => setJourneys(answer.journeys),
      () => setJourneys([]),
    );
  }, []);
  return (
    <main className={styles['screen']}>
      <h1 className={styles['title']}>{t(texts.title)}</h1>
      <ul className={styles['list']}>
        {journeys.map(({ id, name }) => (
          <li key={id}>
            <Button onPress={() => go({ screen: 'journey', journey: id, mode: 'edit' })}>
              {nameOf(name, language)}
            </Button>
          </li>
        ))}
      </ul>
    </main>
  );
}
