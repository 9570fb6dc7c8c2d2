// A diff in words, in English and Korean: a sentence for each change, and what it means for people under way. Pure.

import type { DefinitionChange } from './diff.ts';
import type { RunningImpact } from './diff-impact.ts';
import type { ValueChange } from './diff-values.ts';
import type { Language } from './issue-prose.ts';
import type { NodeRename } from './node-pairs.ts';

export type ChangeSign = '+' | '-' | '~';

/** Whether something came, went or changed. */
export function signOf({ kind }: DefinitionChange): ChangeSign {
  if (kind === 'node-added' || kind === 'edge-added') return '+';
  return kind === 'node-removed' || kind === 'edge-removed' ? '-' : '~';
}

/** One line without a full stop. */
export function describeChange(change: DefinitionChange, language: Language): string {
  return language === 'ko' ? toKorean(change) : toEnglish(change);
}

/** `nodes.think.note: (absent) → "a day"` */
export function describeValueChange({ path, before, after }: ValueChange, language: Language): string {
  return `${path.join('.')}: ${show(before, language)} → ${show(after, language)}`;
}

/** A line each; the first says that nobody is moved. */
export function describeImpact(impact: RunningImpact, language: Language): readonly string[] {
  const { migratable, vanished, reshaped, outcomes } = impact;
  const say = running[language];
  return [
    say.stay,
    ...(migratable.length > 0 ? [say.migratable(migratable.map(showRename))] : []),
    ...(vanished.length > 0 ? [say.vanished(vanished)] : []),
    ...(reshaped.length > 0 ? [say.reshaped(reshaped)] : []),
    ...outcomes.map(({ node, added, removed }) => {
      const words = [...added.map((word) => `+${word}`), ...removed.map((word) => `-${word}`)];
      return say.outcomes(node, words);
    }),
  ];
}

function toEnglish(change: DefinitionChange): string {
  switch (change.kind) {
    case 'node-added':
      return `node ${change.node} (${change.type}) is new`;
    case 'node-removed':
      return `node ${change.node} (${change.type}) is gone`;
    case 'node-renamed':
      return `node ${change.from} is called ${change.to} now`;
    case 'type-changed':
      return `node ${change.node} is another kind of node: ${change.before} → ${change.after}`;
    case 'config-changed':
      return `node ${change.node}, ${describeValueChange(change, 'en')}`;
    case 'visits-changed':
      return `node ${change.node}, maxVisits: ${show(change.before, 'en')} → ${show(change.after, 'en')}`;
    case 'edge-added':
      return `${change.node} goes to ${change.target} ${whenEn(change.outcome)}`;
    case 'edge-removed':
      return `${change.node} no longer goes to ${change.target} ${whenEn(change.outcome)}`;
    case 'edge-moved':
      return `${change.node} goes to ${change.after} instead of ${change.before} ${whenEn(change.outcome)}`;
    case 'field-changed':
      return describeValueChange(change, 'en');
  }
}

function toKorean(change: DefinitionChange): string {
  switch (change.kind) {
    case 'node-added':
      return `${change.node} 노드(${change.type})가 새로 생김`;
    case 'node-removed':
      return `${change.node} 노드(${change.type})가 없어짐`;
    case 'node-renamed':
      return `노드 이름이 바뀜: ${change.from} → ${change.to}`;
    case 'type-changed':
      return `${change.node} 노드의 종류가 바뀜: ${change.before} → ${change.after}`;
    case 'config-changed':
      return `${change.node} 노드의 ${describeValueChange(change, 'ko')}`;
    case 'visits-changed':
      return `${change.node} 노드의 maxVisits: ${show(change.before, 'ko')} → ${show(change.after, 'ko')}`;
    case 'edge-added':
      return `${whenKo(change.outcome)} 연결이 생김: ${change.node} → ${change.target}`;
    case 'edge-removed':
      return `${whenKo(change.outcome)} 연결이 없어짐: ${change.node} → ${change.target}`;
    case 'edge-moved':
      return `${change.node} 노드의 ${whenKo(change.outcome)} 연결이 바뀜: ${change.before} → ${change.after}`;
    case 'field-changed':
      return describeValueChange(change, 'ko');
  }
}

function whenEn(outcome: string | undefined): string {
  return outcome === undefined
    ? 'by every outcome'
    : outcome === '*'
      ? 'by any other failure'
      : `by ${outcome}`;
}

function whenKo(outcome: string | undefined): string {
  return outcome === undefined
    ? '모든 결과의'
    : outcome === '*'
      ? '그 밖의 모든 실패의'
      : `${outcome} 결과의`;
}

const running = {
  en: {
    stay: 'People who are under way stay on their version; only new runs take this one.',
    migratable: (nodes: readonly string[]) =>
      `In both versions, alike enough to move people over: ${nodes.join(', ')}.`,
    vanished: (nodes: readonly string[]) =>
      `Gone: who waits at ${nodes.join(', ')} has no place in this version.`,
    reshaped: (nodes: readonly string[]) =>
      `Built differently: who waits at ${nodes.join(', ')} would have to begin the node anew.`,
    outcomes: (node: string, words: readonly string[]) => `${node} can end differently: ${words.join(', ')}.`,
  },
  ko: {
    stay: '진행 중인 사람은 지금 버전에 그대로 남고, 새로 시작하는 사람만 이 버전을 따릅니다.',
    migratable: (nodes: readonly string[]) =>
      `두 버전에 모두 있어 사람을 옮길 수 있는 노드: ${nodes.join(', ')}`,
    vanished: (nodes: readonly string[]) =>
      `없어진 대기 위치: ${nodes.join(', ')}. 여기서 기다리는 사람이 갈 곳이 이 버전에는 없습니다.`,
    reshaped: (nodes: readonly string[]) =>
      `구조가 달라진 대기 위치: ${nodes.join(', ')}. 옮기려면 노드를 처음부터 다시 시작해야 합니다.`,
    outcomes: (node: string, words: readonly string[]) =>
      `${node} 노드의 가능한 결과가 달라짐: ${words.join(', ')}`,
  },
} as const satisfies { readonly [language in Language]: object };

function showRename({ from, to }: NodeRename): string {
  return from === to ? from : `${from} → ${to}`;
}

/** Longer values are cut in the middle of a list of changes. */
const shownLength = 80;

function show(value: unknown, language: Language): string {
  if (value === undefined) return language === 'ko' ? '(없음)' : '(absent)';
  const text = JSON.stringify(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}
