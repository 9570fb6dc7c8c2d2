// Reads what is known of the templates that a message may go out by, `FOR SHARE`: whoever changes a row waits for us,
// commits, then wakes the parked (DESIGN 7.1). Among them the one is chosen that can be sent now.

import type { Failure } from '../../src/messaging/delivery.ts';
import type { OutgoingMessage } from '../../src/messaging/message.ts';
import {
  chooseTemplate,
  type TemplateInUse,
  templatesOf,
  withTemplate,
} from '../../src/messaging/template-choice.ts';
import { toTemplateWord } from '../../src/store/parked-sends.ts';
import type { Send } from '../../src/store/sends.ts';
import type { StoreTransaction } from '../../src/store/store.ts';
import { rememberTemplateRefusal, type TemplateRefusal } from '../../src/store/template-trouble.ts';
import { shareTemplates, toTemplateFacts } from '../../src/store/templates.ts';
import { toTemplateLanguage } from '../../src/whatsapp/templates.ts';
import type { Sending } from './sending.ts';

export interface ChosenTemplate extends TemplateInUse {
  /** The message by it. */
  readonly message: OutgoingMessage;
  /** As the send's row names it. */
  readonly word: string;
}

/**
 * Undefined for messages without one. A template never heard of is marketing.
 * @param send where there is one already: it names those that are left to it
 */
export async function readTemplate(
  trx: StoreTransaction,
  { sender, message, visit }: Sending,
  send: Pick<Send, 'templates'> | undefined,
): Promise<ChosenTemplate | undefined> {
  const wanted = templatesOf(message)
    .map((template) => ({ template, ...keyOf(template) }))
    .filter((key) => send?.templates?.includes(toTemplateWord(key)) ?? true);
  if (wanted.length === 0) return undefined;
  const known = await shareTemplates(trx, sender.account_id ?? '', wanted);
  const options = wanted.map(({ template, name, language }) => {
    const row = known.find((one) => one.name === name && one.language === language);
    return {
      category: row?.category ?? ('marketing' as const),
      facts: row === undefined ? { name, language } : toTemplateFacts(row),
      message: withTemplate(message, template),
      word: toTemplateWord({ name, language }),
    };
  });
  return chooseTemplate(options, visit.now);
}

/** All that the send may go out by, as its row names them. */
export function templateWordsOf(message: OutgoingMessage): string[] | null {
  const words = templatesOf(message).map((template) => toTemplateWord(keyOf(template)));
  return words.length === 0 ? null : words;
}

/** What a refused message tells about the template that it used. */
export async function rememberTemplate(
  trx: StoreTransaction,
  { sender, message, visit }: Sending,
  refusal: Pick<TemplateRefusal, 'effect' | 'code'>,
): Promise<void> {
  const [template] = templatesOf(message);
  if (template === undefined) return;
  const key = { accountId: sender.account_id ?? '', ...keyOf(template) };
  // A rehearsed person's clock says nothing about a template that all share.
  const at = visit.rehearsed ? new Date() : new Date(visit.now);
  await rememberTemplateRefusal(trx, key, { ...refusal, at });
}

/** What is left to the message after Meta refused its first choice as such; undefined where nothing else is. */
export function alternatesOf({ templates, template }: Send, { outcome }: Failure): string[] | undefined {
  const isGone = outcome === 'template.paused' || outcome === 'template.missing';
  const others = templates?.filter((word) => word !== template) ?? [];
  return isGone && others.length > 0 ? others : undefined;
}

/** As the registry names it. */
export function keyOf({ name, language }: ReturnType<typeof templatesOf>[number]) {
  return { name, language: toTemplateLanguage(language.code) };
}
