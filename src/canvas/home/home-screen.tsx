// The journeys: what is published, what is drafted, how many people are under way; and a new one.

import { Plus } from 'lucide-react';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { useActions } from '../command/use-command-keys.ts';
import { AppMenu } from '../frame/app-menu.tsx';
import type { Action } from '../state/command.ts';
import { nameOf } from '../text/name-of.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { offerTour } from '../tour/state.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { later } from '../ui/later.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import styles from './home-screen.module.css';
import { JourneyRow } from './journey-row.tsx';
import type { ListedJourney } from './list-journeys.ts';
import { useJourneys } from './use-journeys.ts';
import { useLiveCounts } from './use-live-counts.ts';
import type { Template } from './use-new-journey.ts';

const NewJourneyDialog = later(() => import('./new-journey-dialog.tsx').then((all) => all.NewJourneyDialog));

const texts = {
  title: { en: 'Journeys', ko: '여정' },
  search: { en: 'Find a journey', ko: '여정 찾기' },
  add: { en: 'New journey', ko: '새 여정' },
  retry: { en: 'Try again', ko: '다시 시도' },
  empty: { en: 'No journey yet', ko: '아직 여정이 없습니다' },
  emptyBody: {
    en: 'Begin with an empty canvas, with one from the gallery, or with a JSON file.',
    ko: '빈 캔버스, 갤러리, JSON 파일 중에서 골라 시작하세요.',
  },
  notFound: { en: 'No journey is called like that', ko: '그런 이름의 여정이 없습니다' },
};

export function HomeScreen() {
  const t = useText();
  const { journeys, error, read } = useJourneys();
  const [query, setQuery] = useState('');
  const [template, setTemplate] = useState<Template>();
  useEffect(offerTour, []);
  useActions(useMemo(() => [newJourneyAction(() => setTemplate({ kind: 'empty' }))], []));
  const taken = new Set(journeys?.map(({ id }) => id));
  return (
    <main className={styles['screen']}>
      <title>{`${t(texts.title)} · Jornada`}</title>
      <header className={styles['head']}>
        <h1 className={styles['title']}>{t(texts.title)}</h1>
        <div className={styles['search']}>
          <TextField
            label={t(texts.search)}
            isLabelHidden
            placeholder={t(texts.search)}
            value={query}
            onChange={setQuery}
          />
        </div>
        <Button look="primary" data-tour="new" onPress={() => setTemplate({ kind: 'empty' })}>
          <Plus size={16} aria-hidden="true" />
          {t(texts.add)}
        </Button>
        <AppMenu />
      </header>
      {error !== undefined && (
        <ProblemNote error={error}>
          <Button onPress={read}>{t(texts.retry)}</Button>
        </ProblemNote>
      )}
      {journeys === undefined && error === undefined && <Loading />}
      {journeys !== undefined && (
        <List
          journeys={journeys}
          query={query}
          onChange={read}
          onDuplicate={(id) => setTemplate({ kind: 'copy', of: id })}
        />
      )}
      <Suspense fallback={null}>
        {template !== undefined && (
          <NewJourneyDialog begin={template} taken={taken} onClose={() => setTemplate(undefined)} />
        )}
      </Suspense>
    </main>
  );
}

function newJourneyAction(run: () => void): Action {
  return { id: 'new-journey', title: texts.add, group: texts.title, run };
}

interface ListProps {
  readonly journeys: readonly ListedJourney[];
  readonly query: string;
  readonly onChange: () => void;
  readonly onDuplicate: (id: string) => void;
}

function List({ journeys, query, onChange, onDuplicate }: ListProps) {
  const t = useText();
  const language = useLanguage();
  const words = query.normalize('NFC').toLowerCase().split(/\s+/);
  const found = journeys.filter(({ id, name }) => {
    const names = typeof name === 'string' ? [name] : Object.values(name);
    const text = [id, ...names].join(' ').normalize('NFC').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const counts = useLiveCounts(found.filter(({ published }) => published).map(({ id }) => id));
  if (journeys.length === 0) {
    return (
      <div className={styles['empty']}>
        <p className={styles['emptyTitle']}>{t(texts.empty)}</p>
        <p>{t(texts.emptyBody)}</p>
      </div>
    );
  }
  if (found.length === 0) return <p className={styles['empty']}>{t(texts.notFound)}</p>;
  return (
    <ul className={styles['list']} data-tour="journeys">
      {found.map((journey) => (
        <JourneyRow
          key={journey.id}
          journey={journey}
          name={nameOf(journey.name, language)}
          live={counts.get(journey.id)}
          onChange={onChange}
          onDuplicate={() => onDuplicate(journey.id)}
        />
      ))}
    </ul>
  );
}
