// Puts a rehearsed person's clock forward: to what is due next, or by a while.

import { FastForward } from 'lucide-react';
import { useState } from 'react';
import type { RunAnswer } from '../../client/client.ts';
import { findDuration } from '../../journey/duration.ts';
import { client } from '../api/client.ts';
import { toErrorWords } from '../api/error-words.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { say } from '../ui/toast.tsx';
import type { Clock } from './clock.ts';
import styles from './skip-ahead.module.css';

const texts = {
  group: { en: 'Skip ahead', ko: '시간 건너뛰기' },
  clock: { en: 'Their clock', ko: '고객의 시계' },
  next: { en: 'To what is next', ko: '다음 일까지' },
  hour: { en: '1 h', ko: '1시간' },
  day: { en: '1 day', ko: '1일' },
  other: { en: 'Other…', ko: '직접…' },
  how: { en: 'How far', ko: '건너뛸 시간' },
  form: { en: 'Such as 30m, 2h, P3D or P1DT12H.', ko: '예: 30m, 2h, P3D, P1DT12H' },
  wrong: { en: 'This is no duration.', ko: '기간 형식이 아닙니다.' },
  cancel: { en: 'Cancel', ko: '취소' },
  go: { en: 'Skip', ko: '건너뛰기' },
};

export function SkipAhead({ run, clock }: { readonly run: RunAnswer; readonly clock: Clock }) {
  const t = useText();
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const skip = async (duration?: string) => {
    setBusy(true);
    try {
      await client.skip(run.id, duration);
    } catch (error) {
      say({ text: toErrorWords(error).text, tone: 'problem' });
    } finally {
      setBusy(false);
    }
  };
  const now = new Date(Date.now() + run.clockOffsetMs).toISOString();
  return (
    <fieldset className={styles['skip']} aria-label={t(texts.group)}>
      <p className={styles['clock']}>
        <FastForward size={14} aria-hidden="true" />
        {t(texts.clock)}: {clock.day(now)} {clock.short(now, Date.parse(now))}
      </p>
      <div className={styles['buttons']}>
        <Button isDisabled={isBusy} onPress={() => skip()}>
          {t(texts.next)}
        </Button>
        <Button isDisabled={isBusy} onPress={() => skip('1h')}>
          {t(texts.hour)}
        </Button>
        <Button isDisabled={isBusy} onPress={() => skip('P1D')}>
          {t(texts.day)}
        </Button>
        <Button isDisabled={isBusy} onPress={() => setAsking(true)}>
          {t(texts.other)}
        </Button>
      </div>
      {isAsking && (
        <HowFar
          onClose={() => setAsking(false)}
          onChoose={(duration) => {
            setAsking(false);
            void skip(duration);
          }}
        />
      )}
    </fieldset>
  );
}

interface HowFarProps {
  readonly onClose: () => void;
  readonly onChoose: (duration: string) => void;
}

function HowFar({ onClose, onChoose }: HowFarProps) {
  const t = useText();
  const [duration, setDuration] = useState('P3D');
  const isDuration = findDuration(duration.trim()) !== undefined;
  return (
    <Dialog
      title={t(texts.group)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t(texts.cancel)}</Button>
          <Button look="primary" isDisabled={!isDuration} onPress={() => onChoose(duration.trim())}>
            {t(texts.go)}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isDuration) onChoose(duration.trim());
        }}
      >
        <TextField
          label={t(texts.how)}
          help={t(texts.form)}
          error={isDuration ? undefined : t(texts.wrong)}
          value={duration}
          onChange={setDuration}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
