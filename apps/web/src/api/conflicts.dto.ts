import { LANGUAGES, REGISTERED_KINDS } from '#domain';
import { Choice, Choices, MaybeText, Text } from './shapes.js';

export class LanguagesShape {
  @Choices(Object.keys(LANGUAGES), 'The languages in which the person works') languages: string[];
}

export class ConflictShape {
  @Text(3, 'The country, by its code of three letters, such as TZA') country: string;
  @Choice(Object.keys(REGISTERED_KINDS), 'What kind of conflict') kind: string;
  @MaybeText(2_000, 'What the conflict is, in a sentence') reason?: string;
  @Text(10, 'From which day, such as 2027-01-15; of service, the last day of it') from: string;
  @MaybeText(10, 'Until which day; without one, service ends after two years, and the others with a day that is set')
  until?: string;
}
