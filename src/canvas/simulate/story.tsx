// The story as a timeline: times, the shape of what each thing means, and the reasons. From anything that was done one
// can go on another way.

import { GitFork } from 'lucide-react';
import { useEditor } from '../state/editor.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Timeline, type TimelineItem } from '../ui/timeline.tsx';
import { Tip } from '../ui/tip.tsx';
import { dayText, timeText } from './clock-text.ts';
import { Newest } from './newest.tsx';
import type { Played } from './play-as-far.ts';
import { fork } from './session.ts';
import { change } from './state.ts';
import type { TimelineEntry } from './timeline.ts';
import { useTimeline } from './use-timeline.ts';

const texts = {
  story: { en: 'Story of the run', ko: '진행 경과' },
  fork: { en: 'Keep this branch and go on from before this', ko: '이 갈래를 두고 이 시점부터 다르게 진행' },
  none: { en: 'Nobody has entered.', ko: '아무도 들어오지 않았습니다.' },
};

export function Story({ answer }: Pick<Played, 'answer'>) {
  const t = useText();
  const language = useLanguage();
  const select = useEditor((state) => state.select);
  const timeline = useTimeline();
  if (!answer.entered) return <p>{t(texts.none)}</p>;
  const clock = { timeZone: answer.timeZone, language };
  const toItem = (entry: TimelineEntry, before: TimelineEntry | undefined): TimelineItem => {
    const { id, at, title, details, meaning = 'plain', step, action } = entry;
    const day = dayText(at, clock);
    const isNewDay = before === undefined || dayText(before.at, clock) !== day;
    return {
      key: id,
      title,
      lines: details,
      meaning,
      time: before?.at === at ? '' : timeText(at, clock),
      ...(isNewDay ? { day } : {}),
      ...(step === undefined ? {} : { onOpen: () => select({ steps: new Set([step]) }) }),
      ...(action === undefined ? {} : { aside: <Fork title={title} at={action} /> }),
    };
  };
  return (
    <Newest entries={timeline}>
      {(shown) => (
        <Timeline
          label={t(texts.story)}
          items={shown.map((entry, index) => toItem(entry, shown[index - 1]))}
        />
      )}
    </Newest>
  );
}

/** Goes on another way from before what was done. */
function Fork({ title, at }: { readonly title: string; readonly at: number }) {
  const t = useText();
  return (
    <Tip text={t(texts.fork)} placement="left">
      <Button look="icon" aria-label={`${t(texts.fork)}: ${title}`} onPress={() => change(fork(at))}>
        <GitFork size={14} aria-hidden="true" />
      </Button>
    </Tip>
  );
}
