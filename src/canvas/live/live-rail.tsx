// The tools of live mode: the runs, a new run, a pause for reading, the phones.

import { List, Pause, Play, Smartphone } from 'lucide-react';
import { type ReactElement, useEffect } from 'react';
import { Toolbar } from 'react-aria-components';
import { useSession } from '../state/session.ts';
import { useText } from '../text/use-text.ts';
import { Button, type ButtonProps } from '../ui/button.tsx';
import { Tip } from '../ui/tip.tsx';
import styles from './live-rail.module.css';
import { beginLive, closeRun, pauseLive, useLive } from './state.ts';

const texts = {
  tools: { en: 'Live tools', ko: '실시간 도구' },
  runs: { en: 'All runs', ko: '모든 실행' },
  start: { en: 'Start a run', ko: '실행 시작' },
  phones: { en: 'Phones', ko: '휴대전화' },
  pause: { en: 'Keep the numbers as they are', ko: '숫자를 그대로 두기' },
};

export function LiveRail({ journey }: { readonly journey: string }) {
  const t = useText();
  // The panel comes later than these: what is pressed meanwhile is not forgotten.
  useEffect(() => beginLive(journey), [journey]);
  const hasPhones = useSession(({ session }) => session?.phonesUrl != null);
  const isPhoneOpen = useLive(({ phone }) => phone !== undefined);
  const isPaused = useLive((state) => state.isPaused);
  return (
    <nav className={styles['rail']} aria-label={t(texts.tools)}>
      <Toolbar orientation="vertical" aria-label={t(texts.tools)} className={styles['tools'] ?? ''}>
        <Tool
          name={t(texts.runs)}
          icon={<List size={16} aria-hidden="true" />}
          onPress={() => closeRun(journey)}
        />
        <Tool
          name={t(texts.start)}
          icon={<Play size={16} aria-hidden="true" />}
          onPress={() => useLive.setState({ isStarting: true })}
        />
        <Tool
          name={t(texts.pause)}
          state={{ 'aria-pressed': isPaused }}
          icon={<Pause size={16} aria-hidden="true" />}
          onPress={() => pauseLive(!isPaused)}
        />
        {hasPhones && (
          <Tool
            name={t(texts.phones)}
            state={{ 'aria-expanded': isPhoneOpen }}
            icon={<Smartphone size={16} aria-hidden="true" />}
            onPress={() => useLive.setState({ phone: isPhoneOpen ? undefined : '' })}
          />
        )}
      </Toolbar>
    </nav>
  );
}

interface ToolProps {
  readonly name: string;
  readonly icon: ReactElement;
  readonly onPress: () => void;
  /** Of tools that open and close something, or stay pressed. */
  readonly state?: Pick<ButtonProps, 'aria-expanded' | 'aria-pressed'>;
}

function Tool({ name, icon, onPress, state }: ToolProps) {
  return (
    <Tip text={name}>
      <Button look="icon" aria-label={name} onPress={onPress} {...state}>
        {icon}
      </Button>
    </Tip>
  );
}
