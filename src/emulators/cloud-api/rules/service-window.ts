// Free-form messages reach a person only within 24 hours of their last message to the sender (F§4.1);
// outside, Meta accepts them and reports 131047 later.

import type { Rule } from './rule.ts';

export const serviceWindow: Rule = ({ message, phone, sender }) => {
  if (message.type === 'template' || phone.isWindowOpen(sender.phoneNumberId)) return undefined;
  return { surface: 'webhook', code: 131047 };
};
