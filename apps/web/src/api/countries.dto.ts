import { COUNTRY_DATES } from '#domain';
import { Choice, MaybeText, Text } from './shapes.js';

/** A day of a country that matters for planning. */
export class CountryDateShape {
  @Choice(Object.keys(COUNTRY_DATES), 'What kind of day it is') kind: string;
  @Text(200, 'What it is') title: string;
  @Text(10, 'The day, or the first day, as 2027-01-01') from: string;
  @MaybeText(10, 'The last day; left out for a single day') until?: string;
  @Text(500, 'Where it was read') source: string;
}
