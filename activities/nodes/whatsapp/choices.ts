// Messages whose answer is one of ours: reply buttons and lists. Their ids are plain words of the author, without
// Liquid, so that a later node can wait for them by name.

import type { TextHeader, WhatsAppInteractive } from '../../../src/messaging/whatsapp-interactive.ts';
import { labelled, z } from '../../../src/node-kit/index.ts';
import { options } from './options.ts';
import { plainWords, toAbove, toBelow, words } from './parts.ts';
import { type Say, sayOptional, shortText, under } from './say.ts';

const idField = (limit: number) =>
  z
    .string()
    .min(1)
    .max(limit)
    .regex(/^\S(?:.*\S)?$/)
    .meta({
      ...labelled(
        { en: 'Id', ko: 'id' },
        { en: 'What comes back when it is tapped.', ko: '눌렀을 때 돌아오는 값입니다.' },
      ),
      examples: ['yes'],
    });

export const buttonsMessage = z.strictObject({
  ...words,
  buttons: z
    .array(
      z.strictObject({ id: idField(256), title: shortText(20).meta(labelled({ en: 'Label', ko: '문구' })) }),
    )
    .min(1)
    .max(3)
    .superRefine((buttons, context) =>
      checkIds(
        buttons.map(({ id }, index) => ({ id, path: [index] })),
        context,
      ),
    )
    .meta(
      labelled(
        { en: 'Buttons', ko: '버튼' },
        { en: 'Up to three buttons that answer.', ko: '답장으로 쓰이는 버튼, 최대 세 개입니다.' },
      ),
    ),
  ...options,
});

const row = z.strictObject({
  id: idField(200),
  title: shortText(24).meta(labelled({ en: 'Label', ko: '문구' })),
  description: shortText(72)
    .optional()
    .meta(labelled({ en: 'Description', ko: '설명' })),
});

export const listMessage = z.strictObject({
  ...plainWords,
  list: z
    .strictObject({
      button: shortText(20).meta(
        labelled({ en: 'Button', ko: '버튼' }, { en: 'Opens the list.', ko: '목록을 엽니다.' }),
      ),
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
    .meta(
      labelled(
        { en: 'List', ko: '목록' },
        { en: 'Up to ten rows to choose from, in sections.', ko: '구역으로 나눈 선택 행, 최대 열 개입니다.' },
      ),
    ),
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
