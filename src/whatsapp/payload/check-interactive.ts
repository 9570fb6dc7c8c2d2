// Checks interactive messages: what can be tapped, its ids and its words (F§1.3). Pure.

import type {
  AnyHeader,
  ListSection,
  ReplyButton,
  WhatsAppInteractive,
} from '../../messaging/whatsapp-interactive.ts';
import { checkMedia } from './check-media.ts';
import { checkSections, checkTitle } from './check-products.ts';
import { limits } from './limits.ts';
import { contentChecks as check, type Problems } from './problem.ts';

const limit = limits.interactive;

export function checkInteractive(interactive: WhatsAppInteractive): Problems {
  const { body, footer } = interactive;
  const header = 'header' in interactive ? interactive.header : undefined;
  return [
    ...(header === undefined ? [] : checkHeader(header)),
    ...check.optional('body', body?.text, limit.body),
    ...check.optional('footer', footer?.text, limit.footer),
    ...checkAction(interactive),
  ];
}

function checkHeader(header: AnyHeader): Problems {
  switch (header.type) {
    case 'text':
      return check.text('header', header.text, limit.header);
    case 'image':
      return checkMedia('header.image', header.image, check);
    case 'video':
      return checkMedia('header.video', header.video, check);
    case 'document':
      return checkMedia('header.document', header.document, check);
  }
}

/** Ids of Meta's things, references and tokens: F names no limit, so this is the longest of ours. */
const idLimit = limit.buttonId;

function checkAction(interactive: WhatsAppInteractive): Problems {
  switch (interactive.type) {
    case 'button':
      return checkButtons(interactive.action.buttons);
    case 'list':
      return [
        ...check.text('list.button', interactive.action.button, limit.buttonTitle),
        ...checkRows(interactive.action.sections),
      ];
    case 'cta_url': {
      const { display_text, url } = interactive.action.parameters;
      return [...check.text('link.title', display_text, limit.linkTitle), ...check.link('link.url', url)];
    }
    case 'flow': {
      const { parameters } = interactive.action;
      return [
        ...check.text('flow', 'flow_id' in parameters ? parameters.flow_id : parameters.flow_name, idLimit),
        ...check.text('flow.title', parameters.flow_cta, limit.flowTitle),
        ...check.optional('flow.token', parameters.flow_token, idLimit),
      ];
    }
    case 'address_message':
      return check.holds('address.country', /^[A-Z]{2}$/.test(interactive.action.parameters.country));
    case 'voice_call':
      return check.text('call.title', interactive.action.parameters.display_text, limit.buttonTitle);
    case 'product': {
      const { catalog_id, product_retailer_id } = interactive.action;
      return [
        ...check.text('catalog', catalog_id, idLimit),
        ...check.text('product', product_retailer_id, idLimit),
      ];
    }
    case 'product_list':
      return [
        ...check.text('catalog', interactive.action.catalog_id, idLimit),
        // Without a header Meta refuses the list.
        ...check.text('header', interactive.header?.text ?? '', limit.header),
        ...checkSections('products', interactive.action.sections, check),
      ];
    case 'catalog_message': {
      const { parameters } = interactive.action;
      return check.text('catalog.thumbnail', parameters.thumbnail_product_retailer_id, idLimit);
    }
    case 'order_details':
    case 'order_status':
      return check.text('order.reference', interactive.action.parameters.reference_id, idLimit);
    case 'location_request_message':
    case 'request_contact_info':
    case 'call_permission_request':
      return [];
  }
}

function checkButtons(buttons: readonly ReplyButton[]): Problems {
  const replies = buttons.map(({ reply }) => reply);
  return [
    ...check.count('buttons', replies.length, { min: 1, max: limit.buttons }),
    ...replies.flatMap(({ id, title }, index) => [
      ...check.text(`buttons[${index}].id`, id, limit.buttonId),
      ...check.text(`buttons[${index}].title`, title, limit.buttonTitle),
    ]),
    ...check.unique(
      replies.map(({ id }) => id),
      (index) => `buttons[${index}].id`,
    ),
    ...check.unique(
      replies.map(({ title }) => title),
      (index) => `buttons[${index}].title`,
    ),
  ];
}

function checkRows(sections: readonly ListSection[]): Problems {
  const placed = sections.flatMap(({ rows }, section) =>
    rows.map((row, index) => ({ row, place: `list.sections[${section}].rows[${index}]` })),
  );
  return [
    ...check.count('list.sections', sections.length, { min: 1, max: limit.sections }),
    ...check.count('list.rows', placed.length, { min: 1, max: limit.rows }),
    ...sections.flatMap(({ title }, index) =>
      checkTitle(`list.sections[${index}].title`, { title, isNeeded: sections.length > 1 }, check),
    ),
    ...placed.flatMap(({ row, place }) => [
      ...check.text(`${place}.id`, row.id, limit.rowId),
      ...check.text(`${place}.title`, row.title, limit.rowTitle),
      ...check.optional(`${place}.description`, row.description, limit.rowDescription),
    ]),
    ...check.unique(
      placed.map(({ row }) => row.id),
      (index) => `${placed[index]?.place}.id`,
    ),
  ];
}
