// The buttons of the phones page: each says in an attribute which call of the control API it makes for its phone. Pure.

import type { Phone, PhoneMessage } from '../phone.ts';
import { html, type Markup } from './html.ts';
import type { Words } from './page-words.ts';

const REACTIONS = ['👍', '❤️', '😮'] as const;

interface Act {
  readonly label: string;
  /** What the label means, where it is a sign. */
  readonly about?: string;
  readonly method: 'POST' | 'PUT';
  /** After `/_emulator/phones/:phone/`. */
  readonly path: string;
  readonly body: object;
  /** Stays the same when the page is drawn again, so that the focus stays too. */
  readonly key: string;
  readonly isPressed?: boolean;
}

/** What the owner can do with the phone as a whole. */
export function toPhoneActs(phone: Phone, say: Words): Markup {
  const { hasStoppedMarketing, presence } = phone;
  const isOn = presence === 'online';
  return html`<div class="acts" role="group" aria-label="${say.phone}">${[
    toButton({
      ...{ label: hasStoppedMarketing ? say.resumeMarketing : say.stopMarketing, key: 'marketing' },
      ...{ method: 'PUT', path: 'marketing', body: { value: hasStoppedMarketing ? 'resume' : 'stop' } },
    }),
    toButton({
      ...{ label: isOn ? say.switchOff : say.switchOn, key: 'presence' },
      ...{ method: 'PUT', path: 'presence', body: { presence: isOn ? 'away' : 'online' } },
    }),
    toButton({ label: say.call, key: 'call', method: 'POST', path: 'calls', body: {} }),
  ]}</div>`;
}

/** Buttons and rows of a message that arrived. */
export function toChoiceActs({ choices = [], wamid, receivedAt }: PhoneMessage, say: Words): Markup {
  if (choices.length === 0 || receivedAt === undefined) return html``;
  const buttons = choices.map(({ id, title = id }) =>
    toButton({
      ...{ label: title, key: `tap ${wamid} ${id}` },
      ...{ method: 'POST', path: 'taps', body: { id, wamid } },
    }),
  );
  return html`<div class="acts" role="group" aria-label="${say.answers}">${buttons}</div>`;
}

/** Emoji for a message that arrived; the one that is on it takes itself off. */
export function toReactionActs(message: PhoneMessage, say: Words): Markup {
  if (message.receivedAt === undefined || message.reactsTo !== undefined) return html``;
  const buttons = REACTIONS.map((emoji) => {
    const isPressed = message.reaction === emoji;
    const content = { type: 'reaction', wamid: message.wamid, emoji: isPressed ? '' : emoji };
    return toButton({
      ...{ label: emoji, about: say.reactWith(emoji), key: `react ${message.wamid} ${emoji}`, isPressed },
      ...{ method: 'POST', path: 'messages', body: { content } },
    });
  });
  return html`<div class="acts reactions" role="group" aria-label="${say.reactions}">${buttons}</div>`;
}

function toButton({ label, about = label, method, path, body, key, isPressed }: Act): Markup {
  const pressed = isPressed === undefined ? html`` : html` aria-pressed="${String(isPressed)}"`;
  return html`<button type="button" data-method="${method}" data-path="${path}" data-body="${JSON.stringify(body)}" data-key="${key}" aria-label="${about}"${pressed}>${label}</button>`;
}
