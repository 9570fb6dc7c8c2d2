// Two texts side by side: what differs, with a few lines around it.

import { useMemo } from 'react';
import { useText } from '../text/use-text.ts';
import styles from './text-compare.module.css';
import { diffTexts, nearChanges, type TextRow } from './text-diff.ts';

const texts = {
  same: { en: 'The texts are the same', ko: '텍스트가 같습니다' },
};

interface Props {
  readonly left: { readonly title: string; readonly text: string };
  readonly right: { readonly title: string; readonly text: string };
}

export function TextCompare({ left, right }: Props) {
  const t = useText();
  const rows = useMemo(() => nearChanges(diffTexts(left.text, right.text)), [left.text, right.text]);
  if (rows.length === 0) return <p className={styles['none']}>{t(texts.same)}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section className={styles['scroll']} tabIndex={0} aria-label={`${left.title}, ${right.title}`}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col" className={styles['number']}>
              #
            </th>
            <th scope="col">{left.title}</th>
            <th scope="col" className={styles['number']}>
              #
            </th>
            <th scope="col">{right.title}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) =>
            row === undefined ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name and don't move.
              <tr key={index} className={styles['gap']}>
                <td colSpan={4}>⋯</td>
              </tr>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name and don't move.
              <Row key={index} row={row} />
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row: { kind, left, right } }: { readonly row: TextRow }) {
  return (
    <tr data-kind={kind}>
      <td className={styles['number']}>{left?.line}</td>
      <td className={styles['before']}>{kind === 'same' ? left?.text : left && <del>{left.text}</del>}</td>
      <td className={styles['number']}>{right?.line}</td>
      <td className={styles['after']}>{kind === 'same' ? right?.text : right && <ins>{right.text}</ins>}</td>
    </tr>
  );
}
