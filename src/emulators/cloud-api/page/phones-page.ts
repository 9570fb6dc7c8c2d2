// The phones page: what each emulated person received and wrote. Pure: phones in, escaped markup out.

import { toPhoneName } from '../identity.ts';
import type { Phone, PhoneEntry, PhoneMessage, PhoneReply } from '../phone.ts';
import { toChoiceActs, toPhoneActs, toReactionActs } from './acts.ts';
import { html, type Markup } from './html.ts';
import type { Words } from './page-words.ts';

/** The whole document. */
export function toPage(phones: readonly Phone[], say: Words): Markup {
  return html`<!DOCTYPE html>
<html lang="${say.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say.phones} · Cloud API emulator</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_emulator/page/phones.css">
<script type="module" src="/_emulator/page/phones.js"></script>
</head>
<body>
<header><h1>${say.phones}</h1><p>${say.about}</p></header>
<main id="phones">${phones.map((phone) => toPhone(phone, say))}</main>
<p id="empty">${say.none}</p>
<form id="write"><input name="phone" type="tel" autocomplete="off" maxlength="40" required pattern="\\+[0-9]{7,15}" title="${say.withCountry}" aria-label="${say.writeFrom}" placeholder="+15550001234"><input name="text" autocomplete="off" maxlength="4096" required aria-label="${say.text}" placeholder="${say.writeFirst}"><button>${say.send}</button></form>
</body>
</html>`;
}

function toPhone(phone: Phone, say: Words): Markup {
  const name = toPhoneName(phone.identity);
  return html`<section class="phone" id="${name}" data-phone="${name}" aria-label="${name}">
<header><h2>${name}</h2><p class="facts">${toFacts(phone, say)}</p>${toPhoneActs(phone, say)}</header>
<ol class="talk">${phone.entries().map((entry) => toEntry(entry, say))}</ol>
<form><input name="text" autocomplete="off" maxlength="4096" required aria-label="${say.answerAs(name)}" placeholder="${say.answer}"><button>${say.send}</button></form>
</section>`;
}

function toFacts(phone: Phone, say: Words): string {
  const count = phone.messages().filter((message) => message.receivedAt !== undefined).length;
  const facts = [
    say.received(count),
    ...(phone.presence === 'away' ? [say.off] : []),
    ...(phone.presence === 'not-on-whatsapp' ? [say.notOnWhatsApp] : []),
    ...(phone.hasStoppedMarketing ? [say.noMarketing] : []),
    ...(phone.clockOffsetMs === 0 ? [] : [say.clock(toTime(phone.nowIso()))]),
  ];
  return facts.join(' · ');
}

function toEntry(entry: PhoneEntry, say: Words): Markup {
  return entry.kind === 'message' ? toMessage(entry.message, say) : toReply(entry.reply, say);
}

function toReply(reply: PhoneReply, say: Words): Markup {
  return html`<li class="reply"><p>${reply.text}</p><footer>${toReactionWords(reply)}${toReadWords(reply, say)}<time>${toTime(reply.at)}</time></footer></li>`;
}

function toMessage(message: PhoneMessage, say: Words): Markup {
  const state = toState(message, say);
  const kind = message.type === 'text' ? '' : `${toKind(message.type, say)} · `;
  const about = message.context === undefined ? '' : `${say.anAnswer} · `;
  const reaction = toReactionWords(message);
  return html`<li class="message ${state.meaning}"><p>${message.text}</p>${toChoiceActs(message, say)}<footer>${kind}${about}${reaction}<time>${toTime(message.acceptedAt)}</time> <span class="ticks">${state.mark} ${state.words}</span></footer>${toReactionActs(message, say)}</li>`;
}

function toKind(type: string, { kinds }: Words): string {
  return Object.hasOwn(kinds, type) ? (kinds[type] ?? type) : type;
}

function toReactionWords({ reaction }: { readonly reaction?: string }): string {
  return reaction === undefined ? '' : `${reaction} · `;
}

function toReadWords({ readAt, isAnswering = false }: PhoneReply, say: Words): string {
  if (readAt === undefined) return '';
  return isAnswering ? `${say.read}, ${say.typing} · ` : `${say.read} · `;
}

interface State {
  /** One of the four meanings of the look; never told by colour alone. */
  readonly meaning: 'reached' | 'waiting' | 'failed';
  readonly mark: string;
  readonly words: string;
}

function toState(message: PhoneMessage, say: Words): State {
  const has = (status: string) => message.statuses.some((entry) => entry.status === status);
  const failure = message.statuses.find((entry) => entry.status === 'failed');
  if (has('read')) return { meaning: 'reached', mark: '✓✓', words: say.read };
  if (has('delivered')) return { meaning: 'reached', mark: '✓✓', words: say.delivered };
  if (failure !== undefined)
    return { meaning: 'failed', mark: '■', words: say.failed(`${failure.code ?? ''}`) };
  if (has('sent')) return { meaning: 'waiting', mark: '✓', words: say.sent };
  return { meaning: 'waiting', mark: '◔', words: message.held ? say.held : say.accepted };
}

function toTime(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}
