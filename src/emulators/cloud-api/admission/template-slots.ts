// What a template wants to be filled in, read from its components as the management API has them. Pure.

import type { Template, TemplateButton } from '../platform/template.ts';

export type HeaderKind = 'TEXT' | 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'LOCATION';

export interface ButtonSlot {
  readonly index: number;
  /** As a message names it. */
  readonly kind: string;
  readonly isRequired: boolean;
}

export interface TemplateSlots {
  /** Kind of the header's one parameter; undefined: the header takes none. */
  readonly header: HeaderKind | undefined;
  /** Names, or numbers, of the body's variables in their order. */
  readonly body: readonly string[];
  readonly bodyText: string;
  readonly buttons: readonly ButtonSlot[];
}

/** Undefined when nothing is known of the template's components. */
export function findSlots({ components }: Template): TemplateSlots | undefined {
  if (components === undefined) return undefined;
  const find = (type: string) => components.find((component) => component.type === type);
  const header = find('HEADER');
  const bodyText = find('BODY')?.text ?? '';
  return {
    header: toHeaderKind(header?.format ?? 'TEXT', header?.text ?? ''),
    // An authentication template's text is Meta's own and holds the code alone.
    body: find('BODY')?.['add_security_recommendation'] === undefined ? findVariables(bodyText) : ['1'],
    bodyText,
    buttons: (find('BUTTONS')?.buttons ?? []).map(toButtonSlot),
  };
}

/** Each variable once, in order of appearance: `{{1}}` or `{{first_name}}`. */
export function findVariables(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].flatMap(([, name]) => name ?? []))];
}

function toHeaderKind(format: string, text: string): HeaderKind | undefined {
  switch (format) {
    case 'IMAGE':
    case 'VIDEO':
    case 'DOCUMENT':
    case 'LOCATION':
      return format;
    default:
      return findVariables(text).length > 0 ? 'TEXT' : undefined;
  }
}

function toButtonSlot({ type, url = '' }: TemplateButton, index: number): ButtonSlot {
  switch (type) {
    case 'URL':
      return { index, kind: 'url', isRequired: findVariables(url).length > 0 };
    case 'OTP':
      return { index, kind: 'url', isRequired: true };
    case 'COPY_CODE':
      return { index, kind: 'copy_code', isRequired: true };
    case 'MPM':
      return { index, kind: 'mpm', isRequired: true };
    default:
      return { index, kind: type.toLowerCase(), isRequired: false };
  }
}
