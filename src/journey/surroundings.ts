// What a journey is checked and compiled against, besides the node types: other journeys, templates, prices. All of it
// optional: what is not known is not checked. Pure data; CLI, server and canvas fill it from what they have.

import type { Definition } from './definition.ts';

/** A template as Meta has it. */
export interface TemplateInfo {
  readonly name: string;
  readonly language: string;
  /** Upper case: `MARKETING`, `UTILITY`, `AUTHENTICATION`. */
  readonly category: string;
  /** Upper case: `APPROVED`, `PAUSED` … */
  readonly status: string;
  /** Kind of the header, where there is one. */
  readonly header?: 'text' | 'image' | 'video' | 'document' | 'location';
  readonly headerParameters?: number;
  /** Names of the body's parameters, or how many there are in order; absent where it isn't known. */
  readonly bodyParameters?: readonly string[] | number;
  /** Buttons that can be given something, in Meta's words (`url`, `copy_code` …); absent where it isn't known. */
  readonly buttons?: readonly TemplateButtonInfo[];
  /** Meta's word for how it is received, such as `GREEN`; absent where it isn't known. */
  readonly quality?: string;
  /** Its parts as Meta lists them, for who shows it; absent where they aren't known. */
  readonly components?: readonly TemplatePart[];
}

/** A header, body, footer or the buttons, in Meta's words; texts hold `{{1}}` or `{{name}}`. */
export interface TemplatePart {
  readonly type: string;
  readonly format?: string | undefined;
  readonly text?: string | undefined;
  readonly buttons?:
    | readonly {
        readonly type: string;
        readonly text?: string | undefined;
        readonly url?: string | undefined;
      }[]
    | undefined;
}

export interface TemplateButtonInfo {
  /** From 0. */
  readonly index: number;
  readonly kind: string;
  /** It must be given something: a link with a variable, a code. A quick reply need not. */
  readonly needed: boolean;
}

/** Price of one message in a currency, by channel and category: `whatsapp.marketing`, `sms` … */
export interface PriceList {
  readonly currency: string;
  readonly prices: { readonly [channelAndCategory: string]: number };
}

export interface Surroundings {
  /** Journeys that `journey.run` may name, by id. */
  readonly journeys?: ReadonlyMap<string, Definition>;
  readonly templates?: readonly TemplateInfo[];
  /** Names of the numbers that can send. */
  readonly senders?: readonly string[];
  readonly prices?: PriceList;
}
