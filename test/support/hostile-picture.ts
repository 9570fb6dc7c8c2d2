// A picture whose words try to be more than words: markup, quotes, keywords, control characters.

import type { Picture } from '../../src/journey/exchange/picture.ts';

export const hostilePicture: Picture = {
  title: '"]; --> </title><script>alert(1)</script>\n---\u0000',
  boxes: [
    { id: '$entry', kind: 'entry', title: 'end', detail: '"] --> n_x["' },
    {
      id: 'end',
      kind: 'message',
      title: '봄 "세일" `{{ x }}` **bold**',
      detail: '<img src=x onerror=alert(1)> & \u0007',
    },
    {
      id: 'graph',
      kind: 'step',
      title: '#quot; #34; ;;; %% comment',
      detail: '</text></svg><svg onload="x">',
    },
    { id: 'class-a', kind: 'end', title: '\\ | } ) ] >', detail: 'click n_end call alert()' },
  ],
  arrows: [
    { from: '$entry', to: 'end', outcomes: [], meaning: 'plain' },
    { from: 'end', to: 'graph', outcomes: ['delivered', '*', '"|', '</text>'], meaning: 'reached' },
    { from: 'graph', to: 'end', outcomes: ['limit.user'], meaning: 'fell' },
    { from: 'graph', to: 'class-a', outcomes: ['a', 'b'], meaning: 'failed' },
    { from: 'graph', to: 'graph', outcomes: ['again'], meaning: 'plain' },
  ],
};
