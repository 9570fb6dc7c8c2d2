// Is this Node new enough?

import type { Check } from '../../cli/doctor/check.ts';

const least = [20, 19] as const;

export function checkNode(version: string): readonly Check[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = major > least[0] || (major === least[0] && minor >= least[1]);
  const found = { en: `Node ${version}`, ko: `Node ${version}` };
  if (isEnough) return [{ id: 'node', status: 'ok', found }];
  const todo = {
    en: `Install Node ${least.join('.')} or newer.`,
    ko: `Node ${least.join('.')} 이상을 설치하세요.`,
  };
  return [{ id: 'node', status: 'fail', found, todo }];
}
