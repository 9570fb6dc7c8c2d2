// The nonce that styles need which a library puts into the page (CSP). The server writes it into the page.

export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
