export function ListView() {
  return null;
}
