// The form of an issue's page in the docs: why the rule exists, a bad example and its mend. Message and hint are not
// written here: they come from checking the example. Types only.

import type { Language } from '../issue-prose.ts';
import type { Surroundings } from '../surroundings.ts';

export interface IssueDoc<Facts = unknown> {
  readonly why: { readonly [language in Language]: string };
  /** Facts stand for an example where the problem can't be shown: bytes, sizes, node types of others. */
  readonly shown: IssueExample | { readonly facts: Facts };
}

/**
 * Texts are members of a journey, as an author would write them; the rest of the journey is as in `example-journey.ts`.
 * Nodes take the place of those of the same id.
 */
export interface IssueExample {
  readonly bad: string;
  readonly good: string;
  /** The texts are whole files. */
  readonly whole?: true;
  /** Members of other journeys by id, which the example calls. */
  readonly journeys?: { readonly [id: string]: string };
  readonly templates?: Surroundings['templates'];
  readonly senders?: Surroundings['senders'];
}

export type IssueDocs<FactsByCode> = { readonly [Code in keyof FactsByCode]: IssueDoc<FactsByCode[Code]> };
