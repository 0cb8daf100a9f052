import { amountIn, type Cents } from '../money/amounts.js';
import type { Language } from '../request/content.js';
import { addDays, addMonths, type Day } from '../time/working-days.js';
import type { RegionalOption } from './option.js';
import { optionTotals } from './option-totals.js';

interface OptionWords {
  station: (city: string, country: string, from: string, until: string, months: number) => string;
  covers: string;
  country: (name: string, days: number) => string;
  cost: (total: string) => string;
  payer: (name: string, amount: string, percent: string) => string;
  /** Between whole dollars in groups of three, and before cents. */
  marks: [group: string, decimal: string];
}

const WORDS: Record<Language, OptionWords> = {
  en: {
    station: (city, country, from, until, months) =>
      `The adviser would be based in ${city}, ${country}, from ${from} to ${until} (${months === 1 ? 'one month' : `${months} months`}).`,
    covers: 'The option covers:',
    country: (name, days) => `${name}: ${days === 1 ? 'one day' : `${days} days`} a month`,
    cost: (total) => `It is estimated to cost ${total}, to be shared as follows:`,
    payer: (name, amount, percent) => `${name}: ${amount} (${percent} %)`,
    marks: [',', '.'],
  },
  fr: {
    station: (city, country, from, until, months) =>
      `Le lieu d’affectation serait ${city} (${country}), du ${from} au ${until} (${months} mois).`,
    covers: 'La formule couvre :',
    country: (name, days) => `${name} : ${days} ${days === 1 ? 'jour' : 'jours'} par mois`,
    cost: (total) => `Son coût est estimé à ${total}, à répartir comme suit :`,
    payer: (name, amount, percent) => `${name} : ${amount} (${percent.replace('.', ',')} %)`,
    marks: ['\u00a0', ','],
  },
  es: {
    station: (city, country, from, until, months) =>
      `El lugar de destino sería ${city} (${country}), del ${from} al ${until} (${months === 1 ? 'un mes' : `${months} meses`}).`,
    covers: 'La opción abarca:',
    country: (name, days) => `${name}: ${days} ${days === 1 ? 'día' : 'días'} al mes`,
    cost: (total) => `Su costo se estima en ${total}, que se repartirían así:`,
    payer: (name, amount, percent) => `${name}: ${amount} (${percent.replace('.', ',')} %)`,
    marks: ['.', ','],
  },
};

function dollars(cents: Cents, [group, decimal]: OptionWords['marks']): string {
  const [whole, rest] = amountIn(cents).split('.');
  return `US$ ${whole!.replace(/\B(?=(?:\d{3})+$)/g, group)}${rest === '00' ? '' : `${decimal}${rest}`}`;
}

/** What a letter says of the option that it offers: where, when, for which countries, at what cost, and who pays. */
export function optionParts(
  option: RegionalOption,
  language: Language,
  nameOf: (country: string) => string,
  written: (day: Day) => string,
): ({ text: string } | { list: string[] })[] {
  const w = WORDS[language];
  const { total, payers } = optionTotals(option);
  const until = addDays(addMonths(option.start, option.months), -1);
  return [
    { text: w.station(option.dutyStation, nameOf(option.host), written(option.start), written(until), option.months) },
    { text: w.covers },
    { list: option.countries.map((c) => w.country(nameOf(c.country), c.daysPerMonth)) },
    { text: w.cost(dollars(total, w.marks)) },
    { list: payers.map((p) => w.payer(p.name, dollars(p.amount, w.marks), p.percent)) },
  ];
}
