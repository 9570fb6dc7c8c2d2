// Only templates that exist in the language and are approved can be sent (F§4.6).

import { type Rule, refuse } from '../rules/rule.ts';

export const templateState: Rule = ({ message, sender, template, platform }) => {
  if (message.type !== 'template') return undefined;
  const { name, language } = message.template;
  if (template === undefined) {
    const accountId = sender.businessAccountId;
    const isKnownName = platform.templates.matching({ name, accountId }).length > 0;
    const isAccepted = platform.accounts.of(accountId).unknownTemplates === 'accept' && !isKnownName;
    return isAccepted
      ? undefined
      : refuse(132001, `template name (${name}) does not exist in ${language.code}`);
  }
  switch (template.status) {
    case 'APPROVED':
      return undefined;
    case 'PAUSED':
      return refuse(132015);
    case 'DISABLED':
      return refuse(132016);
    default:
      return refuse(132001, `template name (${name}) is ${template.status} in ${language.code}`);
  }
};
