// Finds what a text writes out although it may be missing: neither the `default` filter nor an `if` cares for it. Pure.

import { Output, type PropertyAccessToken, type Template, toValueSync, Value } from 'liquidjs';

/** Names such as `person.firstName` that leave a gap where the data has none of them. */
export function findGaps(templates: readonly Template[]): ReadonlySet<string> {
  const written = new Set<string>();
  const tested = new Set<string>();
  const pending: Template[] = [...templates];
  for (let template = pending.pop(); template !== undefined; template = pending.pop()) {
    if (template.children) pending.push(...toValueSync(template.children(false, true)));
    const isWriting = template instanceof Output || nameOf(template) === 'echo';
    for (const value of template.arguments?.() ?? []) {
      if (!(value instanceof Value)) continue;
      const names = namesOf(value);
      if (!isWriting) for (const name of names) tested.add(name);
      else if (value.filters.every(({ name }) => name !== 'default'))
        for (const name of names) written.add(name);
    }
  }
  return new Set([...written].filter((name) => !tested.has(name)));
}

function nameOf(template: Template): unknown {
  return 'name' in template ? template.name : undefined;
}

function namesOf(value: Value): readonly string[] {
  return value.initial.postfix.flatMap((token) => {
    if (!('props' in token)) return [];
    const [root, field] = (token as PropertyAccessToken).props;
    return root !== undefined && field !== undefined && 'content' in root && 'content' in field
      ? [`${root.content}.${field.content}`]
      : [];
  });
}
