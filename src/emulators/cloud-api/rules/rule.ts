// What an automatic rule of the emulated platform is: facts of one message in, a verdict out. One file for
// each rule, listed in `rules.ts`; scripts that fail a message themselves are not asked about.

import type { CloudMessage } from '../message-schema.ts';
import type { Phone } from '../phone.ts';
import type { CloudSender } from '../webhook-value.ts';

export interface RuleFacts {
  readonly message: CloudMessage;
  readonly phone: Phone;
  readonly sender: CloudSender;
}

/** `answer`: refused in the HTTP answer. `webhook`: 200 now, a failed status later (F§3.1). */
export interface RuleVerdict {
  readonly surface: 'answer' | 'webhook';
  readonly code: number;
  readonly details?: string;
}

/** Returns undefined when the rule has nothing against the message. */
export type Rule = (facts: RuleFacts) => RuleVerdict | undefined;
