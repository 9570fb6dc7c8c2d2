// Free-form messages reach a person only within 24 hours of their last message to the sender (F§4.1); outside, Meta
// accepts them and reports 131047 later. A Direct Send under a category of its own needs no window (F§5.4).

import { findDirectSend } from '../admission/direct-send.ts';
import type { Rule } from './rule.ts';

export const serviceWindow: Rule = ({ message, phone, sender }) => {
  if (message.type === 'template' || findDirectSend(message) !== undefined) return undefined;
  if (phone.isWindowOpen(sender.phoneNumberId)) return undefined;
  return { surface: 'webhook', code: 131047 };
};
