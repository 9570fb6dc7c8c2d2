// Who sends and who receives: a number that is registered, to somebody else, by an address that the message allows.

import { type Rule, refuse } from '../rules/rule.ts';

export const connectedNumber: Rule = ({ sender, platform }) =>
  platform.numbers.of(sender.phoneNumberId).status === 'CONNECTED' ? undefined : refuse(133010);

/** 131021; and 131062: authentication templates go to a phone number, however well the person is known (F§1.2). */
export const allowedRecipient: Rule = ({ message, sender, phone, category }) => {
  if (message.to === undefined) {
    return category === 'authentication' && message.type === 'template' ? refuse(131062) : undefined;
  }
  return phone.identity.waId === sender.displayPhoneNumber.replace(/\D/g, '') ? refuse(131021) : undefined;
};
