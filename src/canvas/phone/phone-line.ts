// What stands on a phone, line by line: what we sent, and what the person said. Types only.

import type { ShownMessage } from '../../simulator/shown-message.ts';
import type { ShownButton } from '../../simulator/shown-template.ts';

/** How far a message has come. */
export type Tick = 'waiting' | 'sent' | 'delivered' | 'read' | 'failed';

export interface SentLine {
  readonly id: string;
  readonly message: ShownMessage;
  /** Epoch milliseconds; absent where it has not left. */
  readonly at?: number | null;
  /** None in a preview. */
  readonly tick?: Tick;
  /** Below the message, such as why it waits. */
  readonly remark?: string;
}

export interface SaidLine {
  readonly id: string;
  readonly said: string;
  readonly at?: number | null;
}

export type PhoneLine = SentLine | SaidLine;

/** A button or row that was tapped. */
export type OnTap = (line: SentLine, button: ShownButton) => void;
