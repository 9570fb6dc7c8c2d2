// A sentence in which `words` of the language stand apart, as elements.

import { Fragment } from 'react';

export function Prose({ text }: { readonly text: string }) {
  return text.split('`').map((part, index) => {
    // Every other part stands between marks.
    const key = `${index}`;
    return index % 2 === 1 ? <code key={key}>{part}</code> : <Fragment key={key}>{part}</Fragment>;
  });
}
