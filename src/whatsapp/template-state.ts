// What is known of a template, and what a list, a webhook or a refused message adds to it. Each part has the time as of
// which it was so; what is older than that is no news. So the order and number of tellings don't matter. Pure.

import type { MessageCategory } from '../messaging/message.ts';
import type { TemplateComponent } from './templates.ts';

/** Instants are epoch milliseconds, real time. */
export interface TemplateState {
  readonly id?: string | undefined;
  /** Of a template whose category nobody told: marketing. */
  readonly category: MessageCategory;
  readonly categoryAt?: number | undefined;
  readonly previousCategory?: MessageCategory | undefined;
  /** What Meta has announced that it will be. */
  readonly correctCategory?: MessageCategory | undefined;
  readonly status?: string | undefined;
  readonly statusAt?: number | undefined;
  readonly statusReason?: string | undefined;
  readonly quality?: string | undefined;
  readonly qualityAt?: number | undefined;
  readonly parameterFormat?: string | undefined;
  readonly components?: readonly TemplateComponent[] | undefined;
  readonly componentsAt?: number | undefined;
}

/** What was told; parts that are absent stay. */
export interface TemplateTold {
  readonly at: number;
  readonly id?: string | undefined;
  readonly status?: { readonly word: string; readonly reason?: string | undefined };
  readonly category?: {
    readonly now: MessageCategory;
    readonly previous?: MessageCategory | undefined;
    readonly announced?: MessageCategory | undefined;
  };
  readonly quality?: string;
  /** `whole`: parts that are not among them are gone. */
  readonly parts?: {
    readonly components: readonly TemplateComponent[];
    readonly whole: boolean;
    readonly parameterFormat?: string | undefined;
  };
}

export const untold: TemplateState = { category: 'marketing' };

export function learnOfTemplate(state: TemplateState, told: TemplateTold): TemplateState {
  return {
    ...state,
    id: told.id ?? state.id,
    ...learnStatus(state, told),
    ...learnCategory(state, told),
    ...learnQuality(state, told),
    ...learnParts(state, told),
  };
}

/** Webhooks have whole seconds: within one, what comes later stands. */
function isNews(knownAt: number | undefined, at: number): boolean {
  return knownAt === undefined || Math.floor(at / 1_000) >= Math.floor(knownAt / 1_000);
}

function learnStatus({ statusAt }: TemplateState, { status, at }: TemplateTold): Partial<TemplateState> {
  if (status === undefined || !isNews(statusAt, at)) return {};
  return { status: status.word, statusAt: at, statusReason: status.reason };
}

function learnCategory(state: TemplateState, { category, at }: TemplateTold): Partial<TemplateState> {
  if (category === undefined || !isNews(state.categoryAt, at)) return {};
  const { now, previous, announced } = category;
  const before = now === state.category ? state.previousCategory : state.category;
  // Of a template that nobody told of, nothing was before.
  const known = state.categoryAt === undefined ? undefined : before;
  return {
    category: now,
    categoryAt: at,
    previousCategory: previous ?? known,
    correctCategory: announced === now ? undefined : announced,
  };
}

function learnQuality({ qualityAt }: TemplateState, { quality, at }: TemplateTold): Partial<TemplateState> {
  return quality === undefined || !isNews(qualityAt, at) ? {} : { quality, qualityAt: at };
}

function learnParts(state: TemplateState, { parts, at }: TemplateTold): Partial<TemplateState> {
  if (parts === undefined || !isNews(state.componentsAt, at)) return {};
  const { components, whole, parameterFormat = state.parameterFormat } = parts;
  const known = whole ? [] : (state.components ?? []);
  const kept = known.filter(({ type }) => !components.some((told) => told.type === type));
  return { components: [...kept, ...components], componentsAt: at, parameterFormat };
}
