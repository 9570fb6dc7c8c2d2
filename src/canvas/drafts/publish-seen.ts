// Publishing exactly the text that its author has seen, also where an earlier attempt has done so and its answer was lost.
// Pure but for what it is given to ask.

import { StaleDraftError } from '../../client/client-errors.ts';
import type { DraftPublishAnswer } from '../../client/draft-calls.ts';

interface Seen {
  readonly revision: number;
  readonly text: string;
}

/**
 * A publication moves the draft on: whoever has not heard of it repeats it at a revision that is past. Where the very text
 * still stands it is asked for once more; what means the same as the newest version is not published twice.
 *
 * @throws what `publish` throws: StaleDraftError where another text stands
 */
export async function publishSeen(
  { revision, text }: Seen,
  publish: (revision: number) => Promise<DraftPublishAnswer>,
): Promise<DraftPublishAnswer> {
  try {
    return await publish(revision);
  } catch (error) {
    if (!(error instanceof StaleDraftError) || error.current.source !== text) throw error;
    return publish(error.current.revision);
  }
}
