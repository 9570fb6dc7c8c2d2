// A journey of the list: its name leads to its canvas; what is published, drafted and under way stands beside it.

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { client } from '../api/client.ts';
import { toErrorWords } from '../api/error-words.ts';
import { dropCopy, findCopies } from '../drafts/local-copies.ts';
import { timeWords } from '../drafts/time-words.ts';
import { go, toPath } from '../state/route.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { say } from '../ui/toast.tsx';
import { entryKindWords } from './entry-kind-words.ts';
import styles from './journey-row.module.css';
import type { ListedJourney } from './list-journeys.ts';

const texts = {
  actions: { en: 'More about', ko: '더 보기:' },
  simulate: { en: 'Simulate', ko: '시뮬레이션' },
  live: { en: 'Live', ko: '실시간' },
  duplicate: { en: 'Duplicate…', ko: '복제…' },
  drop: { en: 'Delete the draft…', ko: '초안 삭제…' },
  draft: { en: 'Draft', ko: '초안' },
  unpublished: { en: 'not published yet', ko: '게시 전' },
  dropTitle: { en: 'Delete this draft?', ko: '이 초안을 삭제할까요?' },
  dropFirst: {
    en: 'The journey was never published: nothing of it is left.',
    ko: '한 번도 게시하지 않은 여정이라 아무것도 남지 않습니다.',
  },
  dropBody: {
    en: 'What was published stays as it is. What the draft has changed since is gone.',
    ko: '게시된 버전은 그대로 남고, 초안에서 바꾼 내용은 사라집니다.',
  },
  cancel: { en: 'Cancel', ko: '취소' },
  delete: { en: 'Delete', ko: '삭제' },
  dropped: { en: 'The draft is deleted', ko: '초안을 삭제했습니다' },
};

interface Props {
  readonly journey: ListedJourney;
  readonly name: string;
  /** People under way; undefined while it isn't known. */
  readonly live: number | undefined;
  readonly onChange: () => void;
  readonly onDuplicate: () => void;
}

export function JourneyRow({ journey, name, live, onChange, onDuplicate }: Props) {
  const t = useText();
  const [isDropping, setDropping] = useState(false);
  const { id, published, draft } = journey;
  const visit = (mode: 'simulate' | 'live') => go({ screen: 'journey', journey: id, mode });
  const actions: { readonly [id: string]: () => void } = {
    simulate: () => visit('simulate'),
    live: () => visit('live'),
    duplicate: onDuplicate,
    drop: () => setDropping(true),
  };
  return (
    <li className={styles['row']} data-tour={id}>
      <span className={styles['icon']}>
        <Icon name={published === undefined ? 'pencil' : entryKindWords[published.entry].icon} />
      </span>
      <div className={styles['what']}>
        <Link
          className={styles['name'] ?? ''}
          href={toPath({ screen: 'journey', journey: id, mode: 'edit' })}
        >
          {name}
        </Link>
        <p className={styles['id']}>
          <code>{id}</code>
          {published !== undefined && ` · ${t(entryKindWords[published.entry].title)}`}
        </p>
      </div>
      <State journey={journey} />
      <Live count={live} />
      <Menu
        label={`${t(texts.actions)} ${name}`}
        look="icon"
        button={<Ellipsis size={16} aria-hidden="true" />}
        entries={[
          { id: 'simulate', label: t(texts.simulate) },
          ...(published === undefined ? [] : [{ id: 'live', label: t(texts.live) }]),
          { id: 'duplicate', label: t(texts.duplicate) },
          ...(draft === undefined ? [] : [{ id: 'drop', label: t(texts.drop) }]),
        ]}
        onChoose={(action) => actions[action]?.()}
      />
      {isDropping && <DropDialog journey={journey} onClose={() => setDropping(false)} onDropped={onChange} />}
    </li>
  );
}

function State({ journey: { published, draft } }: { readonly journey: ListedJourney }) {
  const t = useText();
  const language = useLanguage();
  return (
    <div className={styles['state']}>
      {published === undefined ? (
        <span className={styles['quiet']}>{t(texts.unpublished)}</span>
      ) : (
        <span className={styles['chip']}>
          v{published.version}{' '}
          <time dateTime={published.publishedAt}>{timeWords(published.publishedAt, language)}</time>
        </span>
      )}
      {draft !== undefined && (
        <span className={styles['chip']} data-draft="">
          {t(texts.draft)} <time dateTime={draft.updatedAt}>{timeWords(draft.updatedAt, language)}</time>
        </span>
      )}
    </div>
  );
}

const liveWords = {
  en: (count: number) => `${count.toLocaleString('en-GB')} under way`,
  ko: (count: number) => `${count.toLocaleString('ko-KR')}명 진행 중`,
};

function Live({ count }: { readonly count: number | undefined }) {
  const language = useLanguage();
  return (
    <span className={styles['live']}>
      {count === undefined || count === 0 ? '' : liveWords[language](count)}
    </span>
  );
}

interface DropProps {
  readonly journey: ListedJourney;
  readonly onClose: () => void;
  readonly onDropped: () => void;
}

function DropDialog({ journey: { id, published, draft }, onClose, onDropped }: DropProps) {
  const t = useText();
  const drop = async () => {
    onClose();
    try {
      if (draft !== undefined) await client.deleteDraft(id, draft.revision);
      for (const { tab } of findCopies(localStorage, id)) dropCopy(localStorage, { journey: id, tab });
      say({ text: texts.dropped });
    } catch (error) {
      say({ text: toErrorWords(error).text, tone: 'problem' });
    }
    onDropped();
  };
  return (
    <Dialog
      title={t(texts.dropTitle)}
      isOpen
      isUrgent
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t(texts.cancel)}
          </Button>
          <Button look="primary" onPress={drop}>
            {t(texts.delete)}
          </Button>
        </>
      }
    >
      <p>{t(published === undefined ? texts.dropFirst : texts.dropBody)}</p>
    </Dialog>
  );
}
