// Counts what the caps of a journey's policy are about; one law for the engine and the simulator. Pure.

import type { Channel } from '../messaging/message.ts';
import { addDuration } from './duration.ts';
import type { Cap } from './policy-schema.ts';

/** A marketing message that counts toward caps (`countsTowardCaps`). */
export interface CountedSend {
  readonly channel: Channel;
  /** When it was last attempted, epoch milliseconds on the person's clock. */
  readonly at: number;
}

/**
 * The caps that concern a message of this channel, each with how many messages its moving period holds at `now`: the
 * gate's fact. Days and longer are calendar time in the person's zone.
 *
 * @throws DurationError where the zone is not known
 */
export function countCaps(
  caps: readonly Cap[],
  sends: readonly CountedSend[],
  { channel, now, timeZone }: { readonly channel: Channel; readonly now: number; readonly timeZone: string },
): { readonly max: number; readonly sent: number }[] {
  return caps
    .filter((cap) => cap.channel === undefined || cap.channel === channel)
    .map((cap) => ({
      max: cap.max,
      sent: sends.filter(
        (send) =>
          (cap.channel === undefined || send.channel === cap.channel) &&
          addDuration(send.at, cap.per, timeZone) > now,
      ).length,
    }));
}
