// The dialogs about the draft, loaded when one is opened. A conflict opens by itself, once.

import { Suspense, useEffect } from 'react';
import { later } from '../ui/later.tsx';
import { useDraft } from './draft.ts';
import { openDialog, useDraftDialog } from './draft-dialog.ts';

const PublishDialog = later(() => import('./publish-dialog.tsx').then((all) => all.PublishDialog));
const ChangesDialog = later(() => import('./changes-dialog.tsx').then((all) => all.ChangesDialog));
const VersionsDialog = later(() => import('./versions-dialog.tsx').then((all) => all.VersionsDialog));
const ConflictDialog = later(() => import('./conflict-dialog.tsx').then((all) => all.ConflictDialog));

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
