// What an action needs besides the click: a text, a code, a time, an event with its data, an outcome.

import { useEffect, useState } from 'react';
import type { LocalizedText } from '../../journey/catalogue.ts';
import { findDuration } from '../../journey/duration.ts';
import type { SimulatedAction } from '../../simulator/play-actions.ts';
import { durationWords } from '../model/duration-text.ts';
import { outcomeWords } from '../model/outcome-words.ts';
import { useJourney } from '../state/editor.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { ask } from '../worker/ask.ts';
import { CodeList } from './code-list.tsx';
import { readObject } from './setup-form.ts';
import { act, useSimulation } from './state.ts';

export type Wanted =
  | { readonly kind: 'reply' | 'inbound' | 'advance' | 'refuse' | 'exit' }
  /** @property name empty where it is still to be said */
  | { readonly kind: 'event'; readonly name: string }
  | { readonly kind: 'respond'; readonly outcomes: readonly string[] };

interface Props {
  readonly wanted: Wanted;
  readonly onClose: () => void;
}

export function AskDialog({ wanted, onClose }: Props) {
  const t = useText();
  const run = (action: SimulatedAction) => {
    act(action);
    onClose();
  };
  const title = t(titles[wanted.kind]);
  switch (wanted.kind) {
    case 'refuse':
      return (
        <Dialog title={title} isOpen onClose={onClose}>
          <CodeList onChoose={(code) => run({ refuse: code })} />
        </Dialog>
      );
    case 'event':
      return <EventDialog title={title} name={wanted.name} onRun={run} onClose={onClose} />;
    case 'respond':
      return <RespondDialog title={title} outcomes={wanted.outcomes} onRun={run} onClose={onClose} />;
    default:
      return <WordDialog title={title} kind={wanted.kind} onRun={run} onClose={onClose} />;
  }
}

interface Asking {
  readonly title: string;
  readonly onRun: (action: SimulatedAction) => void;
  readonly onClose: () => void;
}

type Word = 'reply' | 'inbound' | 'advance' | 'exit';

const toAction: { readonly [kind in Word]: (word: string) => SimulatedAction } = {
  reply: (reply) => ({ reply }),
  inbound: (inbound) => ({ inbound }),
  advance: (advance) => ({ advance }),
  exit: (exit) => ({ exit }),
};

/** Words that are offered at first. */
const first: { readonly [kind in Word]: string } = {
  reply: '',
  inbound: '',
  advance: '1h',
  exit: 'cancelled',
};
const times = ['10m', '1h', '12h', 'P1D', 'P7D'];

function WordDialog({ title, kind, onRun, onClose }: Asking & { readonly kind: Word }) {
  const t = useText();
  const language = useLanguage();
  const [word, setWord] = useState(first[kind]);
  const isFit = kind === 'advance' ? findDuration(word.trim()) !== undefined : word.trim() !== '';
  const run = () => {
    if (isFit) onRun(toAction[kind](word.trim()));
  };
  return (
    <Form title={title} onClose={onClose} onRun={run} isFit={isFit}>
      <TextField
        label={t(labels[kind])}
        value={word}
        onChange={setWord}
        autoFocus
        {...(kind === 'advance' ? { help: t(texts.durations), isCode: true } : {})}
        {...(isFit || word === '' || kind !== 'advance' ? {} : { error: t(texts.noDuration) })}
      />
      {kind === 'advance' && (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          {times.map((time) => (
            <Button key={time} onPress={() => onRun({ advance: time })}>
              {durationWords(time, language)}
            </Button>
          ))}
        </div>
      )}
    </Form>
  );
}

function EventDialog({ title, name: known, onRun, onClose }: Asking & { readonly name: string }) {
  const t = useText();
  const [name, setName] = useState(known);
  const [text, setText] = useInventedData(known);
  const data = readObject(text);
  const isFit = name.trim() !== '' && data !== undefined;
  const run = () => {
    if (isFit) onRun({ event: name.trim(), ...(Object.keys(data).length === 0 ? {} : { data }) });
  };
  return (
    <Form title={title} onClose={onClose} onRun={run} isFit={isFit}>
      <TextField label={t(texts.event)} value={name} onChange={setName} isCode autoFocus={known === ''} />
      <TextField
        label={t(texts.data)}
        help={t(texts.dataHelp)}
        value={text}
        onChange={setText}
        lines={8}
        isCode
        autoFocus={known !== ''}
        {...(data === undefined ? { error: t(texts.object) } : {})}
      />
    </Form>
  );
}

/** What the journey asks of the event, until something is written. */
function useInventedData(name: string) {
  const journey = useJourney();
  const entered = useSimulation(({ session }) => session?.setup.event);
  const [text, setText] = useState('{}');
  useEffect(() => {
    if (journey === undefined || name === '') return;
    ask('inventEvent', { journey, name, entered: entered ?? {} }).then(
      (data) => setText((before) => (before === '{}' ? JSON.stringify(data, undefined, 2) : before)),
      // Then it is written by hand.
      () => {},
    );
  }, [journey, name, entered]);
  return [text, setText] as const;
}

function RespondDialog({
  title,
  outcomes,
  onRun,
  onClose,
}: Asking & { readonly outcomes: readonly string[] }) {
  const t = useText();
  const [outcome, setOutcome] = useState(outcomes[0] ?? '');
  return (
    <Form title={title} onClose={onClose} onRun={() => onRun({ respond: outcome })} isFit={outcome !== ''}>
      <Select
        label={t(texts.outcome)}
        help={t(texts.respondHelp)}
        choices={outcomes.map((id) => ({ id, label: t(outcomeWords(id)) }))}
        value={outcome}
        onChange={setOutcome}
      />
    </Form>
  );
}

interface FormProps {
  readonly title: string;
  readonly isFit: boolean;
  readonly onRun: () => void;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

/** Enter in a line of text is the main button. */
function Form({ title, isFit, onRun, onClose, children }: FormProps) {
  const t = useText();
  const id = 'simulate-ask';
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t(texts.cancel)}</Button>
          <Button look="primary" type="submit" form={id} isDisabled={!isFit}>
            {t(texts.run)}
          </Button>
        </>
      }
    >
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault();
          onRun();
        }}
        style={{ display: 'flex', flexDirection: 'column', gap: 12 }}
      >
        {children}
      </form>
    </Dialog>
  );
}

const titles: { readonly [kind in Wanted['kind']]: LocalizedText } = {
  reply: { en: 'The person answers', ko: '고객의 답장' },
  inbound: { en: 'The person writes', ko: '고객이 보낸 메시지' },
  advance: { en: 'Time passes', ko: '시간 지나기' },
  refuse: { en: 'Why the message is refused', ko: '메시지가 거절되는 이유' },
  exit: { en: 'An operator ends the run', ko: '운영자가 여정 종료' },
  event: { en: 'An event happens', ko: '이벤트 발생' },
  respond: { en: 'Another system answers', ko: '다른 시스템의 응답' },
};

const labels: { readonly [kind in Word]: LocalizedText } = {
  reply: { en: 'What they answer', ko: '답장 내용' },
  inbound: { en: 'What they write', ko: '메시지 내용' },
  advance: { en: 'How long', ko: '얼마나' },
  exit: { en: 'The run’s outcome', ko: '여정의 결과' },
};

const texts = {
  run: { en: 'Let it happen', ko: '실행' },
  cancel: { en: 'Cancel', ko: '취소' },
  durations: { en: '30m, 2h, P1D (a day), P7D', ko: '30m, 2h, P1D(하루), P7D' },
  noDuration: { en: 'Write a duration such as 30m, 2h or P1D.', ko: '30m, 2h, P1D처럼 기간을 적으세요.' },
  event: { en: 'Event', ko: '이벤트' },
  data: { en: 'Data', ko: '데이터' },
  dataHelp: {
    en: 'At first what the journey asks of this event.',
    ko: '처음에는 여정이 이 이벤트에서 읽는 값이 들어 있습니다.',
  },
  object: { en: 'Write a JSON object.', ko: 'JSON 객체로 적으세요.' },
  outcome: { en: 'Outcome', ko: '결과' },
  respondHelp: {
    en: 'It waits for the next step that asks another system.',
    ko: '다른 시스템에 묻는 다음 단계에서 쓰입니다.',
  },
};
