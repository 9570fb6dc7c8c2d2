// The message that another one is about, in a simulation: the engine looks up what the provider calls it, here a word
// stands for it. Pure.

import { toNodeBeside } from '../journey/sub-journey.ts';
import { type Facts, hasLeft, type SimulatedSend } from './facts.ts';

/** Undefined where the message is about none, or where there is none such. */
export function findReferencedMessage(
  { memory, sends }: Facts,
  { message, node }: Pick<SimulatedSend, 'message' | 'node'>,
): string | undefined {
  const about = message.channel === 'whatsapp' ? message.about : undefined;
  if (about === undefined) return undefined;
  if (about === 'last-inbound') return memory.whatsapp?.windowEndsAt === undefined ? undefined : 'inbound';
  const quoted = toNodeBeside(node, about.sentBy);
  return sends.find((send) => send.node === quoted && send.channel === 'whatsapp' && hasLeft(send))?.id;
}
