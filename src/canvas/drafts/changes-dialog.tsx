// What the canvas changes against the newest version.

import { useJourney } from '../state/editor.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useChanges } from './changes.ts';
import { CompareView } from './compare-view.tsx';
import { closeDialog, openDialog } from './draft-dialog.ts';

const texts = {
  title: { en: 'Changes since the newest version', ko: '최신 버전 이후의 변경 사항' },
  draft: { en: 'Draft', ko: '초안' },
  close: { en: 'Close', ko: '닫기' },
  publish: { en: 'Publish…', ko: '게시…' },
};

export function ChangesDialog() {
  const t = useText();
  const journey = useJourney();
  const { published } = useChanges();
  if (journey === undefined || published === undefined) return null;
  return (
    <Dialog
      title={t(texts.title)}
      size="large"
      isOpen
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={closeDialog}>{t(texts.close)}</Button>
          <Button look="primary" onPress={() => openDialog({ name: 'publish' })}>
            {t(texts.publish)}
          </Button>
        </>
      }
    >
      <CompareView
        before={{ title: `v${published.version}`, journey: published.journey }}
        after={{ title: t(texts.draft), journey }}
        isOnCanvas
      />
    </Dialog>
  );
}
