// What Meta tells about a message template, as items (F§2.5). Pure types.

import type { MessageCategory } from '../../messaging/message.ts';
import type { TemplateComponent } from '../templates.ts';

export interface TemplateItem {
  readonly kind: 'template';
  readonly key: string;
  readonly atMs: number;
  /** WABA. */
  readonly accountId: string;
  /** Meta's id of it. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly language: string;
  readonly news: TemplateNews;
}

export type TemplateNews =
  | {
      readonly is: 'status';
      /** Meta's word, one for each state: APPROVED, PAUSED … */
      readonly status: string;
      /** FIRST_PAUSE, RATE_LIMITING_PAUSE, a reason of rejection … */
      readonly reason?: string | undefined;
      readonly category?: MessageCategory | undefined;
    }
  | { readonly is: 'quality'; readonly quality: string }
  | {
      readonly is: 'category';
      readonly category: MessageCategory;
      readonly previous?: MessageCategory | undefined;
      /** What it will be: 24 hours' notice (F§0 row 9). */
      readonly announced?: MessageCategory | undefined;
    }
  /** The parts that Meta names anew; others stay. */
  | { readonly is: 'components'; readonly components: readonly TemplateComponent[] };
