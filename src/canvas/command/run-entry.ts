// Does what a line of the palette says, once the palette is gone and has given the focus back.

import { goTo } from '../flow/actions/select.ts';
import { useCommand } from '../state/command.ts';
import { useFocus } from '../state/focus.ts';
import { go } from '../state/route.ts';
import type { Entry } from './entries.ts';
import { rememberCommand } from './recent.ts';

export function runEntry({ of }: Entry): void {
  if (of.kind === 'action') rememberCommand(of.id);
  // The focus is given back in the frame after the window is gone.
  requestAnimationFrame(() => requestAnimationFrame(() => run(of)));
}

function run(of: Entry['of']): void {
  switch (of.kind) {
    case 'action':
      useCommand
        .getState()
        .actions.find(({ id }) => id === of.id)
        ?.run();
      return;
    case 'step':
      goTo(of.id);
      useFocus.getState().want({ path: ['nodes', of.id], range: null });
      return;
    case 'journey':
      go({ screen: 'journey', journey: of.id, mode: 'edit' });
      return;
    default:
      of satisfies never;
  }
}
