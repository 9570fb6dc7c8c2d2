// The lines in which two texts differ, as changes: whoever reads the first one keeps cursor and scroll. Pure.

import { diffTexts } from '../drafts/text-diff.ts';

/** Offsets of the text before. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The changes that make `after` of `before`, in order; none where they are equal. */
export function patchText(before: string, after: string): readonly TextChange[] {
  if (before === after) return [];
  const changes: { from: number; to: number; insert: string }[] = [];
  const end = before.length;
  let at = 0;
  let isOpen = false;
  for (const { kind, left, right } of diffTexts(before, after)) {
    // With its line feed, as if the last line had one too.
    const length = left === undefined ? 0 : left.text.length + 1;
    if (kind !== 'same') {
      if (!isOpen) changes.push({ from: at, to: at, insert: '' });
      const change = changes.at(-1);
      if (change !== undefined) {
        change.to = at + length;
        change.insert += right === undefined ? '' : `${right.text}\n`;
      }
    }
    isOpen = kind !== 'same';
    at += length;
  }
  return changes.map((change) => withoutLastFeed(change, end));
}

/** The last line has none: what follows it begins with one, what ends with it takes the one before along. */
function withoutLastFeed({ from, to, insert }: TextChange, end: number): TextChange {
  if (to <= end && from <= end) return { from, to, insert };
  if (from > end) return { from: end, to: end, insert: `\n${insert.slice(0, -1)}` };
  return insert === '' ? { from: from - 1, to: end, insert } : { from, to: end, insert: insert.slice(0, -1) };
}
