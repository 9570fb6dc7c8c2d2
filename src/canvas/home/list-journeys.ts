// Journeys by id: what is published of each, and what is drafted. Pure.

import type { JourneySummary } from '../../client/client.ts';
import type { DraftSummary } from '../../client/draft-calls.ts';

export interface ListedJourney {
  readonly id: string;
  readonly name: JourneySummary['name'];
  readonly published: JourneySummary | undefined;
  readonly draft: DraftSummary | undefined;
}

/** The one worked on last first. */
export function listJourneys(
  published: readonly JourneySummary[],
  drafts: readonly DraftSummary[],
): readonly ListedJourney[] {
  const ids = new Set([...published, ...drafts].map(({ id }) => id));
  return [...ids]
    .map((id): ListedJourney => {
      const [version, draft] = [published.find((one) => one.id === id), drafts.find((one) => one.id === id)];
      return { id, name: draft?.name ?? version?.name ?? id, published: version, draft };
    })
    .sort((a, b) => changedAt(b).localeCompare(changedAt(a)) || a.id.localeCompare(b.id));
}

function changedAt({ published, draft }: ListedJourney): string {
  return [published?.publishedAt ?? '', draft?.updatedAt ?? ''].sort().at(-1) ?? '';
}
