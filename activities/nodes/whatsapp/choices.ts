// Messages whose answer is one of ours: reply buttons and lists. Their ids are plain words of the author, without
// Liquid, so that a later node can wait for them by name.

import type { TextHeader, WhatsAppInteractive } from '../../../src/messaging/whatsapp-interactive.ts';
import { z } from '../../../src/node-kit/index.ts';
import { options } from './options.ts';
import { plainWords, toAbove, toBelow, words } from './parts.ts';
import { type Say, sayOptional, shortText, under } from './say.ts';

const idField = (limit: number) =>
  z
    .string()
    .min(1)
    .max(limit)
    .regex(/^\S(?:.*\S)?$/)
    .meta({ description: 'What comes back when it is tapped.', examples: ['yes'] });

export const buttonsMessage = z.strictObject({
  ...words,
  buttons: z
    .array(z.strictObject({ id: idField(256), title: shortText(20) }))
    .min(1)
    .max(3)
    .superRefine((buttons, context) =>
      checkIds(
        buttons.map(({ id }, index) => ({ id, path: [index] })),
        context,
      ),
    )
    .meta({ description: 'Up to three buttons that answer.' }),
  ...options,
});

const row = z.strictObject({
  id: idField(200),
  title: shortText(24),
  description: shortText(72).optional(),
});

export const listMessage = z.strictObject({
  ...plainWords,
  list: z
    .strictObject({
      button: shortText(20).meta({ format: 'liquid', description: 'Opens the list.' }),
      sections: z
        .array(z.strictObject({ title: shortText(24).optional(), rows: z.array(row).min(1).max(10) }))
        .min(1)
        .max(10)
        .superRefine((sections, context) => {
          const placed = sections.flatMap(({ rows }, section) =>
            rows.map(({ id }, index) => ({ id, path: [section, 'rows', index] })),
          );
          checkIds(placed, context);
          if (placed.length <= rowLimit) return;
          context.addIssue({
            code: 'too_big',
            origin: 'array',
            maximum: rowLimit,
            inclusive: true,
            input: sections,
          });
        }),
    })
    .meta({ description: 'Up to ten rows to choose from, in sections.' }),
  ...options,
});

/** Over all sections (F§1.3). */
const rowLimit = 10;

export function toButtonsMessage(
  { header, text, footer, buttons }: z.infer<typeof buttonsMessage>,
  say: Say,
): WhatsAppInteractive {
  const replies = buttons.map(({ id, title }, index) => ({
    type: 'reply' as const,
    reply: { id, title: say(title, ['buttons', index, 'title']) },
  }));
  return {
    type: 'button',
    ...toAbove(header, say),
    ...toBelow({ text, footer }, say),
    action: { buttons: replies },
  };
}

export function toListMessage(
  { header, text, footer, list }: z.infer<typeof listMessage>,
  say: Say,
): WhatsAppInteractive {
  const sections = list.sections.map(({ title, rows }, section) => {
    const at = ['list', 'sections', section];
    return {
      ...sayOptional(under(say, ...at), 'title', title),
      rows: rows.map((item, index) => ({
        id: item.id,
        title: say(item.title, [...at, 'rows', index, 'title']),
        ...sayOptional(under(say, ...at, 'rows', index), 'description', item.description),
      })),
    };
  });
  return {
    type: 'list',
    ...toTextHeader(header, say),
    ...toBelow({ text, footer }, say),
    action: { button: say(list.button, ['list', 'button']), sections },
  };
}

/** The ids by which the message can be answered. */
export function listChoices(with_: object): readonly string[] {
  if ('buttons' in with_) return (with_ as z.infer<typeof buttonsMessage>).buttons.map(({ id }) => id);
  if (!('list' in with_)) return [];
  const { sections } = (with_ as z.infer<typeof listMessage>).list;
  return sections.flatMap(({ rows }) => rows.map(({ id }) => id));
}

export function toTextHeader(header: string | undefined, say: Say): { header?: TextHeader } {
  return header === undefined ? {} : { header: { type: 'text', text: say(header, ['header']) } };
}

/** An id that stands twice would not tell what was tapped. */
function checkIds(
  items: readonly { readonly id: string; readonly path: (string | number)[] }[],
  context: z.RefinementCtx,
): void {
  const seen = new Set<string>();
  for (const { id, path } of items) {
    if (seen.has(id)) context.addIssue({ code: 'custom', message: 'duplicate', path: [...path, 'id'] });
    seen.add(id);
  }
}
