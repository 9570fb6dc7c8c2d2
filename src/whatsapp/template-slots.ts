// What a template wants to be filled in, read from its components: what checks and canvas compare a message with. Pure.

import type { TemplateComponent } from './templates.ts';

export interface TemplateSlots {
  /** Kind of the header, where there is one that is known. */
  readonly header?: 'text' | 'image' | 'video' | 'document' | 'location';
  readonly headerParameters?: number;
  /** Names of the body's parameters, or how many there are in order; absent where the body isn't known. */
  readonly bodyParameters?: readonly string[] | number;
  /** Buttons that can be given something, in Meta's word for their kind in a message. */
  readonly buttons?: readonly ButtonSlot[];
}

export interface ButtonSlot {
  readonly index: number;
  readonly kind: string;
  /** It must be given something: a link with a variable, a code. */
  readonly needed: boolean;
}

export function findSlots(components: readonly TemplateComponent[], parameterFormat?: string): TemplateSlots {
  const find = (type: string) => components.find((component) => component.type.toUpperCase() === type);
  const body = find('BODY');
  // Without a body Meta has not told us of the parts.
  if (body === undefined) return {};
  const header = find('HEADER');
  const format = header?.format?.toLowerCase() ?? 'text';
  const kind = header === undefined ? undefined : headerKinds.find((known) => known === format);
  const needed = kind === 'text' ? countOf(header?.text) : 1;
  const isNamed = parameterFormat?.toUpperCase() === 'NAMED';
  // An authentication template's text is Meta's own, and takes the code alone.
  const isOwn = body['add_security_recommendation'] === undefined && body.text !== undefined;
  const variables = findVariables(body.text ?? '');
  return {
    ...(kind && { header: kind }),
    ...(header === undefined ? { headerParameters: 0 } : kind && { headerParameters: needed }),
    bodyParameters: isOwn ? (isNamed ? variables : variables.length) : 1,
    buttons: (find('BUTTONS')?.buttons ?? []).flatMap(toSlot),
  };
}

/** Each variable once, in order: `{{1}}` or `{{first_name}}`. */
export function findVariables(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].flatMap(([, name]) => name ?? []))];
}

const headerKinds = ['text', 'image', 'video', 'document', 'location'] as const;

function countOf(text: string | undefined): number {
  return findVariables(text ?? '').length;
}

type Button = NonNullable<TemplateComponent['buttons']>[number];

function toSlot({ type, url = '' }: Button, index: number): readonly ButtonSlot[] {
  switch (type.toUpperCase()) {
    case 'URL':
      return findVariables(url).length > 0 ? [{ index, kind: 'url', needed: true }] : [];
    case 'OTP':
      return [{ index, kind: 'url', needed: true }];
    case 'COPY_CODE':
    case 'MPM':
      return [{ index, kind: type.toLowerCase(), needed: true }];
    case 'QUICK_REPLY':
    case 'FLOW':
    case 'CATALOG':
    case 'VOICE_CALL':
      return [{ index, kind: type.toLowerCase(), needed: false }];
    default:
      return [];
  }
}
