// The window that a command has opened. Loaded with the first one.

import { useCommand } from '../state/command.ts';
import { later } from '../ui/later.tsx';
import { KeysWindow } from './keys-window.tsx';
import { PaletteWindow } from './palette-window.tsx';

const ExportWindow = later(() => import('../export/export-window.tsx').then((all) => all.ExportWindow));
const ImportWindow = later(() => import('../export/import-window.tsx').then((all) => all.ImportWindow));

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
