// Finds what the provider calls the message that another one is about (`about`): looked up when it is sent, so that
// the id, which contains a phone number, is in no history.

import { toNodeBeside } from '../../src/journey/sub-journey.ts';
import type { MessageReference, OutgoingMessage } from '../../src/messaging/message.ts';
import { findLastInbound, findSentMessage } from '../../src/store/conversation.ts';
import type { Store } from '../../src/store/store.ts';
import type { Visit } from './load-visit.ts';

/** Undefined where the message is about none, or where there is none such: then nothing is quoted. */
export async function findReferencedMessage(
  store: Store,
  visit: Pick<Visit, 'runId' | 'node' | 'person'>,
  { message, senderId }: { readonly message: OutgoingMessage; readonly senderId: string },
): Promise<string | undefined> {
  const about: MessageReference | undefined = message.channel === 'whatsapp' ? message.about : undefined;
  if (about === undefined) return undefined;
  if (about === 'last-inbound') return findLastInbound(store, { personId: visit.person.id, senderId });
  return findSentMessage(store, {
    runId: visit.runId,
    node: toNodeBeside(visit.node, about.sentBy),
    senderId,
  });
}
