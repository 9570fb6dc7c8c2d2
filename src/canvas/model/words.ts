// A step in words: its name, what it does with what, what it waits for. Pure. What is said of each type's config stands in
// `step-details.ts`; a type that is not known there is named by its title.

import type { NodeTypeAnswer } from '../../journey/describe-node-type.ts';
import type { Language } from '../../journey/issue-prose.ts';
import { nameOf } from '../text/name-of.ts';
import { defaultOf } from './config-default.ts';
import { durationWords } from './duration-text.ts';
import type { Step } from './journey.ts';
import { detailsOf, waitOf } from './step-details.ts';
import { type StepView, unknownType } from './step-view.ts';

export interface StepWords {
  /** What the author calls it, else its id. */
  readonly title: string;
  /** `WhatsApp template · spring_sale · ko` */
  readonly line: string;
  /** `waits until delivered, at most 2 h`; absent where it goes on at once. */
  readonly waits?: string;
  /** Name of a Lucide icon. */
  readonly icon: string;
}

/** A line that may be broken: it never begins with a dot. */
export function breakable(line: string): string {
  return line.replaceAll(' · ', '\u00a0· ');
}

/** What the author calls a step, else its id. */
export function titleOf(id: string, { name }: Step, language: Language): string {
  return name === undefined ? id : nameOf(name, language);
}

/** @param nodeType undefined where the type is unknown */
export function wordsOf(
  { id, step, outline }: StepView,
  nodeType: NodeTypeAnswer | undefined,
  language: Language,
): StepWords {
  const title = titleOf(id, step, language);
  const kind = nodeType?.title[language] ?? `${unknownType[language]} ${step.type}`;
  const line = [kind, ...detailsOf(step, language)].join(' · ');
  const within = step.with?.['within'] ?? defaultOf(nodeType, 'within');
  const longest = typeof within === 'string' ? durationWords(within, language) : undefined;
  const waits = waitOf(step, {
    awaits: outline?.awaits ?? null,
    waits: outline?.waits === true,
    longest,
    language,
  });
  const icon = iconOf(step.type, nodeType);
  return waits === undefined ? { title, line, icon } : { title, line, waits, icon };
}

/** Name of a Lucide icon for a type: its own, else one for its family. */
export function iconOf(type: string, nodeType: NodeTypeAnswer | undefined): string {
  if (nodeType?.icon != null) return nodeType.icon;
  const [family = ''] = type.split('.');
  return Object.hasOwn(icons, family) ? (icons[family] ?? otherIcon) : otherIcon;
}

const otherIcon = 'box';
const icons: { readonly [family: string]: string } = {
  whatsapp: 'message-circle',
  sms: 'message-square-text',
  email: 'mail',
  push: 'bell',
  delay: 'clock',
  wait: 'hourglass',
  branch: 'git-branch',
  split: 'split',
  throttle: 'gauge',
  set: 'variable',
  person: 'user-pen',
  journey: 'workflow',
  http: 'globe',
  goal: 'flag',
  exit: 'circle-stop',
  note: 'sticky-note',
};
