// A text with WhatsApp's marks, as elements: a text is never taken for HTML.

import { Fragment } from 'react';
import { type TextMark, type TextSpan, toSpans } from './whatsapp-text.ts';

const tags: { readonly [Mark in TextMark]: 'b' | 'i' | 's' | 'code' } = {
  bold: 'b',
  italic: 'i',
  struck: 's',
  mono: 'code',
};

export function FormattedText({ text }: { readonly text: string }) {
  return <Spans spans={toSpans(text)} />;
}

function Spans({ spans }: { readonly spans: readonly TextSpan[] }) {
  return spans.map((span, index) => {
    // Spans have no names: their place is what they are.
    const key = `${index}`;
    if (typeof span === 'string') return <Fragment key={key}>{span}</Fragment>;
    const Tag = tags[span.mark];
    return (
      <Tag key={key}>
        <Spans spans={span.spans} />
      </Tag>
    );
  });
}
