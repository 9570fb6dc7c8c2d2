// Starts a run: for whom, with which event, and whether their clock can be put forward. What is started is shown at once.

import { useEffect, useState } from 'react';
import type { StartFields } from '../../client/client.ts';
import { ProblemError } from '../../client/client-errors.ts';
import type { PersonSummary } from '../../client/live-calls.ts';
import { client } from '../api/client.ts';
import { toErrorWords } from '../api/error-words.ts';
import { useSession } from '../state/session.ts';
import type { ShownJourney } from '../state/shown-journey.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { Switch } from '../ui/switch.tsx';
import { ask } from '../worker/ask.ts';
import { parseEvent } from './event-text.ts';
import { PersonPicker } from './person-picker.tsx';
import styles from './start-run.module.css';
import { openRun, useLive } from './state.ts';

const texts = {
  title: { en: 'Start a run', ko: '실행 시작' },
  person: { en: 'Person', ko: '고객' },
  personHint: { en: 'Name, id, or end of phone number', ko: '이름, id, 전화번호 끝자리' },
  event: { en: 'Data of the event (JSON)', ko: '이벤트 데이터 (JSON)' },
  eventHelp: { en: 'What the journey reads as its event.', ko: '여정이 이벤트(event)에서 읽는 값입니다.' },
  wrong: { en: 'This is no JSON object: { "name": value }', ko: 'JSON 객체가 아닙니다: { "이름": 값 }' },
  rehearse: { en: 'With a clock that you can put forward', ko: '앞으로 돌릴 수 있는 시계로' },
  rehearseHelp: {
    en: 'A rehearsal: waits of hours and days pass when you skip them.',
    ko: '리허설입니다. 몇 시간, 며칠의 대기를 건너뛸 수 있습니다.',
  },
  cancel: { en: 'Cancel', ko: '취소' },
  start: { en: 'Start', ko: '시작' },
  open: { en: 'Show that run', ko: '그 실행 보기' },
};

interface Props {
  readonly journey: string;
  readonly version: ShownJourney | undefined;
}

export function StartRun(props: Props) {
  const isStarting = useLive((state) => state.isStarting);
  return isStarting ? <StartDialog {...props} /> : null;
}

function close(): void {
  useLive.setState({ isStarting: false });
}

function StartDialog({ journey, version }: Props) {
  const t = useText();
  const canSkip = useSession(({ session }) => session?.canSkip === true);
  const [person, setPerson] = useState<PersonSummary>();
  const [event, setEvent] = useSampleEvent(version);
  const [rehearse, setRehearse] = useState(false);
  const { start, fault, isBusy } = useStart(journey);
  const data = parseEvent(event);
  const isComplete = person !== undefined && data !== undefined;
  const startNow = () => {
    if (isComplete) void start({ person: person.externalId, event: data, ...(rehearse ? { rehearse } : {}) });
  };
  return (
    <Dialog
      title={t(texts.title)}
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t(texts.cancel)}</Button>
          <Button look="primary" isDisabled={isBusy || !isComplete} onPress={startNow}>
            {t(texts.start)}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <PersonPicker
          label={t(texts.person)}
          placeholder={t(texts.personHint)}
          chosen={person}
          onChoose={setPerson}
          autoFocus
        />
        <TextField
          label={t(texts.event)}
          help={t(texts.eventHelp)}
          error={data === undefined ? t(texts.wrong) : undefined}
          value={event}
          onChange={setEvent}
          lines={6}
          isCode
        />
        {canSkip && (
          <Switch
            label={t(texts.rehearse)}
            help={t(texts.rehearseHelp)}
            isOn={rehearse}
            onChange={setRehearse}
          />
        )}
        {fault !== undefined && <Fault fault={fault} journey={journey} />}
      </div>
    </Dialog>
  );
}

/** Starts it and shows it; or tells why not. */
function useStart(journey: string) {
  const [fault, setFault] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const start = async (fields: StartFields) => {
    setBusy(true);
    try {
      const { run } = await client.start(journey, fields);
      close();
      openRun(journey, run);
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return { start, fault, isBusy };
}

/** Why it did not start; where the person is in a run already, the way to it. */
function Fault({ fault, journey }: { readonly fault: unknown; readonly journey: string }) {
  const t = useText();
  const { text, hint } = toErrorWords(fault);
  const run = fault instanceof ProblemError ? fault.problem['run'] : undefined;
  return (
    <div className={styles['fault']} role="alert">
      <p>{t(text)}</p>
      <p>{t(hint)}</p>
      {typeof run === 'string' && (
        <Button
          onPress={() => {
            close();
            openRun(journey, run);
          }}
        >
          {t(texts.open)}
        </Button>
      )}
    </div>
  );
}

/** An event that the journey lets in, to begin from. */
function useSampleEvent(version: ShownJourney | undefined) {
  const [event, setEvent] = useState('{}');
  const journey = version?.journey;
  useEffect(() => {
    if (journey === undefined) return;
    let isWanted = true;
    ask('invent', { journey }).then(
      (sample) => {
        if (isWanted) setEvent(JSON.stringify(sample.event, null, 2));
      },
      // It can be written by hand.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [journey]);
  return [event, setEvent] as const;
}
