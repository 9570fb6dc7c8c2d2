// What the world can do where a simulated run rests: what a terminal's menu and the canvas's bar offer. Pure.

import { isOfBusiness } from '../journey/engine-events.ts';
import { findMessage } from './hear.ts';
import { findTapped, listTaps } from './hear-inbound.ts';
import type { Rest, Simulation } from './simulation.ts';

/** Those with all that is needed can be done as they are; the others want a word more: a code, a text, a time. */
export type PossibleAction =
  /** On to the next moment at which the run goes on by itself, epoch milliseconds. */
  | { readonly kind: 'next'; readonly due: number }
  /** Evidence about the message of this node; `fail` wants a code. */
  | { readonly kind: 'deliver' | 'read' | 'click' | 'fail' | 'silence'; readonly message: string }
  /** The person taps a button or row of the message of this node. */
  | { readonly kind: 'tap'; readonly id: string; readonly title: string | null; readonly message: string }
  /** An event that is waited for here. */
  | { readonly kind: 'event'; readonly name: string }
  /** The person answers the newest message; wants a text. */
  | { readonly kind: 'reply'; readonly message: string }
  /** Any other event; the person writes; time passes; the next message is refused: each wants a word more. */
  | { readonly kind: 'other-event' | 'inbound' | 'advance' | 'refuse' | 'exit' }
  /** Of the next message: the provider holds it back, or does not answer. */
  | { readonly kind: 'hold' | 'lose' };

/** In the order of how likely they are wanted; none once the run is over. */
export function listPossible(simulation: Simulation): readonly PossibleAction[] {
  const { rest, facts } = simulation;
  if (rest === undefined) return [];
  const newest = findMessage(facts, true);
  return [
    ...aboutMessage(rest, simulation),
    ...listTaps(facts.sends).flatMap((id) => toTap(id, simulation)),
    ...rest.events.filter(isOfBusiness).map((name) => ({ kind: 'event', name }) as const),
    ...(rest.due === undefined ? [] : [{ kind: 'next', due: rest.due } as const]),
    ...(newest === undefined ? [] : [{ kind: 'reply', message: newest.node } as const]),
    { kind: 'advance' },
    { kind: 'other-event' },
    { kind: 'inbound' },
    { kind: 'refuse' },
    { kind: 'hold' },
    { kind: 'lose' },
    { kind: 'exit' },
  ];
}

/** What has been said of the message already is not offered again. */
function aboutMessage({ message }: Rest, { facts }: Simulation): readonly PossibleAction[] {
  if (message === undefined) return [];
  const send = findMessage(facts, message);
  if (send === undefined) return [];
  const isTold = (word: string) => send.evidence.some(({ kind }) => kind === word);
  const isReceived = isTold('delivered') || isTold('read');
  return [
    ...(isReceived ? [] : [{ kind: 'deliver', message } as const]),
    ...(isTold('read') ? [] : [{ kind: 'read', message } as const]),
    ...(isTold('clicked') ? [] : [{ kind: 'click', message } as const]),
    ...(isReceived ? [] : [{ kind: 'fail', message } as const]),
    { kind: 'silence', message },
  ];
}

function toTap(id: string, { facts }: Simulation): readonly PossibleAction[] {
  const tapped = findTapped(facts.sends, id, true);
  if (tapped === undefined) return [];
  const { send, choice } = tapped;
  return [{ kind: 'tap', id, title: choice.title ?? null, message: send.node }];
}
