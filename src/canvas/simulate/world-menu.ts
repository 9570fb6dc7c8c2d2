// What stands in the menu of rarer things that the world can do. Pure.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { CheckAnswer } from '../../journey/check-answer.ts';
import type { SimulatedAction } from '../../simulator/play-actions.ts';
import type { PossibleAction } from '../../simulator/possible-actions.ts';

export interface RareAction {
  readonly id: 'refuse' | 'hold' | 'lose' | 'inbound' | 'other-event' | 'respond' | 'exit';
  readonly text: LocalizedText;
}

interface Around {
  /** Nothing has happened yet: what is prepared meets the first message, which is posted on entering. */
  readonly isFirst: boolean;
  readonly asksSystems: boolean;
}

export function menuOf(
  possible: readonly PossibleAction[],
  { isFirst, asksSystems }: Around,
): readonly RareAction[] {
  const kinds = new Set<string>(possible.map(({ kind }) => kind));
  if (asksSystems) kinds.add('respond');
  const words = isFirst ? { ...texts, ...firstTexts } : texts;
  return order.flatMap((id) => (kinds.has(id) ? [{ id, text: words[id] }] : []));
}

/** True of answers that wait for whom they are meant. */
export function isPrepared(action: SimulatedAction): boolean {
  return 'refuse' in action || 'hold' in action || 'lose' in action || 'respond' in action;
}

/**
 * What other systems can answer here: the outcomes of steps that ask one, and of throttles that may be full.
 *
 * @param isOwn a project brings the type
 */
export function systemOutcomes(
  check: CheckAnswer | undefined,
  isOwn: (type: string) => boolean,
): readonly string[] {
  const words = Object.values(check?.nodes ?? {}).flatMap(({ type, channel, terminal, outcomes }) => {
    if (type === 'throttle') return ['full'];
    const asks = type === 'http.request' || (isOwn(type) && channel === null && !terminal);
    return asks ? outcomes.filter((word) => word !== 'exhausted') : [];
  });
  return [...new Set(words)];
}

const order = ['inbound', 'other-event', 'refuse', 'hold', 'lose', 'respond', 'exit'] as const;

const texts: { readonly [id in RareAction['id']]: LocalizedText } = {
  inbound: { en: 'The person writes…', ko: '고객이 메시지를 보냄…' },
  'other-event': { en: 'Another event…', ko: '다른 이벤트…' },
  refuse: { en: 'The next message is refused at once…', ko: '다음 메시지 즉시 거절…' },
  hold: { en: 'The next message is held for its quality', ko: '다음 메시지를 품질 때문에 보류' },
  lose: { en: 'No answer to the next message', ko: '다음 메시지에 응답 없음' },
  respond: { en: 'Another system answers…', ko: '다른 시스템의 응답…' },
  exit: { en: 'An operator ends the run…', ko: '운영자가 여정 종료…' },
};

const firstTexts = {
  refuse: { en: 'The first message is refused at once…', ko: '첫 메시지 즉시 거절…' },
  hold: { en: 'The first message is held for its quality', ko: '첫 메시지를 품질 때문에 보류' },
  lose: { en: 'No answer to the first message', ko: '첫 메시지에 응답 없음' },
};
