// Steps inside an awaited journey are simulated too; on the canvas they are the step that awaits it. Pure.

import { callSeparator } from '../../journey/sub-journey.ts';

/** `call` of `call/offer`. */
export function outermost(node: string): string {
  return node.split(callSeparator)[0] ?? node;
}
