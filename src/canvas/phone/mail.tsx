// A mail as it reads. Its HTML is read by the browser into a document that runs and fetches nothing, and shown as elements
// of ours: no markup of an author's gets onto the page, no picture is fetched.

import { createElement, Fragment, type ReactNode, useMemo } from 'react';
import styles from './bubble.module.css';

interface Props {
  readonly subject: string;
  readonly html: string;
  readonly text: string | null;
}

export function Mail({ subject, html, text }: Props) {
  const body = useMemo(() => (html.trim() === '' ? text : readMail(html)), [html, text]);
  return (
    <>
      <p className={styles['title']}>{subject}</p>
      <div className={styles['mail']}>{body}</div>
    </>
  );
}

/** Elements that say something about the words in them; of others the words alone are kept. */
const kept: ReadonlySet<string> = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol li b strong i em u s br hr blockquote pre code table tbody thead tr td th'.split(
    ' ',
  ),
);
const dropped: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'title', 'head']);
const empty: ReadonlySet<string> = new Set(['br', 'hr']);

function readMail(html: string): ReactNode {
  return toElements(new DOMParser().parseFromString(html, 'text/html').body);
}

function toElements(parent: Node): readonly ReactNode[] {
  return [...parent.childNodes].map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: nodes of a document that is read anew have no other name.
    <Fragment key={index}>{toElement(node)}</Fragment>
  ));
}

function toElement(node: Node): ReactNode {
  if (node instanceof Text) return isBetweenRows(node) ? null : node.data;
  if (!(node instanceof Element)) return null;
  const name = node.localName;
  if (dropped.has(name)) return null;
  if (name === 'img') return <span className={styles['picture']}>{node.getAttribute('alt') ?? '🖼'}</span>;
  if (name === 'a')
    return (
      <span className={styles['link']} title={node.getAttribute('href') ?? undefined}>
        {toElements(node)}
      </span>
    );
  if (empty.has(name)) return createElement(name);
  return kept.has(name) ? createElement(name, {}, toElements(node)) : toElements(node);
}

/** React takes no white space between the rows of a table. */
function isBetweenRows({ data, parentElement }: Text): boolean {
  return data.trim() === '' && /^(table|tbody|thead|tr)$/.test(parentElement?.localName ?? '');
}
