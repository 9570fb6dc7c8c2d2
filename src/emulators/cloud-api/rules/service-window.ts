// Free-form messages reach a person only within 24 hours of their last message to the sender (F§4.1); outside, Meta
// accepts them and reports 131047 later. A Direct Send under a category of its own needs no window (F§5.4).

import * as z from 'zod';
import { findDirectSend } from '../admission/direct-send.ts';
import { failLater, isInWindow, type PlatformRule } from './rule.ts';

export const serviceWindowSettings = z.strictObject({ on: z.boolean() });

export function createServiceWindow(): PlatformRule {
  return {
    judge: (facts) => {
      const { message } = facts;
      if (message.type === 'template' || findDirectSend(message) !== undefined) return undefined;
      return isInWindow(facts) ? undefined : failLater(131047);
    },
  };
}
