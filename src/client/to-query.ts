// The query of an address; what is undefined is left out. Pure.

export function toQuery(fields: { readonly [name: string]: string | number | undefined }): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
