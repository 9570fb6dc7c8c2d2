// The phones page: what each emulated person received and wrote. Pure: phones in, escaped markup out.

import { toPhoneName } from '../identity.ts';
import type { Phone, PhoneEntry, PhoneMessage, PhoneReply } from '../phone.ts';
import { toChoiceActs, toPhoneActs, toReactionActs } from './acts.ts';
import { html, type Markup } from './html.ts';

/** The whole document. */
export function toPage(phones: readonly Phone[]): Markup {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Phones · Cloud API emulator</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_emulator/page/phones.css">
<script type="module" src="/_emulator/page/phones.js"></script>
</head>
<body>
<header><h1>Phones</h1><p>Emulated WhatsApp on this machine. Nothing here reaches Meta.</p></header>
<main id="phones">${phones.map(toPhone)}</main>
<p id="empty">No phone yet. One appears with the first message to it, or from it:</p>
<form id="write"><input name="phone" type="tel" autocomplete="off" maxlength="40" required pattern="\\+[0-9]{7,15}" title="With the country code: +15550001234" aria-label="Write from this number" placeholder="+15550001234"><input name="text" autocomplete="off" maxlength="4096" required aria-label="Text of the message" placeholder="Write first, as this person"><button>Send</button></form>
</body>
</html>`;
}

function toPhone(phone: Phone): Markup {
  const name = toPhoneName(phone.identity);
  return html`<section class="phone" id="${name}" data-phone="${name}" aria-label="${name}">
<header><h2>${name}</h2><p class="facts">${toFacts(phone)}</p>${toPhoneActs(phone)}</header>
<ol class="talk">${phone.entries().map(toEntry)}</ol>
<form><input name="text" autocomplete="off" maxlength="4096" required aria-label="Answer as ${name}" placeholder="Answer as this person"><button>Send</button></form>
</section>`;
}

function toFacts(phone: Phone): string {
  const count = phone.messages().filter((message) => message.receivedAt !== undefined).length;
  const facts = [
    `${count} received`,
    ...(phone.presence === 'away' ? ['switched off'] : []),
    ...(phone.presence === 'not-on-whatsapp' ? ['not on WhatsApp'] : []),
    ...(phone.hasStoppedMarketing ? ['no marketing'] : []),
    ...(phone.clockOffsetMs === 0 ? [] : [`its clock: ${toTime(phone.nowIso())}`]),
  ];
  return facts.join(' · ');
}

function toEntry(entry: PhoneEntry): Markup {
  return entry.kind === 'message' ? toMessage(entry.message) : toReply(entry.reply);
}

function toReply(reply: PhoneReply): Markup {
  return html`<li class="reply"><p>${reply.text}</p><footer>${toReactionWords(reply)}${toReadWords(reply)}<time>${toTime(reply.at)}</time></footer></li>`;
}

function toMessage(message: PhoneMessage): Markup {
  const state = toState(message);
  const kind = message.type === 'text' ? '' : `${message.type} · `;
  const about = message.context === undefined ? '' : 'an answer · ';
  const reaction = toReactionWords(message);
  return html`<li class="message ${state.meaning}"><p>${message.text}</p>${toChoiceActs(message)}<footer>${kind}${about}${reaction}<time>${toTime(message.acceptedAt)}</time> <span class="ticks">${state.mark} ${state.words}</span></footer>${toReactionActs(message)}</li>`;
}

function toReactionWords({ reaction }: { readonly reaction?: string }): string {
  return reaction === undefined ? '' : `${reaction} · `;
}

function toReadWords({ readAt, isAnswering = false }: PhoneReply): string {
  if (readAt === undefined) return '';
  return isAnswering ? 'read, typing an answer · ' : 'read · ';
}

interface State {
  /** One of the four meanings of the look; never told by colour alone. */
  readonly meaning: 'reached' | 'waiting' | 'failed';
  readonly mark: string;
  readonly words: string;
}

function toState(message: PhoneMessage): State {
  const has = (status: string) => message.statuses.some((entry) => entry.status === status);
  const failure = message.statuses.find((entry) => entry.status === 'failed');
  if (has('read')) return { meaning: 'reached', mark: '✓✓', words: 'read' };
  if (has('delivered')) return { meaning: 'reached', mark: '✓✓', words: 'delivered' };
  if (failure !== undefined) return { meaning: 'failed', mark: '■', words: `failed ${failure.code ?? ''}` };
  if (has('sent')) return { meaning: 'waiting', mark: '✓', words: 'sent' };
  return { meaning: 'waiting', mark: '◔', words: message.held ? 'held for quality' : 'accepted' };
}

function toTime(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}
