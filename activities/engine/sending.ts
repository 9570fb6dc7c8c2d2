// A message about to be sent: the visit it belongs to, what to say, how to wait, and who sends it.

import type { OutgoingMessage } from '../../src/messaging/message.ts';
import type { MessagePlan } from '../../src/node-kit/node-type.ts';
import type { PolicySettings } from '../../src/whatsapp/policy-settings.ts';
import type { Visit } from './load-visit.ts';

export interface SenderRow {
  readonly id: string;
  readonly provider_id: string;
  readonly account_id: string | null;
  /** As people dial it, where Meta has told us. */
  readonly display_phone: string | null;
  readonly direct_send: boolean;
}

export interface Sending {
  readonly visit: Visit;
  readonly message: OutgoingMessage;
  readonly plan: MessagePlan;
  readonly sender: SenderRow;
  /** What the provider calls the message that this one is about. */
  readonly about?: string;
  readonly settings: PolicySettings;
}
