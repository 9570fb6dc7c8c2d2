// Which endpoint takes marketing templates (F§1.5): `/marketing_messages` takes nothing else, `/messages` takes them
// unless the account forbids it, and the fallback from the one to the other is `/messages`.

import { type Rule, refuse } from '../rules/rule.ts';

export const marketingEndpoint: Rule = ({ message, sender, platform, template, category, productPolicy }) => {
  if (message.type !== 'template') return undefined;
  const account = platform.accounts.of(sender.businessAccountId);
  const isMarketing = category === 'marketing' || category === 'marketing_lite';
  if (productPolicy !== undefined) {
    if (!isMarketing) return refuse(134100);
    if (category === 'marketing_lite') return template?.isSyncing === true ? refuse(134101) : undefined;
    if (productPolicy === 'STRICT') return refuse(134102);
  }
  return isMarketing && !account.marketingOnCloudApi ? refuse(131063) : undefined;
};
