// What a phone keeps of a message to it, from the moment the platform has accepted it. Pure.

import type { Fate } from './behaviour.ts';
import { listChoices } from './choices.ts';
import { toMessageText } from './message-text.ts';
import type { PhoneMessage } from './phone.ts';
import type { RuleFacts } from './rules/rule.ts';

export function toAcceptedMessage(
  { phone, sender, message }: RuleFacts,
  { wamid, fate }: { readonly wamid: string; readonly fate: Fate },
): PhoneMessage {
  const choices = listChoices(message);
  return {
    wamid,
    phoneNumberId: sender.phoneNumberId,
    type: message.type,
    text: toMessageText(message),
    ...(message.type === 'template' && { template: message.template.name }),
    ...(choices.length > 0 && { choices }),
    ...(message.biz_opaque_callback_data !== undefined && { token: message.biz_opaque_callback_data }),
    ...(message.context !== undefined && { context: message.context.message_id }),
    ...(message.type === 'reaction' && { reactsTo: message.reaction.message_id }),
    acceptedAt: phone.nowIso(),
    held: fate.do === 'hold',
    statuses: [],
  };
}
