// The person's window as a node asks for it: with the sender that a message would go out by now, by the gate's own
// reckoning.

import type { WindowView } from '../../src/node-kit/node-type.ts';
import { findMemory } from '../../src/store/channel-memory.ts';
import { toMemoryFacts } from '../../src/whatsapp/gate-memory.ts';
import { defaultPolicySettings } from '../../src/whatsapp/policy-settings.ts';
import { chooseSender } from './choose-sender.ts';
import type { EngineDeps } from './deps.ts';
import type { Visit } from './load-visit.ts';

/** Closed where the person has never written, or no sender is set up. */
export async function findWindow(
  { store, settings = defaultPolicySettings }: EngineDeps,
  visit: Visit,
): Promise<WindowView> {
  const sender = await chooseSender(store, visit, { channel: 'whatsapp', name: visit.policy.sender });
  if (sender === undefined) return { isOpen: false };
  const memory = await findMemory(store, { personId: visit.person.id, senderId: sender.id });
  const asked = { now: visit.now, send: '', recipient: visit.person, sender: {}, settings };
  const { windowOpen, windowEndsAt } = toMemoryFacts(memory, asked);
  return { isOpen: windowOpen, ...(windowEndsAt === undefined ? {} : { endsAt: windowEndsAt }) };
}
