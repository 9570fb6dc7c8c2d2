// A phone number for lists that are read over shoulders: its country and its end, by which it can be told from others.
// Pure.

const shownAtEnd = 4;

/** `+82 ••• 5678` of E.164. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)} ••• ${phone.slice(-shownAtEnd)}`;
}
