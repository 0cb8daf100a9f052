/** The text without what a database keeps of none: the character of code zero and halves of characters. */
export const keepable = (text: string): string => text.replace(/\u0000|\p{Surrogate}/gu, '\ufffd');

/** The same for everything in a form: names and values. */
export function keepableJson(value: unknown): string {
  const json = JSON.stringify(value, (_, v: unknown) =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).map(([key, inner]) => [keepable(key), inner]))
      : typeof v === 'string'
        ? keepable(v)
        : v,
  );
  return json ?? 'null';
}
