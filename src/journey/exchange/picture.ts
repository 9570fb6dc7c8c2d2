// What every picture of a journey shows, before it is drawn: boxes and arrows with their words and meanings. Pure.

import type { Catalogue } from '../catalogue.ts';
import type { Definition, DefinitionNode } from '../definition.ts';
import type { Trigger } from '../entry.ts';
import type { Name } from '../fields.ts';
import type { Language } from '../issue-prose.ts';
import { anyFailure } from '../outcome-match.ts';
import { resolveConfig } from '../resolved-node.ts';

/** The four kinds of boxes. */
export type BoxKind = 'entry' | 'message' | 'step' | 'end';

/** `plain`: no hope and no failure in it; `reached`, `fell` (fell back, or time ran out) and `failed` are the look's. */
export type ArrowMeaning = 'plain' | 'reached' | 'fell' | 'failed';

export interface Box {
  readonly id: string;
  readonly kind: BoxKind;
  readonly title: string;
  /** The kind of node in words, and what is most telling of its config. */
  readonly detail: string;
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** Empty where every outcome goes there. */
  readonly outcomes: readonly string[];
  readonly meaning: ArrowMeaning;
}

export interface Picture {
  readonly title: string;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/** Id of the box where people come in; no node can have it. */
export const entryBox = '$entry';

/** Nodes in the author's order, the entry first; arrows with the same ends and meaning are one. */
export function toPicture(
  definition: Definition,
  { catalogue, language }: { readonly catalogue: Catalogue; readonly language: Language },
): Picture {
  const { start, nodes } = definition;
  const entry: Box = {
    id: entryBox,
    kind: 'entry',
    title: entryWords[language],
    detail: describeTrigger(definition.entry.on, language),
  };
  const boxes = Object.entries(nodes).map(([id, node]) => toBox(id, node, { catalogue, language }));
  const kinds = new Map(boxes.map((box) => [box.id, box.kind]));
  const first: Arrow = { from: entryBox, to: start, outcomes: [], meaning: 'plain' };
  const arrows = Object.entries(nodes).flatMap(([id, node]) => arrowsOf(id, node, { catalogue, kinds }));
  return {
    title: inLanguage(definition.name, language),
    boxes: [entry, ...toExitBoxes(definition, language), ...boxes],
    arrows: [first, ...arrows],
  };
}

const entryWords = { en: 'People come in', ko: '들어옴' } as const;

/** Exit rules stand by themselves: they lead from everywhere. */
function toExitBoxes({ exit = [] }: Definition, language: Language): readonly Box[] {
  return exit.map(({ on, as }, index) => ({
    id: `$exit${index}`,
    kind: 'end',
    title: `${on.event} → ${as}`,
    detail: exitWords[language],
  }));
}

const exitWords = { en: 'Exit rule · wherever the run is', ko: '종료 규칙 · 어디에 있든' } as const;

type Words = { readonly catalogue: Catalogue; readonly language: Language };

function toBox(id: string, node: DefinitionNode, { catalogue, language }: Words): Box {
  const type = catalogue.get(node.type);
  const telling = findTelling(node.with ?? {});
  return {
    id,
    kind: type?.terminal === true ? 'end' : type?.message !== undefined ? 'message' : 'step',
    title: node.name === undefined ? id : inLanguage(node.name, language),
    detail: [type?.title[language] ?? node.type, ...telling].join(' · '),
  };
}

/** The first of these that a config has says most about its node. */
const tellingFields = ['template', 'event', 'for', 'until', 'journey', 'subject', 'text', 'url', 'as'];

const tellingLength = 40;

function findTelling(config: { readonly [field: string]: unknown }): readonly string[] {
  const found = tellingFields.map((field) => config[field]).find((value) => typeof value === 'string');
  if (found === undefined) return [];
  const text = String(found).replace(/\s+/g, ' ');
  return [text.length > tellingLength ? `${[...text].slice(0, tellingLength).join('')}…` : text];
}

interface ArrowContext {
  readonly catalogue: Catalogue;
  readonly kinds: ReadonlyMap<string, BoxKind>;
}

function arrowsOf(from: string, node: DefinitionNode, { catalogue, kinds }: ArrowContext): readonly Arrow[] {
  const { next } = node;
  if (next === undefined) return [];
  if (typeof next === 'string') return [{ from, to: next, outcomes: [], meaning: 'plain' }];
  const resolved = resolveConfig(node, catalogue.get(node.type));
  const successes = resolved?.type.successes(resolved.config) ?? [];
  const hasFailures =
    resolved !== undefined && resolved.type.outcomes(resolved.config).length > successes.length;
  const arrows = new Map<string, Arrow>();
  for (const [outcome, to] of Object.entries(next)) {
    const isHopedFor = outcome !== anyFailure && successes.includes(outcome);
    const lost = kinds.get(to) === 'end' ? 'failed' : 'fell';
    const meaning = !hasFailures ? 'plain' : isHopedFor ? 'reached' : lost;
    const key = `${to} ${meaning}`;
    arrows.set(key, { from, to, meaning, outcomes: [...(arrows.get(key)?.outcomes ?? []), outcome] });
  }
  return [...arrows.values()];
}

function describeTrigger(on: Trigger, language: Language): string {
  const isKorean = language === 'ko';
  if ('event' in on) return on.event;
  if ('api' in on) return 'API';
  if ('campaign' in on) return isKorean ? '캠페인' : 'campaign';
  if ('schedule' in on) return `${isKorean ? '예약' : 'schedule'} ${on.schedule.at}`;
  if (on.inbound === 'any') return isKorean ? '받은 메시지' : 'any inbound message';
  return on.inbound.keywords.join(', ');
}

function inLanguage(name: Name, language: Language): string {
  if (typeof name === 'string') return name;
  return name[language] ?? name['en'] ?? Object.values(name)[0] ?? '';
}
