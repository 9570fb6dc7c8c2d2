// The requests that came to the API's surface, refused ones included, in order. In memory only.

import { toIdentity } from './identity.ts';

/** One request; `to` as the client wrote it. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly to?: string;
  readonly at: string;
}

export class RequestLog {
  #requests: RecordedRequest[] = [];

  add(request: RecordedRequest): void {
    this.#requests.push(request);
  }

  /** All of them, or those for one phone. */
  list(phone?: string): readonly RecordedRequest[] {
    if (phone === undefined) return this.#requests;
    const { key } = toIdentity(phone);
    return this.#requests.filter(({ to }) => to !== undefined && toIdentity(to).key === key);
  }

  clear(): void {
    this.#requests = [];
  }
}
