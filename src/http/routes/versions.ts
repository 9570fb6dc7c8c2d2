// The history of a published journey: its versions with their notes, and what changed between two of them.

import { z } from 'zod';
import type { LocalizedText } from '../../journey/catalogue.ts';
import { describeChange, describeImpact } from '../../journey/diff-prose.ts';
import { journeyIdPattern } from '../../journey/fields.ts';
import { hasVersion } from '../../store/journey-list.ts';
import { listVersions } from '../../store/version-list.ts';
import {
  type DiffAnswer,
  diffAnswer,
  type VersionListAnswer,
  versionListAnswer,
} from '../answers/versions.ts';
import { AppError } from '../app-error.ts';
import { diffVersions } from '../diff-versions.ts';
import type { RouteContext, Routes } from '../route-context.ts';

const params = z.object({ id: z.string().regex(journeyIdPattern) });
const number = z.coerce.number().int().positive().max(2_147_483_647);
const state = z.union([z.literal('draft'), number]);

const listQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: number.optional().describe('`next` of the page before.'),
});

const listSchema = {
  ...{ tags: ['Journeys'], operationId: 'listVersions', summary: 'Versions of a journey with their notes' },
  ...{ params, querystring: listQuery },
  problems: ['JOURNEY_UNKNOWN'],
  response: { 200: versionListAnswer },
} as const;

const diffSchema = {
  ...{
    tags: ['Journeys'],
    operationId: 'diffVersions',
    summary: 'What changed in meaning between two versions',
  },
  description: '`draft` stands for what is being written.',
  ...{ params, querystring: z.strictObject({ from: state, to: state }) },
  problems: ['DRAFT_UNKNOWN', 'DRAFT_UNSHAPED', 'VERSION_UNKNOWN'],
  response: { 200: diffAnswer },
} as const;

export function addVersionRoutes(app: Routes, context: RouteContext): void {
  const { store } = context;

  app.get(
    '/v1/journeys/:id/versions',
    { schema: listSchema },
    async ({ params: { id }, query: { limit, cursor: before } }): Promise<VersionListAnswer> => {
      // One more than asked for tells whether there is another page.
      const found = await listVersions(store, id, { before, limit: limit + 1 });
      if (found.length === 0 && !(await hasVersion(store, id))) throw new AppError('JOURNEY_UNKNOWN');
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        versions: page.map(({ publishedAt, ...entry }) => ({
          ...entry,
          publishedAt: publishedAt.toISOString(),
        })),
        ...(found.length > limit && last !== undefined ? { next: String(last.version) } : {}),
      };
    },
  );

  app.get(
    '/v1/journeys/:id/diff',
    { schema: diffSchema },
    async ({ params: { id }, query: { from, to } }): Promise<DiffAnswer> => {
      const { running, ...diff } = await diffVersions({ id, from, to }, context);
      const korean = describeImpact(running, 'ko');
      const lines = describeImpact(running, 'en').map((en, index) => ({ en, ko: korean[index] ?? en }));
      return { ...diff, prose: diff.changes.map(toProse), impact: { ...running, prose: lines } };
    },
  );
}

function toProse(change: DiffAnswer['changes'][number]): LocalizedText {
  return { en: describeChange(change, 'en'), ko: describeChange(change, 'ko') };
}
