import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../activities/nodes/index.ts';
import { issueCodes } from '../../src/journey/issue-catalogue.ts';
import { renderIssueDocs } from '../../src/journey/render-issue-docs.ts';

describe.each(['en', 'ko'] as const)('the page of issues in %s', (language) => {
  const page = readFileSync(new URL(`../../docs/issues.${language}.md`, import.meta.url), 'utf8');

  it('explains exactly the codes that exist, each once and at its anchor', () => {
    const codes = [...page.matchAll(/^### (J\d{3}) /gm)].map((match) => match[1]);
    const anchors = [...page.matchAll(/^<a id="(j\d{3})"><\/a>$/gm)].map((match) => match[1]?.toUpperCase());
    expect(codes).toEqual([...issueCodes].sort());
    expect(anchors).toEqual(codes);
  });

  it('is what `npm run gen` writes', () => {
    expect(page).toBe(renderIssueDocs(language, catalogue));
  });
});
