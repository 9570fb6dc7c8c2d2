// What becomes of messages where nobody says: starting points for forecasts, to be replaced by the rates of one's own
// last month (`--rates`). Deliberately round numbers. Pure.

import type { Rates } from './script.ts';

/**
 * Shares of a channel's messages, with their reasons. Codes of marketing alone (131049, 130472) happen to marketing
 * outside an open window only.
 */
export const defaultRates = {
  whatsapp: {
    failed: {
      // Per-user marketing limit: Meta says no figure; senders report a few percent to a tenth (F§4.2).
      131049: 0.05,
      // Not on WhatsApp, an old version, terms not accepted: lists that are not fresh have some percent (F§3.2).
      131026: 0.04,
      // Meta keeps about one in a hundred people out of marketing for its experiment (F§4.3).
      130472: 0.01,
    },
    // What is left, two in a hundred, stays silent: phones that are off until the message's time is over.
    delivered: 0.88,
    // Read receipts can be switched off, so this is less than what is read.
    read: 0.6,
    clicked: 0.08,
    replied: 0.03,
  },
  sms: {
    // Unreachable handsets and numbers that are none (Twilio 30003, 21614).
    failed: { 30003: 0.02, 21614: 0.01 },
    delivered: 0.97,
  },
  email: {
    // Mailboxes that are gone.
    failed: { 550: 0.02 },
    delivered: 0.98,
  },
} as const satisfies Rates;

/** Chance that an awaited event comes, where no rate names it: one in ten. */
export const defaultEventRate = 0.1;

/** Messages per second that one WhatsApp number may send (DESIGN 13). */
export const defaultPerSecond = 80;

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** How long things take, from the quickest to the slowest, in milliseconds; every tenfold step is as likely. */
export const delaysMs = {
  /** Most phones are on: after acceptance. */
  delivered: [secondMs, 10 * minuteMs],
  /** After acceptance. */
  failed: [secondMs, 30 * secondMs],
  /** After delivery, as are the next two. */
  read: [10 * secondMs, 12 * hourMs],
  clicked: [20 * secondMs, 12 * hourMs],
  replied: [30 * secondMs, 12 * hourMs],
} as const;
