// Commands on every screen: their keys, and the window that one of them has opened.

import { Suspense } from 'react';
import { useCommand } from '../state/command.ts';
import { later } from '../ui/later.tsx';
import { pageActions } from './page-actions.ts';
import { useActions, useCommandKeys } from './use-command-keys.ts';

const CommandWindows = later(() => import('./command-windows.tsx').then((all) => all.CommandWindows));

export function Commands() {
  const isOpen = useCommand((state) => state.window !== undefined);
  useActions(pageActions);
  useCommandKeys();
  return <Suspense fallback={null}>{isOpen && <CommandWindows />}</Suspense>;
}
