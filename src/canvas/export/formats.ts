// The forms in which a journey leaves the canvas.

import type { LocalizedText } from '../../journey/catalogue.ts';
import { allPlaces } from '../flow/drawing.ts';
import type { Theme } from '../look/theme.ts';
import type { Journey } from '../model/journey.ts';
import { toText } from '../model/json-text.ts';
import { useCatalogue } from '../state/catalogue.ts';
import { useEditor } from '../state/editor.ts';
import { writtenText } from '../state/written-text.ts';
import type { Language } from '../text/use-text.ts';
import { ask } from '../worker/ask.ts';
import { drawJourney } from './draw-journey.ts';
import { pictureToSvg, type SvgPicture } from './picture-to-svg.ts';
import { readColours } from './read-colours.ts';
import { svgToPng } from './svg-to-png.ts';

export interface Look {
  readonly theme: Theme;
  readonly language: Language;
}

export interface Format {
  readonly id: 'png' | 'svg' | 'mermaid' | 'xstate' | 'json';
  readonly title: LocalizedText;
  readonly help: LocalizedText;
  /** Of the file. */
  readonly ending: string;
  readonly type: string;
  /** It has the colours of a theme. */
  readonly isPicture?: boolean;
  /** Only a journey without errors has one. */
  readonly isOfSound?: boolean;
  readonly make: (journey: Journey, look: Look) => Promise<Blob>;
}

export const formats: readonly Format[] = [
  {
    id: 'png',
    title: { en: 'PNG', ko: 'PNG' },
    help: { en: 'A picture for chats and slides.', ko: '채팅과 발표 자료에 쓰는 그림입니다.' },
    ending: '.png',
    type: 'image/png',
    isPicture: true,
    make: (journey, look) => svgToPng(drawSvg(journey, look)),
  },
  {
    id: 'svg',
    title: { en: 'SVG', ko: 'SVG' },
    help: { en: 'A picture that stays sharp at every size.', ko: '어떤 크기에서도 선명한 그림입니다.' },
    ending: '.svg',
    type: 'image/svg+xml',
    isPicture: true,
    make: async (journey, look) => new Blob([drawSvg(journey, look).text], { type: 'image/svg+xml' }),
  },
  {
    id: 'mermaid',
    title: { en: 'Mermaid', ko: 'Mermaid' },
    help: {
      en: 'A flowchart as text, for documents and pull requests.',
      ko: '문서와 풀 리퀘스트에 쓰는 글로 된 순서도입니다.',
    },
    ending: '.mmd',
    type: 'text/plain',
    make: async (journey, { language }) => toBlob(await ask('mermaid', { journey, language }), 'text/plain'),
  },
  {
    id: 'xstate',
    title: { en: 'XState', ko: 'XState' },
    help: {
      en: 'A machine for Stately and XState v5. It can be imported again.',
      ko: 'Stately와 XState v5에서 쓰는 상태 기계입니다. 다시 가져올 수 있습니다.',
    },
    ending: '.machine.json',
    type: 'application/json',
    isOfSound: true,
    make: async (journey) => toBlob(await ask('xstate', { journey }), 'application/json'),
  },
  {
    id: 'json',
    title: { en: 'JSON', ko: 'JSON' },
    help: {
      en: 'The journey itself, as the command line and Git have it.',
      ko: '명령줄과 Git에서 쓰는 여정 파일 그대로입니다.',
    },
    ending: '.json',
    type: 'application/json',
    make: async (journey) => toBlob(writtenText(journey) ?? toText(journey), 'application/json'),
  },
];

function drawSvg(journey: Journey, { theme, language }: Look): SvgPicture {
  const { nodeTypes } = useCatalogue.getState();
  const { check } = useEditor.getState();
  return pictureToSvg(
    drawJourney(journey, { places: allPlaces(), check, nodeTypes, language }),
    readColours(theme),
  );
}

function toBlob(text: string, type: string): Blob {
  return new Blob([text], { type });
}
