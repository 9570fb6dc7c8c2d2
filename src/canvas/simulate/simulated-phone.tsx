// The simulated person's phone: what has reached it, what has not, and what they said. A button of a message is tapped
// here as on a phone.

import type { ShownButton } from '../../simulator/shown-template.ts';
import type { SimulationAnswer } from '../../simulator/simulation-answer.ts';
import { Phone } from '../phone/phone.tsx';
import { useText } from '../text/use-text.ts';
import { Newest } from './newest.tsx';
import { toPhoneLines } from './phone-lines.ts';
import { act } from './state.ts';

const texts = {
  phone: { en: 'Phone of the simulated person', ko: '시뮬레이션 고객의 휴대전화' },
  empty: { en: 'No message yet', ko: '아직 받은 메시지 없음' },
};

export function SimulatedPhone({ answer }: { readonly answer: SimulationAnswer }) {
  const t = useText();
  if (!answer.entered) return <Phone label={t(texts.phone)} lines={[]} empty={t(texts.empty)} />;
  const { timeZone, possible } = answer;
  const lines = toPhoneLines(answer, t);
  const tap = ({ id, kind }: ShownButton) => {
    const isTap = possible.some((one) => one.kind === 'tap' && one.id === id);
    if (isTap && id !== null) act({ tap: id });
    else if (kind === 'url' && possible.some((one) => one.kind === 'click')) act({ click: true });
  };
  return (
    <Newest entries={lines}>
      {(shown) => (
        <Phone
          label={t(texts.phone)}
          lines={shown}
          timeZone={timeZone}
          empty={t(texts.empty)}
          onTap={(_line, button) => tap(button)}
        />
      )}
    </Newest>
  );
}
