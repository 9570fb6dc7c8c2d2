// Names of time zones, as this machine's calendar knows them. Pure apart from that; runs in Node and browsers.

const known = new Map<string, boolean>();

/** True for IANA names and their aliases, such as `Asia/Seoul`; offsets such as `+09:00` are no zones. */
export function isTimeZone(name: string): boolean {
  const answer = known.get(name) ?? isSupported(name);
  if (known.size < 1_000) known.set(name, answer);
  return answer;
}

/** The canonical names, for suggestions. */
export function listTimeZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone');
}

function isSupported(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
