import { describe, expect, test } from 'vitest';
import { isKeyword } from '../../src/journey/keyword.ts';

describe('a message is a keyword', () => {
  test.each([
    ['as it is written', 'stop', 'stop'],
    ['whatever the case', 'STOP', 'Stop'],
    ['with punctuation and space around it', '  "Stop!!" ', 'stop'],
    ['in full-width letters', 'ＳＴＯＰ', 'stop'],
    ['in Korean', '수신거부!', '수신거부'],
    ['in Korean letters that are not composed', '시작'.normalize('NFD'), '시작'],
    ['with other space inside', '회원\u3000 가입', '회원 가입'],
    ['with an invisible sign', '\u200B시작\uFEFF', '시작'],
    ['of signs alone', '👍🏽', '👍🏽'],
    ['however the emoji is drawn', '❤️', '❤'],
  ])('%s', (_how, text, keyword) => {
    expect(isKeyword(text, ['other', keyword])).toBe(true);
  });

  test.each([
    ['not as a part of more words', 'please stop', 'stop'],
    ['not as a part of a word', 'stopped', 'stop'],
    ['not with another accent', 'resumé', 'resume'],
    ['not when it is empty', '', '!'],
    ['not with another sign', '👎', '👍'],
  ])('%s', (_how, text, keyword) => {
    expect(isKeyword(text, [keyword])).toBe(false);
  });
});
