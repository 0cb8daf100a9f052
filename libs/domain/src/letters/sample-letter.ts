import type { Language } from '../request/content.js';
import type { DecidingEvent } from '../request/facts.js';
import { composeLetter, type Letter } from '../request/letter.js';
import type { ClockSettings } from '../time/clock-settings.js';
import { addDays, type Day } from '../time/working-days.js';
import type { LetterTemplate } from './letter-template.js';

/** A case that never was: who writes the words of letters sees none that is. */
interface Invented {
  place: string;
  reasons: string;
  conditions: string[];
  signature: string;
}
const INVENTED: Record<Language, Invented> = {
  en: {
    place: 'Exampleland',
    reasons:
      'The country team has shown who will carry the work on.\n\nThis is an invented case; it shows how the letter reads.',
    conditions: ['A named source of funds for the second year', 'A work plan within the first weeks'],
    signature: 'Name of the approver',
  },
  fr: {
    place: 'Exemplie',
    reasons:
      'L’équipe de pays a montré qui poursuivra le travail.\n\nCe cas est inventé ; il montre comment se lit la lettre.',
    conditions: ['Une source de financement désignée pour la deuxième année', 'Un plan de travail dès l’arrivée'],
    signature: 'Nom de la personne qui décide',
  },
  es: {
    place: 'Ejemplia',
    reasons:
      'El equipo en el país ha mostrado quién continuará el trabajo.\n\nEste caso es inventado; muestra cómo se lee la carta.',
    conditions: ['Una fuente de fondos para el segundo año', 'Un plan de trabajo desde la llegada'],
    signature: 'Nombre de quien decide',
  },
};

/** A letter from a template about an invented case; `again`: one for which reconsideration was asked for before. */
export function sampleLetter(
  { kind, language, version, blocks }: LetterTemplate,
  { date, clocks, again = false }: { date: Day; clocks: ClockSettings; again?: boolean },
): Letter {
  const { place, reasons, conditions, signature } = INVENTED[language];
  const conditional: readonly DecidingEvent[] = ['APPROVE', 'OFFER_REGIONAL_OPTION'];
  return composeLetter(
    { ref: 'HRA-0000-000', version: 1, reconsiderations: again ? 1 : 0, summary: { language, durationMonths: 24 } },
    {
      action: kind,
      template: { version, blocks },
      reasons,
      conditions: conditional.includes(kind) ? conditions : [],
      codes: kind === 'APPROVE' ? [] : ['SUSTAINABILITY_NOT_SHOWN', 'RESOURCES_NOT_AVAILABLE'],
      modality: kind === 'OFFER_REGIONAL_OPTION' ? 'regional' : 'inCountry',
      until: kind === 'DEFER' ? addDays(date, 180) : null,
      signature,
      date,
      places: [place],
      clocks,
    },
  );
}
