/** What a form carries beside what was written into it. */
const CARRIED = new Set(['marks', 'once', 'revision', 'shown', 'step', 'questionId', 'next', 'lost files']);
const SENTENCE = /\S\s+\S/;

/** A name of a field as a person reads it: `sections.ownership.whoAskedFirst` is "Who asked first". */
function inWords(name: string): string {
  const last = name.split('.').findLast((part) => !/^\d+$/.test(part)) ?? name;
  const words = last.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The texts of a form that could not be taken, so that its page can give them back: sentences, not single words. */
export function writtenIn(body: unknown): { label: string; text: string }[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [];
  return Object.entries(body)
    .filter(([name]) => !CARRIED.has(name))
    .map(([name, value]) => ({ label: inWords(name), text: [value].flat().join('\n') }))
    .filter(({ text }) => SENTENCE.test(text));
}
