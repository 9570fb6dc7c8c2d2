// What the owners of phones do: write, tap, react, call, stop marketing, switch their phone off, change their number. Each
// moves the phone and tells the business by a webhook.

import { EmulatorError } from '../emulator-error.ts';
import { toIdentity } from './identity.ts';
import { type InboundContent, toInboundParts } from './inbound-content.ts';
import {
  type Act,
  toCallChange,
  toInboundChange,
  toPreferenceChange,
  toSystemChange,
  toUserIdChange,
} from './inbound-value.ts';
import type { Passages } from './passages.ts';
import type { Phone, Presence } from './phone.ts';
import type { PhoneBook } from './phone-book.ts';
import type { Platform } from './platform/platform.ts';
import { createWamid } from './wamid.ts';
import type { WebhookShape } from './webhook-shape.ts';
import type { CloudSender, WebhookChange } from './webhook-value.ts';

export interface WriteOptions {
  /** Wamid of the message that is quoted. */
  readonly context?: string | undefined;
  /** Which business number is written to; default the one that wrote last, else the first sender. */
  readonly phoneNumberId?: string | undefined;
}

export interface OwnersOptions {
  readonly phones: PhoneBook;
  readonly platform: Platform;
  readonly passages: Passages;
  readonly shape: () => WebhookShape;
  readonly enqueue: (change: WebhookChange, subject: string) => void;
  /** Somebody wrote or called. */
  readonly onHeard: (phone: Phone, sender: CloudSender) => void;
  readonly onChange: () => void;
}

export class Owners {
  readonly #options: OwnersOptions;

  constructor(options: OwnersOptions) {
    this.#options = options;
  }

  /** Writes a message of any kind; it opens the window. Returns its wamid. @throws EmulatorError EMULATOR_SENDER_UNKNOWN */
  write(written: string, content: InboundContent, { context, phoneNumberId }: WriteOptions = {}): string {
    const act = this.#act(written, phoneNumberId);
    const { phone, sender } = act;
    const wamid = createWamid(phone.identity.key, 'person');
    const parts = toInboundParts(content);
    if (content.type === 'reaction') {
      phone.react(content.wamid, content.emoji);
      phone.openWindow(sender.phoneNumberId);
    } else {
      phone.write({
        ...{ wamid, phoneNumberId: sender.phoneNumberId, text: parts.shown, at: phone.nowIso() },
        ...(context !== undefined && { context }),
      });
    }
    this.#tell(act, toInboundChange({ ...act, wamid, parts, context }));
    this.#options.onHeard(phone, sender);
    return wamid;
  }

  /**
   * Taps a button or row, of the newest message that has it or of the one named. Returns the inbound wamid.
   * @throws EmulatorError EMULATOR_MESSAGE_UNKNOWN
   */
  tap(written: string, id: string, wamid?: string): string {
    const message = this.#options.phones
      .get(written)
      .messages()
      .findLast(
        ({ wamid: own, choices = [] }) =>
          (wamid === undefined || own === wamid) && choices.some((choice) => choice.id === id),
      );
    const choice = message?.choices?.find((one) => one.id === id);
    if (message === undefined || choice === undefined) {
      throw new EmulatorError('EMULATOR_MESSAGE_UNKNOWN', `No message of this phone has a button "${id}".`);
    }
    const { title = id, kind } = choice;
    const content: InboundContent =
      kind === 'button' ? { type: 'button', payload: id, text: title } : { type: kind, id, title };
    return this.write(written, content, { context: message.wamid, phoneNumberId: message.phoneNumberId });
  }

  /** Calls the business and hangs up; that opens the window too. Returns the call's id. */
  call(written: string, phoneNumberId?: string): string {
    const act = this.#act(written, phoneNumberId);
    const callId = createWamid(act.phone.identity.key, 'person').replace('wamid', 'wacid');
    act.phone.openWindow(act.sender.phoneNumberId);
    for (const event of ['connect', 'terminate'] as const) {
      this.#tell(act, toCallChange({ ...act, callId, event }));
    }
    this.#options.onHeard(act.phone, act.sender);
    return callId;
  }

  /** Stops marketing of the business, or wants it again (F§4.10). */
  prefer(written: string, value: 'stop' | 'resume'): void {
    const act = this.#act(written);
    act.phone.hasStoppedMarketing = value === 'stop';
    this.#tell(act, toPreferenceChange({ ...act, value }));
  }

  /** Goes away or comes back; what waited arrives then, unless its time to live has passed. */
  setPresence(written: string, presence: Presence): void {
    const phone = this.#options.phones.get(written);
    phone.presence = presence;
    if (presence === 'online') this.#options.passages.returned(phone);
    this.#options.onChange();
  }

  /** Takes another number; nobody is at the old one any more. */
  changeNumber(written: string, next: string): void {
    this.#changeIdentity(written, next, 'message');
    this.setPresence(written, 'not-on-whatsapp');
  }

  /** Gets another business-scoped id, as with a new phone (F§5.1). It is told by a message and by a field of its own. */
  changeUserId(written: string, next: string): void {
    this.#changeIdentity(written, next, 'message and field');
  }

  #changeIdentity(written: string, next: string, told: 'message' | 'message and field'): void {
    const act = this.#act(written);
    const identity = toIdentity(next);
    const change = { ...act, wamid: createWamid(act.phone.identity.key, 'person'), next: identity };
    this.#options.phones.get(next);
    this.#tell(act, toSystemChange(change));
    if (told === 'message and field') this.#tell(act, toUserIdChange(change));
  }

  #act(written: string, phoneNumberId?: string): Act & { readonly phone: Phone } {
    const phone = this.#options.phones.get(written);
    const { identity: person, profileName } = phone;
    const sender = this.#options.platform.senderOrThrow(
      phoneNumberId ?? phone.messages().at(-1)?.phoneNumberId,
    );
    return { phone, sender, person, profileName, atMs: phone.nowMs(), shape: this.#options.shape() };
  }

  #tell({ person }: Act, change: WebhookChange): void {
    this.#options.enqueue(change, person.key);
    this.#options.onChange();
  }
}
