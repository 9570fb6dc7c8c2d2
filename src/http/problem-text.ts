// The words of one problem: status, what happened, what to do next. Those of each resource are in `problem-texts/`.

export type Language = 'en' | 'ko';

export interface ProblemText {
  readonly status: number;
  /** What happened; the same for every occurrence. */
  readonly title: { readonly [language in Language]: string };
  /** What to do next. */
  readonly hint: { readonly [language in Language]: string };
}

/** Of some codes; which ones the compiler keeps for `problemTexts`. */
export type ProblemTexts = { readonly [code: string]: ProblemText };
