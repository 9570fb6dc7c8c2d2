// The dialogs about the draft, loaded when one is opened. A conflict opens by itself, once.

import { lazy, Suspense, useEffect } from 'react';
import { useDraft } from './draft.ts';
import { openDialog, useDraftDialog } from './draft-dialog.ts';

const PublishDialog = lazy(() =>
  import('./publish-dialog.tsx').then((all) => ({ default: all.PublishDialog })),
);
const ChangesDialog = lazy(() =>
  import('./changes-dialog.tsx').then((all) => ({ default: all.ChangesDialog })),
);
const VersionsDialog = lazy(() =>
  import('./versions-dialog.tsx').then((all) => ({ default: all.VersionsDialog })),
);
const ConflictDialog = lazy(() =>
  import('./conflict-dialog.tsx').then((all) => ({ default: all.ConflictDialog })),
);

export function DraftDialogs({ journey }: { readonly journey: string }) {
  const { dialog } = useDraftDialog();
  const conflict = useDraft(({ saving }) => saving?.conflict?.revision);
  useEffect(() => {
    if (conflict !== undefined) openDialog({ name: 'conflict' });
  }, [conflict]);
  return (
    <Suspense fallback={null}>
      {dialog === 'publish' && <PublishDialog journey={journey} />}
      {dialog === 'changes' && <ChangesDialog />}
      {dialog === 'versions' && <VersionsDialog journey={journey} />}
      {dialog === 'conflict' && <ConflictDialog />}
    </Suspense>
  );
}
