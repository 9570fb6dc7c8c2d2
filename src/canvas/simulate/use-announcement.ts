// What has just happened, for those who hear it: the entries of the story that were not there before.

import { useRef } from 'react';
import { useTimeline } from './use-timeline.ts';

/** More would not be listened to. */
const most = 6;

export function useAnnouncement(): string {
  const timeline = useTimeline();
  const told = useRef<{ readonly timeline: typeof timeline; readonly text: string }>({
    timeline: [],
    text: '',
  });
  if (told.current.timeline !== timeline) {
    const before = new Set(told.current.timeline.map(({ id, title }) => `${id} ${title}`));
    const fresh = timeline.filter(({ id, title }) => !before.has(`${id} ${title}`)).slice(-most);
    const text = fresh.map(({ title, details }) => [title, ...details].join(', ')).join('. ');
    told.current = { timeline, text };
  }
  return told.current.text;
}
