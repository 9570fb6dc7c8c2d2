// Without an address there is nothing to send to.

import type { Policy } from '../gate-facts.ts';

export const recipient: Policy = ({ hasAddress }) =>
  hasAddress
    ? undefined
    : { do: 'refuse', policy: 'recipient', outcome: 'undeliverable', code: 'no_address' };
