// The form of quick fixes: by code of the issue, from what it knows. Types only.

import type { LocalizedText } from '../../../journey/catalogue.ts';
import type { CheckAnswer } from '../../../journey/check-answer.ts';
import type { CheckIssue } from '../../../journey/check-issue.ts';
import type { IssueCode, IssueFacts } from '../../../journey/issues.ts';
import type { Command, Journey } from '../journey.ts';

export interface QuickFix {
  readonly title: LocalizedText;
  readonly command: Command;
}

/** Where an issue is. */
export interface IssuePlace {
  /** In the document. */
  readonly path: CheckIssue['path'];
  readonly journey: Journey;
  readonly check: CheckAnswer;
}

/** The best first; none where only the author can know. */
export type Fixers = {
  readonly [Code in IssueCode]?: (facts: IssueFacts[Code], place: IssuePlace) => readonly QuickFix[];
};
