// How much a person may have of attributes, whoever sets them: the API or a journey. Pure.

/** Of JSON in UTF-8, over all attributes of one person. */
export const maxAttributesBytes = 64 * 1024;

export function areAttributesTooLarge(attributes: { readonly [name: string]: unknown }): boolean {
  return new TextEncoder().encode(JSON.stringify(attributes)).length > maxAttributesBytes;
}
