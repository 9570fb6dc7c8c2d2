// Senders of one number kind as tests want them: the same settings whatever the number, and a token that the test changes.

import type { WhatsAppSender, WhatsAppSenders } from '../../activities/channels/whatsapp-sender.ts';

export type TestSender = Partial<WhatsAppSender> & { readonly baseUrl: string };

/** @param renewed the token that is there once Meta has refused the first */
export function sendersOf(sender: TestSender, renewed?: string): WhatsAppSenders {
  let accessToken = sender.accessToken ?? 'secret';
  return {
    find: () => ({ provider: 'meta', apiVersion: 'v25.0', ...sender, accessToken }),
    async renew() {
      if (renewed === undefined || renewed === accessToken) return false;
      accessToken = renewed;
      return true;
    },
  };
}
