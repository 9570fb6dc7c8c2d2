// What Meta tells about an account or one of its numbers, as items (F§2.5). Pure types.

import type { RestrictionKind } from '../../messaging/sender-facts.ts';

export interface AccountItem {
  readonly kind: 'account';
  readonly key: string;
  readonly atMs: number;
  /** WABA; absent only where a number is named. */
  readonly accountId?: string | undefined;
  readonly phoneNumberId?: string | undefined;
  /** Digits of the number, where Meta names it so. */
  readonly displayPhone?: string | undefined;
  readonly news: AccountNews;
  /** Kept for operators. */
  readonly notice?: AccountNotice | undefined;
}

export type AccountNews =
  | { readonly is: 'restricted'; readonly bars: readonly Bar[] }
  /** Nothing may be sent until further news. */
  | { readonly is: 'closed' }
  | { readonly is: 'opened' }
  | {
      readonly is: 'capacity';
      /** People a day; -1 without a limit. */
      readonly dailyLimit?: number | undefined;
      /** Messages a second of the number. */
      readonly perSecond?: number | undefined;
    }
  /** An error that belongs to no message (F§2.4). */
  | { readonly is: 'error'; readonly code: string }
  /** For operators only. */
  | { readonly is: 'told' };

export interface Bar {
  readonly kind: RestrictionKind;
  readonly untilMs?: number | undefined;
}

export interface AccountNotice {
  /** Meta's word. */
  readonly event: string;
  readonly severity: 'info' | 'warning' | 'critical';
  /** Words and numbers of Meta's; nothing personal. */
  readonly facts: Readonly<Record<string, string>>;
}
