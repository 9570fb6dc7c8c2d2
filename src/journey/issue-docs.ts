// The docs of every issue by code; exhaustive by its type: a code without a page does not compile.

import { callDocs } from './issue-docs/calls.ts';
import { dataDocs } from './issue-docs/data.ts';
import { exchangeDocs } from './issue-docs/exchange.ts';
import { expressionDocs } from './issue-docs/expressions.ts';
import { graphDocs } from './issue-docs/graph.ts';
import { hygieneDocs } from './issue-docs/hygiene.ts';
import type { IssueDocs } from './issue-docs/issue-doc.ts';
import { liquidDocs } from './issue-docs/liquid.ts';
import { messageDocs } from './issue-docs/messages.ts';
import { shapeDocs } from './issue-docs/shape.ts';
import { textDocs } from './issue-docs/text.ts';
import { valueDocs } from './issue-docs/values.ts';
import { worstCaseDocs } from './issue-docs/worst-cases.ts';
import type { IssueFacts } from './issues.ts';

export const issueDocs: IssueDocs<IssueFacts> = {
  ...textDocs,
  ...shapeDocs,
  ...valueDocs,
  ...graphDocs,
  ...callDocs,
  ...expressionDocs,
  ...liquidDocs,
  ...dataDocs,
  ...messageDocs,
  ...worstCaseDocs,
  ...hygieneDocs,
  ...exchangeDocs,
};
