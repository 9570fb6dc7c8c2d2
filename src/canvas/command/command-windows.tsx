// The window that a command has opened. Loaded with the first one.

import { lazy } from 'react';
import { useCommand } from '../state/command.ts';
import { KeysWindow } from './keys-window.tsx';
import { PaletteWindow } from './palette-window.tsx';

const ExportWindow = lazy(() =>
  import('../export/export-window.tsx').then((module) => ({ default: module.ExportWindow })),
);
const ImportWindow = lazy(() =>
  import('../export/import-window.tsx').then((module) => ({ default: module.ImportWindow })),
);

export function CommandWindows() {
  const window = useCommand((state) => state.window);
  switch (window) {
    case undefined:
      return null;
    case 'palette':
    case 'find':
      return <PaletteWindow key={window} isFind={window === 'find'} />;
    case 'keys':
      return <KeysWindow />;
    case 'export':
      return <ExportWindow />;
    case 'import':
      return <ImportWindow />;
    default:
      return window satisfies never;
  }
}
