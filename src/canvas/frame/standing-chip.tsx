// What is on the canvas: a draft, and which version it follows; or a version.

import { useChanges } from '../drafts/changes.ts';
import { useDraft } from '../drafts/draft.ts';
import { useText } from '../text/use-text.ts';
import styles from './standing-chip.module.css';

export function StandingChip({ version }: { readonly version: number | undefined }) {
  const t = useText();
  const standing = useDraft(({ saving }) => saving?.standing);
  const published = useChanges((state) => state.published?.version);
  const text =
    version !== undefined
      ? { en: `Version ${version} · read only`, ko: `버전 ${version} · 읽기 전용` }
      : toText(standing, published);
  return text === undefined ? null : <span className={styles['chip']}>{t(text)}</span>;
}

function toText(
  standing: { readonly revision: number | undefined; readonly baseVersion: number | null } | undefined,
  published: number | undefined,
) {
  if (standing === undefined) return undefined;
  const after = standing.baseVersion ?? published;
  if (after === undefined) return { en: 'Draft · not published yet', ko: '초안 · 게시 전' };
  // Somebody has published since this draft was begun.
  const isBehind = published !== undefined && published > after;
  const newer = isBehind
    ? { en: ` · v${published} is out`, ko: ` · v${published} 나옴` }
    : { en: '', ko: '' };
  return { en: `Draft · after v${after}${newer.en}`, ko: `초안 · v${after} 다음${newer.ko}` };
}
