// The whole journey around the members that an example of the docs shows. Pure.

import type { Definition } from '../definition.ts';
import { parse } from '../parse.ts';
import type { Surroundings } from '../surroundings.ts';
import type { IssueExample } from './issue-doc.ts';

type Members = { readonly [member: string]: unknown; readonly nodes?: object };

const base = {
  id: 'example',
  name: 'Example',
  entry: { on: { api: true } },
  start: 'a',
  nodes: {
    a: { type: 'delay', with: { for: '1h' }, next: 'end' },
    end: { type: 'exit' },
  },
};

/** The text of the journey that has these members. @param around a journey to put them into; a short one where absent */
export function writeExample(members: string, around: Members = base): string {
  const shown = (parse(`{ ${members} }`).document ?? {}) as Members;
  const nodes = { ...around.nodes, ...shown.nodes };
  return JSON.stringify({ ...around, ...shown, nodes }, null, 2);
}

/** The text of an example, bad or good. */
export function textOfExample(example: IssueExample, which: 'bad' | 'good', around?: Members): string {
  return example.whole === true ? example[which] : writeExample(example[which], around);
}

/** What the example is checked against. */
export function surroundingsOfExample({ journeys, templates, senders }: IssueExample): Surroundings {
  const others = Object.entries(journeys ?? {}).map(([id, members]): [string, Definition] => [
    id,
    JSON.parse(writeExample(members, { ...base, id })) as Definition,
  ]);
  return {
    ...(journeys && { journeys: new Map(others) }),
    ...(templates && { templates }),
    ...(senders && { senders }),
  };
}
