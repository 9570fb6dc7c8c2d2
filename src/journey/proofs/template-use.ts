// Checks how a message uses its template against the template as Meta has it: is it there, may it be sent, do the
// parameters fit. Only where the templates are known. Pure.

import type { MessageUse, TemplateUse } from '../catalogue.ts';
import type { Trigger } from '../entry.ts';
import { createIssue, type Issue } from '../issues.ts';
import type { ResolvedNode } from '../resolved-node.ts';
import { suggest } from '../suggestion.ts';
import type { TemplateInfo } from '../surroundings.ts';

/** The template of this name and language. */
export function findTemplate(
  templates: readonly TemplateInfo[],
  { name, language }: Pick<TemplateUse, 'name' | 'language'>,
): TemplateInfo | undefined {
  return templates.find((template) => template.name === name && template.language === language);
}

export interface TemplateContext {
  readonly templates: readonly TemplateInfo[];
  readonly trigger: Trigger;
}

type Place = { readonly path: readonly string[] };

/** Sendable (F§4.6): a low score or an appeal that was won changes nothing. */
const sendable: ReadonlySet<string> = new Set(['APPROVED', 'REINSTATED']);
/** Comes back, often by itself: messages wait at the gate. */
const passing: ReadonlySet<string> = new Set([
  'PAUSED',
  'PENDING',
  'IN_APPEAL',
  'LOCKED',
  'LIMIT_EXCEEDED',
  'FLAGGED',
]);

export function checkTemplateUse(
  { node }: Pick<ResolvedNode, 'node'>,
  message: MessageUse,
  { templates, trigger }: TemplateContext,
): readonly Issue[] {
  const { template: use } = message;
  if (use === undefined) return [];
  const place: Place = { path: ['nodes', node, 'with'] };
  const info = findTemplate(templates, use);
  return [
    ...checkFit(use, templates, place),
    ...(info === undefined ? [] : checkCategory(message, info, { trigger, place })),
    ...(use.alternate === undefined ? [] : checkFit(use.alternate, templates, at(place, 'alternate'))),
  ];
}

/** It is there, may be sent, and is given what it needs. */
function checkFit(use: TemplateUse, templates: readonly TemplateInfo[], place: Place): readonly Issue[] {
  const info = findTemplate(templates, use);
  if (info === undefined) return [toMissing(use, templates, place)];
  return [
    ...checkStatus(info, place),
    ...checkHeader(use, info, place),
    ...checkBody(use, info, place),
    ...checkButtons(use, info, place),
  ];
}

function toMissing({ name, language }: TemplateUse, templates: readonly TemplateInfo[], place: Place): Issue {
  const languages = templates
    .filter((template) => template.name === name)
    .map((template) => template.language);
  const known = new Set(templates.map((template) => template.name));
  if (languages.length > 0) {
    return createIssue('J511', { template: name, language, languages }, at(place, 'language'));
  }
  return createIssue('J510', { template: name, ...suggest(name, known) }, at(place, 'template'));
}

function checkStatus({ name, status }: TemplateInfo, place: Place): readonly Issue[] {
  if (sendable.has(status)) return [];
  const code = passing.has(status) ? 'J513' : 'J512';
  return [createIssue(code, { template: name, status }, at(place, 'template'))];
}

/** The kinds that need a file or a place in each message. */
function checkHeader(use: TemplateUse, info: TemplateInfo, place: Place): readonly Issue[] {
  const { name, header, headerParameters } = info;
  const given = use.headerParameters;
  const needed = headerParameters ?? (header === undefined ? 0 : header === 'text' ? undefined : 1);
  const isOther = use.header !== undefined && header !== undefined && use.header !== header;
  if (needed === undefined || (needed === given && !isOther)) return [];
  const kind = isOther && use.header !== undefined ? { kind: use.header } : {};
  const facts = { template: name, header: header ?? 'none', needed, given, ...kind };
  return [createIssue('J514', facts, at(place, 'header'))];
}

function checkBody(use: TemplateUse, { name, bodyParameters }: TemplateInfo, place: Place): readonly Issue[] {
  if (bodyParameters === undefined || isSame(bodyParameters, use.bodyParameters)) return [];
  const facts = { template: name, needed: bodyParameters, given: use.bodyParameters };
  return [createIssue('J515', facts, at(place, 'body'))];
}

function checkButtons(use: TemplateUse, { name, buttons }: TemplateInfo, place: Place): readonly Issue[] {
  if (buttons === undefined || use.buttons === undefined) return [];
  const given = use.buttons.map(wordOf);
  const allowed = new Set(buttons.map(wordOf));
  const needed = buttons.filter((button) => button.needed).map(wordOf);
  if (needed.every((button) => given.includes(button)) && given.every((button) => allowed.has(button)))
    return [];
  return [createIssue('J520', { template: name, takes: [...allowed], needed, given }, at(place, 'buttons'))];
}

function wordOf({ index, kind }: { readonly index: number; readonly kind: string }): string {
  return `${index} ${kind}`;
}

function isSame(needed: readonly string[] | number, given: readonly string[] | number): boolean {
  if (countOf(needed) !== countOf(given)) return false;
  if (countOf(needed) === 0) return true;
  if (typeof needed === 'number' || typeof given === 'number') return needed === given;
  return needed.every((parameter) => given.includes(parameter));
}

function countOf(parameters: readonly string[] | number): number {
  return typeof parameters === 'number' ? parameters : parameters.length;
}

function checkCategory(
  { category, copies }: MessageUse,
  info: TemplateInfo,
  { trigger, place }: { readonly trigger: Trigger; readonly place: Place },
): readonly Issue[] {
  const { name: template, category: approved } = info;
  const issues: Issue[] = [];
  if (category !== undefined && category.toUpperCase() !== approved) {
    issues.push(createIssue('J516', { template, category, approved }, at(place, 'category')));
  }
  if (approved === 'AUTHENTICATION' && ('campaign' in trigger || 'schedule' in trigger)) {
    issues.push(createIssue('J517', { template }, at(place, 'template')));
  }
  // Only utility templates are worth a possible second copy (DESIGN 7.2).
  if (copies > 1 && approved !== 'UTILITY') {
    issues.push(createIssue('J518', { template, approved }, at(place, 'repeatUnresolved')));
  }
  return issues;
}

function at({ path }: Place, field: string): Place {
  return { path: [...path, field] };
}
