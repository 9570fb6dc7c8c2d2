// What a WhatsApp message says, from its header to its buttons.

import {
  Contact,
  FileText,
  Image,
  List,
  MapPin,
  Mic,
  Package,
  Phone,
  Reply,
  Smile,
  SquareArrowOutUpRight,
  Video,
} from 'lucide-react';
import type { ShownWhatsApp } from '../../simulator/shown-message.ts';
import type { ShownButton, ShownHeader } from '../../simulator/shown-template.ts';
import { useText } from '../text/use-text.ts';
import styles from './bubble.module.css';
import { FormattedText } from './formatted-text.tsx';

const texts = {
  unknown: {
    en: 'Its words are not known here: Meta fills the values into them.',
    ko: '템플릿 문구는 여기서 알 수 없습니다. Meta가 값을 넣어 보냅니다.',
  },
};

export function WhatsAppBody({ message }: { readonly message: ShownWhatsApp }) {
  const t = useText();
  const { template, header, body, footer } = message;
  const isUnknown = template !== null && !template.isComplete;
  return (
    <>
      {header !== null && <Header header={header} />}
      {isUnknown && (
        <>
          <p className={styles['title']}>{`${template.name} · ${template.language}`}</p>
          <dl className={styles['values']}>
            {template.parameters.map(({ name, value }) => (
              <div key={name}>
                <dt>{`{{${name}}}`}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className={styles['footer']}>{t(texts.unknown)}</p>
        </>
      )}
      {body !== null && (
        <p className={styles['text']}>
          <FormattedText text={body} />
        </p>
      )}
      {body === null && header === null && template === null && <Parts message={message} />}
      {footer !== null && <p className={styles['footer']}>{footer}</p>}
    </>
  );
}

const files = { image: Image, video: Video, document: FileText, location: MapPin, product: Package } as const;

function Header({ header: { kind, text } }: { readonly header: ShownHeader }) {
  if (kind === 'text') return <p className={styles['title']}>{text}</p>;
  const Sign = isFile(kind) ? files[kind] : FileText;
  return (
    <figure className={styles['medium']} data-kind={kind}>
      <Sign size={24} aria-hidden="true" />
      <figcaption className={styles['file']}>{text === '' ? kind : text}</figcaption>
    </figure>
  );
}

function isFile(kind: string): kind is keyof typeof files {
  return Object.hasOwn(files, kind);
}

const kinds = { audio: Mic, sticker: Smile, contacts: Contact, location: MapPin } as const;

/** What has no place of its own, in lines. */
function Parts({ message: { kind, parts } }: { readonly message: ShownWhatsApp }) {
  const Sign = Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : FileText;
  return (
    <figure className={styles['medium']} data-kind={kind}>
      <Sign size={24} aria-hidden="true" />
      <figcaption className={styles['file']}>
        {parts.map(({ label, text }) => (
          <div key={`${label} ${text}`}>{text}</div>
        ))}
      </figcaption>
    </figure>
  );
}

interface ButtonsProps {
  readonly buttons: readonly ShownButton[];
  readonly onTap?: (button: ShownButton) => void;
}

const signs = {
  url: SquareArrowOutUpRight,
  phone_number: Phone,
  voice_call: Phone,
  list: List,
  reply: Reply,
  row: Reply,
} as const;

/** Buttons stand below each other; only what answers can be tapped. */
export function WhatsAppButtons({ buttons, onTap }: ButtonsProps) {
  if (buttons.length === 0) return null;
  return (
    <ul className={styles['buttons']}>
      {buttons.map((button, index) => {
        // Two buttons may say the same.
        const key = `${index} ${button.text}`;
        return (
          <li key={key} className={styles['button']} data-kind={button.kind}>
            <TapButton button={button} {...(onTap === undefined ? {} : { onTap })} />
          </li>
        );
      })}
    </ul>
  );
}

function TapButton({ button, onTap }: Omit<ButtonsProps, 'buttons'> & { readonly button: ShownButton }) {
  const { kind, text, url } = button;
  const Sign = Object.hasOwn(signs, kind) ? signs[kind as keyof typeof signs] : undefined;
  const content = (
    <>
      {Sign !== undefined && <Sign size={14} aria-hidden="true" />}
      {text}
    </>
  );
  if (onTap === undefined || (kind !== 'reply' && kind !== 'row' && kind !== 'url'))
    return <span title={url ?? undefined}>{content}</span>;
  return (
    <button type="button" title={url ?? undefined} onClick={() => onTap(button)}>
      {content}
    </button>
  );
}
