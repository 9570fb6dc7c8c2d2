// Direct Send (beta, F§5.4): a `category` on a text or interactive message, for accounts that have the capability.

import type { CloudMessage } from '../messages/message.ts';
import { type Rule, refuse } from '../rules/rule.ts';

export interface DirectSend {
  readonly category: 'utility' | 'authentication' | 'service';
  readonly ttlSeconds: number | undefined;
  readonly templateName: string | undefined;
}

/** F§1.5: what these categories may set elsewhere; a service message has no time to live of its own. */
const TTL_SECONDS = { utility: [30, 43_200], authentication: [30, 900], service: [0, -1] } as const;

export function findDirectSend(message: CloudMessage): DirectSend | undefined {
  if (message.type !== 'text' && message.type !== 'interactive') return undefined;
  const { category, ttl_seconds: ttlSeconds, direct_send_config: config } = message;
  return category === undefined ? undefined : { category, ttlSeconds, templateName: config?.template_name };
}

export const directSend: Rule = ({ message, sender, phone, platform }) => {
  const direct = findDirectSend(message);
  if (direct === undefined) {
    const stray = ['ttl_seconds', 'direct_send_config'].find((name) => name in message);
    return stray === undefined ? undefined : refuse(100, `Parameter ${stray} needs category.`);
  }
  const { category, ttlSeconds, templateName } = direct;
  if (!platform.accounts.of(sender.businessAccountId).directSend) {
    return refuse(100, 'Direct Send is not enabled for this WhatsApp Business Account.');
  }
  const [least, most] = TTL_SECONDS[category];
  if (ttlSeconds !== undefined && (ttlSeconds < least || ttlSeconds > most)) {
    return refuse(100, `Parameter ttl_seconds is out of range for category ${category}.`);
  }
  if (category === 'service' && !phone.isWindowOpen(sender.phoneNumberId)) return refuse(131047);
  const accountId = sender.businessAccountId;
  const isTaken =
    templateName !== undefined && platform.templates.matching({ name: templateName, accountId }).length > 0;
  return isTaken ? { surface: 'webhook', code: 132021 } : undefined;
};
