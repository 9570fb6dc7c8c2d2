// Problems of hygiene: what must not stand in a definition at all. Facts, severity and prose of each code. Pure.

import type { IssueFamily } from './family.ts';

export type HygieneFacts = Record<never, never>;

export const hygieneIssues: IssueFamily<HygieneFacts> = {};
