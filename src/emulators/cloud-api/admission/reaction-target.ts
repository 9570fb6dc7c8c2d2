// A reaction needs a message of this conversation, and one that is no reaction itself; else it fails with 131009 later.

import type { Rule } from '../rules/rule.ts';

export const reactionTarget: Rule = ({ message, phone }) => {
  if (message.type !== 'reaction' || phone.canReactTo(message.reaction.message_id)) return undefined;
  return {
    surface: 'webhook',
    code: 131009,
    details: 'The message to react to is not in this conversation.',
  };
};
