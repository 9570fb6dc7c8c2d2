// Problems of messages: windows, templates, evidence, fallbacks, worst cases. Facts, severity and prose of each code
// (J5xx). Pure.

import type { IssueFamily } from './family.ts';

export type MessageFacts = Record<never, never>;

export const messageIssues: IssueFamily<MessageFacts> = {};
