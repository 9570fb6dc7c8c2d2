// What may be logged or stored of an error: messages of drivers and parsers can quote what a person wrote, names
// and codes can't.

/** The error's name, with its code where it has one. */
export function toFailureName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}
