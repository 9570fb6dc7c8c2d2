// The emulated phones, by number or business-scoped id. In memory only.

import { type Identity, toIdentity, toUserId } from './identity.ts';
import { Phone } from './phone.ts';

export class PhoneBook {
  readonly #now: () => number;
  readonly #phones = new Map<string, Phone>();
  /** Keys of phones by the ids that webhooks may show instead of their number. */
  readonly #keys = new Map<string, string>();

  /** @param now milliseconds since the epoch */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The phone of a number or business-scoped id; it exists from its first mention on. */
  get(written: string): Phone {
    const identity = toIdentity(written);
    return this.#find(identity) ?? this.#add(identity);
  }

  find(written: string): Phone | undefined {
    return this.#find(toIdentity(written));
  }

  list(): readonly Phone[] {
    return [...this.#phones.values()];
  }

  clear(): void {
    this.#phones.clear();
    this.#keys.clear();
  }

  #find({ key }: Identity): Phone | undefined {
    return this.#phones.get(this.#keys.get(key) ?? key);
  }

  #add(identity: Identity): Phone {
    const phone = new Phone(identity, this.#now);
    this.#phones.set(identity.key, phone);
    this.#keys.set(toUserId(identity), identity.key);
    return phone;
  }
}
