// What `validate` says about one journey: findings with their code frames and a line that sums up, or JSON.

import { describeIssue } from '../../journey/issue-catalogue.ts';
import type { Language } from '../../journey/issue-prose.ts';
import { hasErrors, type Issue } from '../../journey/issues.ts';
import type { CommandContext } from '../command.ts';
import { formatIssue } from '../format-issue.ts';
import type { CheckedJourney } from '../load-journey.ts';
import { toWorstCase } from './worst-case-words.ts';

export function toJson({ file, validation }: CheckedJourney, language: Language): object {
  const { definition, hash, issues, analysis } = validation;
  const ok = !hasErrors(issues);
  return {
    ok,
    file,
    ...(definition && { id: definition.id }),
    ...(hash !== undefined && { hash }),
    issues: issues.map((issue) => ({ ...issue, ...describeIssue(issue, language) })),
    ...(ok && analysis && { analysis }),
  };
}

export function toText(checked: CheckedJourney, { console, language }: CommandContext): string {
  const { file, source, validation } = checked;
  const lines = new TextDecoder().decode(source).split(/\r?\n/);
  const format = { file, lines, language, paint: console.paint };
  const findings = validation.issues.map((issue) => formatIssue(issue, format));
  return [...findings, summarise(checked, { console, language })].join('\n\n');
}

function summarise(
  { file, validation }: CheckedJourney,
  { console: { paint }, language }: Pick<CommandContext, 'console' | 'language'>,
): string {
  const { definition, hash, issues, analysis } = validation;
  const count = (severity: Issue['severity']) => issues.filter((issue) => issue.severity === severity).length;
  const word = amounts[language];
  const warnings = word.warning(count('warning'));
  if (count('error') > 0) {
    return `${paint('red', word.failed)} ${file}: ${word.error(count('error'))}, ${warnings}`;
  }
  const nodes = word.node(Object.keys(definition?.nodes ?? {}).length);
  const ok = `${paint('green', 'ok')} ${file}: ${nodes}, ${warnings}, ${hash}`;
  return analysis === undefined ? ok : `${ok}\n   ${paint('dim', toWorstCase(analysis, language))}`;
}

const plural = (word: string) => (count: number) => `${count} ${word}${count === 1 ? '' : 's'}`;
const counted = (word: string) => (count: number) => `${word} ${count}개`;

const amounts = {
  en: { failed: 'failed', node: plural('node'), error: plural('error'), warning: plural('warning') },
  ko: { failed: '실패', node: counted('노드'), error: counted('오류'), warning: counted('경고') },
} as const;
