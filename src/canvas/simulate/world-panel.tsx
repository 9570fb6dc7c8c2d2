// What the world can do where the run rests: what is said of the message, what the person does, what time does. The
// likely ones are buttons, the others are in a menu; what wants a word more asks for it.

import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { PossibleAction } from '../../simulator/possible-actions.ts';
import { useCatalogue } from '../state/catalogue.ts';
import { useEditor, useJourney } from '../state/editor.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { actionWords } from './action-words.ts';
import { AskDialog, type Wanted } from './ask-dialog.tsx';
import { timeText } from './clock-text.ts';
import { CodeList } from './code-list.tsx';
import type { Played } from './play-as-far.ts';
import { act, useSimulation } from './state.ts';
import { stepName } from './timeline.ts';
import { isPrepared, menuOf, systemOutcomes } from './world-menu.ts';
import styles from './world-panel.module.css';
import { texts } from './world-texts.ts';

export function WorldPanel({ played }: { readonly played: Played }) {
  const t = useText();
  const [wanted, setWanted] = useState<Wanted>();
  const { answer, branch } = played;
  if (!answer.entered || answer.possible.length === 0) return null;
  const { possible, pending } = answer;
  return (
    <section className={styles['world']} aria-label={t(texts.world)} data-tour="world-panel">
      <h3 className={styles['title']}>{t(texts.world)}</h3>
      <AboutMessage possible={possible} />
      <div className={styles['row']}>
        <OfPerson possible={possible} onWant={setWanted} />
        <More possible={possible} isFirst={branch.actions.every(isPrepared)} onWant={setWanted} />
      </div>
      <OfTime answer={answer} onWant={setWanted} />
      <Pending pending={pending} />
      {wanted !== undefined && <AskDialog wanted={wanted} onClose={() => setWanted(undefined)} />}
    </section>
  );
}

interface Offered {
  readonly possible: readonly PossibleAction[];
}

interface Wanting extends Offered {
  readonly onWant: (wanted: Wanted) => void;
}

const evidence = {
  deliver: { deliver: true },
  read: { read: true },
  click: { click: true },
  silence: { silence: true },
} as const;

function AboutMessage({ possible }: Offered) {
  const t = useText();
  const language = useLanguage();
  const journey = useJourney();
  const about = possible.flatMap((one) => {
    const { kind } = one;
    return kind === 'deliver' || kind === 'read' || kind === 'click' || kind === 'fail' || kind === 'silence'
      ? [{ kind, message: one.message }]
      : [];
  });
  const [first] = about;
  if (first === undefined || journey === undefined) return null;
  return (
    <>
      <p className={styles['about']}>
        {texts.about[language](stepName(first.message, { journey, language }))}
      </p>
      <div className={styles['row']}>
        {about.map(({ kind }) =>
          kind === 'fail' ? (
            <FailButton key={kind} />
          ) : (
            <Button key={kind} onPress={() => act(evidence[kind])} data-tour={`${kind}-button`}>
              {t(texts[kind])}
            </Button>
          ),
        )}
      </div>
    </>
  );
}

function FailButton() {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button data-tour="fail-button">{t(texts.fail)}</Button>
      <Popover className={styles['popover'] ?? ''} placement="bottom end">
        <Dialog aria-label={t(texts.fail)} className={styles['dialog'] ?? ''}>
          <CodeList
            onChoose={(code) => {
              setOpen(false);
              act({ fail: code });
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function OfPerson({ possible, onWant }: Wanting) {
  const t = useText();
  const language = useLanguage();
  return possible.map((one) => {
    if (one.kind === 'tap') {
      return (
        <Button key={`tap ${one.id}`} onPress={() => act({ tap: one.id })}>
          {texts.tap[language](one.title ?? one.id)}
        </Button>
      );
    }
    if (one.kind === 'event') {
      return (
        <Button key={`event ${one.name}`} onPress={() => onWant({ kind: 'event', name: one.name })}>
          {one.name}…
        </Button>
      );
    }
    if (one.kind !== 'reply') return null;
    return (
      <Button key="reply" onPress={() => onWant({ kind: 'reply' })}>
        {t(texts.reply)}
      </Button>
    );
  });
}

function OfTime({
  answer,
  onWant,
}: {
  readonly answer: Played['answer'];
  readonly onWant: Wanting['onWant'];
}) {
  const t = useText();
  const language = useLanguage();
  if (!answer.entered) return null;
  const { now, timeZone, possible } = answer;
  const due = possible.find((one) => one.kind === 'next')?.due;
  return (
    <div className={styles['row']}>
      {due !== undefined && (
        <Button onPress={() => act({ next: true })} data-tour="next-button">
          {texts.next[language](timeText(due, { timeZone, language, now }))}
        </Button>
      )}
      <Button onPress={() => onWant({ kind: 'advance' })}>{t(texts.advance)}</Button>
    </div>
  );
}

function More({ possible, isFirst, onWant }: Wanting & { readonly isFirst: boolean }) {
  const t = useText();
  const check = useEditor((state) => state.check);
  const nodeTypes = useCatalogue((state) => state.nodeTypes);
  const outcomes = systemOutcomes(check, (type) => nodeTypes.get(type)?.builtIn === false);
  const choose = (id: string) => {
    if (id === 'hold') act({ hold: true });
    else if (id === 'lose') act({ lose: true });
    else if (id === 'respond') onWant({ kind: 'respond', outcomes });
    else if (id === 'other-event') onWant({ kind: 'event', name: '' });
    else if (id === 'refuse' || id === 'inbound' || id === 'exit') onWant({ kind: id });
  };
  const entries = menuOf(possible, { isFirst, asksSystems: outcomes.length > 0 });
  return (
    <Menu
      label={t(texts.more)}
      entries={entries.map(({ id, text }) => ({ id, label: t(text) }))}
      onChoose={choose}
    />
  );
}

/** Answers that are ready and that nothing has met yet. */
function Pending({ pending }: { readonly pending: readonly Parameters<typeof actionWords>[0][] }) {
  const t = useText();
  const failures = useSimulation((state) => state.failures);
  if (pending.length === 0) return null;
  const words = pending.map((action) => t(actionWords(action, failures)));
  return (
    <p className={styles['pending']}>
      {t(texts.pending)} {words.join(' · ')}
    </p>
  );
}
