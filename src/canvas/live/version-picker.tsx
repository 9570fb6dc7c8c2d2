// Which versions are counted and listed: the newest, one of those before it, or all together.

import { useEffect, useState } from 'react';
import type { VersionSummary } from '../../client/draft-calls.ts';
import { client } from '../api/client.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { type Choice, Select } from '../ui/field.tsx';
import { type Scope, useLive } from './state.ts';
import styles from './version-picker.module.css';

const texts = {
  version: { en: 'Version', ko: '버전' },
  newest: { en: 'Newest version', ko: '최신 버전' },
  all: { en: 'All versions together', ko: '모든 버전 합계' },
};

interface Props {
  readonly journey: string;
  /** The newest that is known to be published. */
  readonly newest: number;
}

export function VersionPicker({ journey, newest }: Props) {
  const t = useText();
  const language = useLanguage();
  const scope = useLive((state) => state.scope);
  const versions = useVersions(journey, newest);
  const date = new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const choices: Choice[] = [
    { id: 'newest', label: t(texts.newest) },
    ...versions.map(({ version, publishedAt, note }) => ({
      id: String(version),
      label: `v${version}`,
      hint: [date.format(new Date(publishedAt)), note].filter((part) => part !== null).join(' · '),
    })),
    { id: 'all', label: t(texts.all) },
  ];
  return (
    <div className={styles['picker']}>
      <Select
        label={t(texts.version)}
        isLabelHidden
        choices={choices}
        value={String(scope)}
        onChange={(id) => useLive.setState({ scope: toScope(id) })}
      />
    </div>
  );
}

function toScope(id: string): Scope {
  return id === 'newest' || id === 'all' ? id : Number(id);
}

function useVersions(journey: string, newest: number): readonly VersionSummary[] {
  const [versions, setVersions] = useState<readonly VersionSummary[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a version that is new here means that the list has grown.
  useEffect(() => {
    let isWanted = true;
    client.versions(journey).then(
      (answer) => isWanted && setVersions(answer.versions),
      // The newest and all of them can still be chosen.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [journey, newest]);
  return versions;
}
