// Media that are sent by id have to be uploads of the right kind; others are accepted and fail with 131053 later.

import type { CloudMessage } from '../messages/message.ts';
import type { Rule } from '../rules/rule.ts';

type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

interface MediaUse {
  readonly kind: MediaKind;
  readonly id: string | undefined;
}

const TYPES: Readonly<Record<MediaKind, RegExp>> = {
  image: /^image\/(jpeg|png)$/,
  video: /^video\//,
  audio: /^audio\//,
  document: /./,
  sticker: /^image\/webp$/,
};

export const knownMedia: Rule = ({ message, platform }) => {
  for (const { kind, id } of listMedia(message)) {
    if (id === undefined) continue;
    const media = platform.media.find(id);
    if (media === undefined) {
      return { surface: 'webhook', code: 131053, details: `No media was uploaded as ${id}.` };
    }
    if (!TYPES[kind].test(media.mimeType)) {
      return { surface: 'webhook', code: 131053, details: `Unsupported ${kind} type ${media.mimeType}.` };
    }
  }
  return undefined;
};

function listMedia(message: CloudMessage): readonly MediaUse[] {
  switch (message.type) {
    case 'image':
      return [{ kind: 'image', id: message.image.id }];
    case 'video':
      return [{ kind: 'video', id: message.video.id }];
    case 'audio':
      return [{ kind: 'audio', id: message.audio.id }];
    case 'document':
      return [{ kind: 'document', id: message.document.id }];
    case 'sticker':
      return [{ kind: 'sticker', id: message.sticker.id }];
    case 'interactive':
      return 'header' in message.interactive ? toUses(message.interactive.header) : [];
    case 'template':
      return (message.template.components ?? []).flatMap((component) =>
        component.type === 'header' ? component.parameters.flatMap(toUses) : [],
      );
    default:
      return [];
  }
}

/** Of a header, or of a parameter of one. */
function toUses(carrier: Carrier | undefined): readonly MediaUse[] {
  switch (carrier?.type) {
    case 'image':
      return [{ kind: 'image', id: carrier.image.id }];
    case 'video':
      return [{ kind: 'video', id: carrier.video.id }];
    case 'document':
      return [{ kind: 'document', id: carrier.document.id }];
    default:
      return [];
  }
}

interface Source {
  readonly id?: string | undefined;
}
type Carrier =
  | { readonly type: 'image'; readonly image: Source }
  | { readonly type: 'video'; readonly video: Source }
  | { readonly type: 'document'; readonly document: Source }
  | { readonly type: 'text' | 'currency' | 'date_time' | 'product' | 'location' };
