// WhatsApp's marks in a text, as the app shows them: *bold*, _italic_, ~struck~, `code`, ```mono```. A mark counts where a
// word begins and ends there, and only within a line. Pure.

export type TextMark = 'bold' | 'italic' | 'struck' | 'mono';

export type TextSpan = string | { readonly mark: TextMark; readonly spans: readonly TextSpan[] };

/** The text in spans, in its order. Nothing is lost: what is no mark stays as it is. */
export function toSpans(text: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let from = 0;
  for (const found of text.matchAll(marked)) {
    const { index } = found;
    if (index > from) spans.push(text.slice(from, index));
    spans.push(toSpan(found));
    from = index + found[0].length;
  }
  if (from < text.length) spans.push(text.slice(from));
  return spans;
}

/** Before a mark no word stands, and after it none goes on; inside it no space is at its ends. */
const marked =
  /```([\s\S]+?)```|`([^`\n]+)`|(?<![\p{L}\p{N}*])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_([^\s_](?:[^_\n]*[^\s_])?)_(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}~])~([^\s~](?:[^~\n]*[^\s~])?)~(?![\p{L}\p{N}~])/gu;

function toSpan([, block, code, bold, italic, struck = '']: readonly (string | undefined)[]): TextSpan {
  if (block !== undefined) return { mark: 'mono', spans: [block] };
  if (code !== undefined) return { mark: 'mono', spans: [code] };
  if (bold !== undefined) return { mark: 'bold', spans: toSpans(bold) };
  if (italic !== undefined) return { mark: 'italic', spans: toSpans(italic) };
  return { mark: 'struck', spans: toSpans(struck) };
}
