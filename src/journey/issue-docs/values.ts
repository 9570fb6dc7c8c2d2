// Why values are refused that have the right form, with examples.

import type { ValueFacts } from '../issues/values.ts';
import type { IssueDocs } from './issue-doc.ts';

export const valueDocs: IssueDocs<ValueFacts> = {
  J211: {
    why: {
      en: 'People come in one way. For two ways, publish two journeys that run the same one.',
      ko: '사람은 한 가지 방법으로 들어옵니다. 두 방법이 필요하면 같은 여정을 실행하는 여정을 둘 게시하세요.',
    },
    shown: {
      bad: '"entry": { "on": { "event": "cart.abandoned", "api": true } }',
      good: '"entry": { "on": { "event": "cart.abandoned" } }',
    },
  },
  J212: {
    why: {
      en: 'Days and quiet hours follow the clock of a zone; without a known one nobody can say when that is.',
      ko: '날짜와 방해 금지 시간은 시간대의 시계를 따릅니다. 시간대를 모르면 언제인지 정할 수 없습니다.',
    },
    shown: {
      bad: '"entry": { "on": { "schedule": { "at": "09:00", "timeZone": "Asia/Soul" } } }',
      good: '"entry": { "on": { "schedule": { "at": "09:00", "timeZone": "Asia/Seoul" } } }',
    },
  },
  J213: {
    why: {
      en: 'Days of the week and a day of the month together leave open whether both or either has to fit.',
      ko: '요일과 날짜를 함께 쓰면 둘 다 맞아야 하는지 하나만 맞으면 되는지 알 수 없습니다.',
    },
    shown: {
      bad: '"entry": { "on": { "schedule": { "at": "09:00", "weekdays": ["monday"], "dayOfMonth": 1 } } }',
      good: '"entry": { "on": { "schedule": { "at": "09:00", "dayOfMonth": 1 } } }',
    },
  },
  J214: {
    why: {
      en: 'A schedule that ends before it begins never starts anybody.',
      ko: '시작하기 전에 끝나는 일정은 아무도 시작시키지 않습니다.',
    },
    shown: {
      bad: '"entry": { "on": { "schedule": { "at": "09:00", "from": "2027-03-01", "until": "2027-02-01" } } }',
      good: '"entry": { "on": { "schedule": { "at": "09:00", "from": "2027-02-01", "until": "2027-03-01" } } }',
    },
  },
  J215: {
    why: {
      en: 'A day that no calendar has never comes.',
      ko: '달력에 없는 날은 오지 않습니다.',
    },
    shown: {
      bad: '"entry": { "on": { "schedule": { "at": "09:00", "until": "2027-02-30" } } }',
      good: '"entry": { "on": { "schedule": { "at": "09:00", "until": "2027-02-28" } } }',
    },
  },
  J216: {
    why: {
      en: 'The second one has no effect: most likely another one was meant.',
      ko: '두 번째 것은 효과가 없습니다. 아마 다른 것을 쓰려던 것입니다.',
    },
    shown: {
      bad: '"entry": { "on": { "inbound": { "keywords": ["쿠폰", "coupon", "Coupon"] } } }',
      good: '"entry": { "on": { "inbound": { "keywords": ["쿠폰", "coupon"] } } }',
    },
  },
  J217: {
    why: {
      en: 'Everybody has to get an arm: weights that miss 100 hide a slip in one of them.',
      ko: '모든 사람이 어느 한쪽에 속해야 합니다. 합이 100이 아니면 어딘가 잘못 쓴 것입니다.',
    },
    shown: {
      bad: '"nodes": { "a": { "type": "split", "with": { "arms": [{ "name": "coupon", "weight": 50 }, { "name": "plain", "weight": 40 }] }, "next": "end" } }',
      good: '"nodes": { "a": { "type": "split", "with": { "arms": [{ "name": "coupon", "weight": 60 }, { "name": "plain", "weight": 40 }] }, "next": "end" } }',
    },
  },
  J218: {
    why: {
      en: 'Nothing can be awaited into the past. "Two days before" has a field of its own in delay.',
      ko: '과거로 기다릴 수는 없습니다. "이틀 전"은 delay의 별도 필드로 씁니다.',
    },
    shown: {
      bad: '"nodes": { "a": { "type": "delay", "with": { "for": "-1h" }, "next": "end" } }',
      good: '"nodes": { "a": { "type": "delay", "with": { "for": "1h" }, "next": "end" } }',
    },
  },
  J219: {
    why: {
      en: 'A wait of no length is over before anything can happen: it hides a unit that was forgotten.',
      ko: '길이가 0인 대기는 아무 일도 일어나기 전에 끝납니다. 대개 값을 빠뜨린 것입니다.',
    },
    shown: {
      bad: '"nodes": { "a": { "type": "delay", "with": { "for": "0h" }, "next": "end" } }',
      good: '"nodes": { "a": { "type": "delay", "with": { "for": "6h" }, "next": "end" } }',
    },
  },
  J220: {
    why: {
      en: 'A run lives two years at most, then it is ended: this wait would never be over.',
      ko: '여정은 길어야 2년 진행되고 끝납니다. 이 대기는 끝나지 않습니다.',
    },
    shown: {
      bad: '"nodes": { "a": { "type": "delay", "with": { "for": "1000d" }, "next": "end" } }',
      good: '"nodes": { "a": { "type": "delay", "with": { "for": "100d" }, "next": "end" } }',
    },
  },
  J222: {
    why: {
      en: 'Campaigns and schedules need audiences, which are not there yet. The journey can be written, checked and simulated now.',
      ko: '캠페인과 일정에는 아직 없는 대상 고객 기능이 필요합니다. 작성, 검사, 시뮬레이션은 지금도 할 수 있습니다.',
    },
    shown: {
      bad: '"entry": { "on": { "campaign": true } }',
      good: '"entry": { "on": { "api": true } }',
    },
  },
  J223: {
    why: {
      en: 'Runs that are under way hear a message of their person by this event. Starting one by it has an entry of its own, which says whether any message counts, or which words, and what about strangers.',
      ko: '진행 중인 여정은 이 이벤트로 고객의 메시지를 듣습니다. 메시지로 여정을 시작하는 방법은 따로 있고, 모든 메시지인지 어떤 단어인지, 모르는 사람도 되는지를 함께 정합니다.',
    },
    shown: {
      bad: '"entry": { "on": { "event": "whatsapp.inbound" } }',
      good: '"entry": { "on": { "inbound": "any" } }',
    },
  },
};
