// Proof that a webhook comes from Meta: HMAC-SHA256 of the raw bytes with the app secret (F§2.1). Node only, so
// it sits apart from the rules that a browser loads.

import { createHmac, timingSafeEqual } from 'node:crypto';

/** What to check. `secrets` holds more than one while an app secret is being rotated. */
export interface SignedWebhook {
  /** The body as it came over the wire; parsing and printing it again would change it. */
  readonly rawBody: Uint8Array;
  /** The header `X-Hub-Signature-256`. */
  readonly signature: string | undefined;
  readonly secrets: readonly string[];
}

const signaturePattern = /^sha256=([0-9a-f]{64})$/;

/** True if one of the secrets signed these bytes. Every secret is tried, in constant time each. */
export function isSignedWebhook({ rawBody, signature, secrets }: SignedWebhook): boolean {
  const hex = signaturePattern.exec(signature ?? '')?.[1];
  if (hex === undefined) return false;
  const claimed = Buffer.from(hex, 'hex');
  let matches = false;
  for (const secret of secrets) {
    // An empty secret would let anybody sign; it can only come from a configuration mistake.
    if (secret !== '' && timingSafeEqual(digest(rawBody, secret), claimed)) matches = true;
  }
  return matches;
}

/** The header's value for these bytes: for the receiver's own self-test and for emulators. */
export function signWebhook(rawBody: Uint8Array, secret: string): string {
  return `sha256=${digest(rawBody, secret).toString('hex')}`;
}

function digest(rawBody: Uint8Array, secret: string): Buffer {
  return createHmac('sha256', secret).update(rawBody).digest();
}
