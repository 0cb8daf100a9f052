import type { Language } from '#domain';
import { inPlainDigits } from '../shell/exchange.js';

const MONTHS: Record<Language, readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A day as it is written: `1 April 2027`, `1 de abril de 2027`. What is no day stays as it is. */
export function writtenDay(value: unknown, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typeof value === 'string' ? value : '') ?? [];
  const name = MONTHS[language][Number(month) - 1];
  if (!year || !name) return typeof value === 'string' ? value : '';
  return [Number(day), name, year].join(language === 'es' ? ' de ' : ' ');
}

const monthIn = (name: string): number => {
  for (const months of Object.values(MONTHS)) {
    const found = months.findIndex((m) => plain(m) === name || (name.length >= 3 && plain(m).startsWith(name)));
    if (found >= 0) return found + 1;
  }
  return 0;
};

/** Reads a day as people write it in three languages, the day before the month; a text that is none stays as it is. */
export function dayInWords(typed: string): string {
  const text = plain(inPlainDigits(typed)).replace(/[.,]/g, ' ').trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const named = /^(\d{1,2})(?:er|st|nd|rd|th|º)?\s+(?:de\s+)?([a-z]+)\s+(?:del?\s+)?(\d{4})$/.exec(text);
  const slashes = /^(\d{1,2})[/\s-](\d{1,2})[/\s-](\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? iso.slice(1)
    : named
      ? [named[3], String(monthIn(named[2]!)), named[1]]
      : slashes
        ? [slashes[3], slashes[2], slashes[1]]
        : [];
  return year && month !== '0' ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : typed;
}
