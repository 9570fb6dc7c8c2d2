// What the draft changes, and publishing it.

import { useChanges } from '../drafts/changes.ts';
import { openDialog } from '../drafts/draft-dialog.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';

const texts = {
  changes: { en: 'Changes', ko: '변경 사항' },
  none: { en: 'No changes', ko: '변경 없음' },
  publish: { en: 'Publish', ko: '게시' },
};

export function PublishButtons() {
  const t = useText();
  const count = useChanges(({ diff }) => diff && diff.changes.length + diff.remarks.length);
  return (
    <>
      {count !== undefined && (
        <Button onPress={() => openDialog({ name: 'changes' })} isDisabled={count === 0}>
          {count === 0 ? t(texts.none) : `${t(texts.changes)} ${count}`}
        </Button>
      )}
      <Button look="primary" data-tour="publish" onPress={() => openDialog({ name: 'publish' })}>
        {t(texts.publish)}
      </Button>
    </>
  );
}
