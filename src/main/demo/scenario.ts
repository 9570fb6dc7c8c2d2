// What a scenario of the demo is: a person, what the world does, what must come of it.

import type { Behaviour } from '../../emulators/cloud-api/behaviour.ts';

export interface Visitor {
  readonly id: string;
  abandonCart(): Promise<void>;
  order(): Promise<void>;
  start(journey: string): Promise<void>;
  write(text: string): Promise<void>;
  /** Time passes for this person, in milliseconds. */
  pass(durationMs: number): Promise<void>;
}

export interface Expected {
  /** `node→outcome`, in order, over all runs of the person. */
  readonly path: readonly string[];
  readonly reachedBy: string;
  /** Messages that were handed to each channel. */
  readonly messages: { readonly whatsapp: number; readonly sms: number; readonly email: number };
}

export interface Scenario {
  readonly person: string;
  readonly phone: string;
  readonly timeZone: string;
  /** What the provider does with WhatsApp messages to this phone. */
  readonly script?: Behaviour;
  /** What happens, step by step, in the person's life. */
  readonly live: (visitor: Visitor) => Promise<void>;
  readonly expected: Expected;
}
