// Who is simulated; a click changes it.

import { Suspense, useState } from 'react';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { later } from '../ui/later.tsx';
import { CoverageChip } from './coverage-chip.tsx';
import styles from './person-head.module.css';
import type { Session } from './session.ts';

const PersonDialog = later(() => import('./person-dialog.tsx').then((all) => all.PersonDialog));

const texts = {
  change: { en: 'Change…', ko: '바꾸기…' },
  changeWho: { en: 'Change who is simulated, and with what', ko: '시뮬레이션할 고객과 데이터 바꾸기' },
};

export function PersonHead({ session }: { readonly session: Session }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { person } = session.setup;
  const { firstName } = person.attributes;
  const name = typeof firstName === 'string' ? firstName : person.id;
  const facts = [person.phone, person.locale, person.timeZone].filter((fact) => fact !== undefined);
  return (
    <header className={styles['head']}>
      <span className={styles['face']} aria-hidden="true">
        {[...name][0]}
      </span>
      <div className={styles['who']}>
        <h2 className={styles['name']}>{name}</h2>
        <p className={styles['facts']}>{facts.join(' · ')}</p>
        <CoverageChip />
      </div>
      <Button aria-label={t(texts.changeWho)} onPress={() => setOpen(true)}>
        {t(texts.change)}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <PersonDialog setup={session.setup} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </header>
  );
}
