// Takes the journey out: as a picture, a flowchart, a machine or its own text; saved as a file or copied.

import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { type Theme, useTheme } from '../look/theme.ts';
import { useCommand } from '../state/command.ts';
import { useEditor, useJourney } from '../state/editor.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { say } from '../ui/toast.tsx';
import styles from './export-window.module.css';
import { type Format, formats } from './formats.ts';
import { saveFile } from './save-file.ts';

const texts = {
  title: { en: 'Export', ko: '내보내기' },
  format: { en: 'As', ko: '형식' },
  colours: { en: 'Colours', ko: '색' },
  light: { en: 'Light', ko: '밝게' },
  dark: { en: 'Dark', ko: '어둡게' },
  save: { en: 'Download', ko: '파일로 저장' },
  copy: { en: 'Copy', ko: '복사' },
  copied: { en: 'Copied.', ko: '복사했습니다.' },
  failed: {
    en: 'That could not be made. Is the journey too large for a picture? SVG has no limit.',
    ko: '만들지 못했습니다. 그림으로 만들기에 여정이 너무 클 수 있습니다. SVG에는 한도가 없습니다.',
  },
  refused: {
    en: 'The browser does not let us copy. Download it instead.',
    ko: '브라우저에서 복사가 허용되지 않습니다. 파일로 저장하세요.',
  },
  unsound: {
    en: 'A machine can be made once the journey has no errors.',
    ko: '여정에 오류가 없어야 상태 기계를 만들 수 있습니다.',
  },
};

export function ExportWindow() {
  const t = useText();
  const close = useCommand((state) => state.close);
  const [chosen, setChosen] = useState<Format['id']>('png');
  const [theme, setTheme] = useState<Theme>(useTheme.getState().theme);
  const format = formats.find(({ id }) => id === chosen);
  const isSound = useEditor(({ check }) => check?.hash != null);
  const { save, copy } = useExport(format, theme);
  const isRefused = format?.isOfSound === true && !isSound;
  return (
    <Dialog
      title={t(texts.title)}
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={copy} isDisabled={isRefused}>
            {t(texts.copy)}
          </Button>
          <Button look="primary" onPress={save} isDisabled={isRefused}>
            {t(texts.save)}
          </Button>
        </>
      }
    >
      <RadioGroup
        value={chosen}
        onChange={(id) => setChosen(formats.find((one) => one.id === id)?.id ?? 'png')}
        className={styles['formats'] ?? ''}
      >
        <Label className={styles['label'] ?? ''}>{t(texts.format)}</Label>
        {formats.map(({ id, title, help }) => (
          <Radio key={id} value={id} className={styles['format'] ?? ''}>
            <span className={styles['dot']} />
            <b>{t(title)}</b>
            <span className={styles['help']}>{t(help)}</span>
          </Radio>
        ))}
      </RadioGroup>
      {format?.isPicture === true && (
        <RadioGroup
          value={theme}
          onChange={(name) => setTheme(name === 'dark' ? 'dark' : 'light')}
          orientation="horizontal"
          className={styles['colours'] ?? ''}
        >
          <Label className={styles['label'] ?? ''}>{t(texts.colours)}</Label>
          {(['light', 'dark'] as const).map((name) => (
            <Radio key={name} value={name} className={styles['format'] ?? ''}>
              <span className={styles['dot']} />
              {t(texts[name])}
            </Radio>
          ))}
        </RadioGroup>
      )}
      {isRefused && <p className={styles['refused']}>{t(texts.unsound)}</p>}
    </Dialog>
  );
}

function useExport(format: Format | undefined, theme: Theme) {
  const journey = useJourney();
  const language = useLanguage();
  const close = useCommand((state) => state.close);
  const make = () => {
    if (journey === undefined || format === undefined) throw new NothingToExportError('No journey is open.');
    return format.make(journey, { theme, language });
  };
  return {
    save: async () => {
      try {
        saveFile(`${journey?.id}${format?.ending}`, await make());
        close();
      } catch {
        say({ text: texts.failed, tone: 'problem' });
      }
    },
    copy: async () => {
      try {
        await copyOut(make(), format?.type ?? '');
        say({ text: texts.copied });
        close();
      } catch {
        say({ text: texts.refused, tone: 'problem' });
      }
    },
  };
}

class NothingToExportError extends Error {
  readonly code = 'NOTHING_TO_EXPORT';
}

/** Pictures as pictures, everything else as text. */
async function copyOut(made: Promise<Blob>, type: string): Promise<void> {
  if (type === 'image/png') await navigator.clipboard.write([new ClipboardItem({ [type]: made })]);
  else await navigator.clipboard.writeText(await (await made).text());
}
