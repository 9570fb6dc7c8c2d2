// Why somebody gets nothing, in words behind the key that `--json` has too: `consent: there is no consent`.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { Language } from '../../journey/issue-prose.ts';
import { policyWords } from '../../simulator/policy-words.ts';

const entryWords: { readonly [reason: string]: LocalizedText } = {
  'entry condition': { en: "the entry's condition says no", ko: '진입 조건이 맞지 않음' },
  'entry expression': {
    en: "an expression of the entry fails on this data: is the event's data given with --event?",
    ko: '진입 식이 이 데이터에서 실패함: --event로 이벤트 데이터를 주었나요?',
  },
};

/** @param key a reason to refuse entry, or a policy or an outcome with the provider's code */
export function describeExcluded(key: string, language: Language): string {
  const [policy = ''] = key.split(' ');
  const said = (entryWords[key] ?? policyWords(policy, undefined, String))[language];
  return said === policy ? key : `${key}: ${said}`;
}
