import { REQUEST_TYPES, TRACKS, type Language, type RequestContent } from '#domain';
import { handoverWordsIn } from '../deployment/handover-words.js';
import type { InThree } from './form-words.js';

const three = (en: string, fr: string, es: string): InThree => ({ en, fr, es });

const TYPE_WORDS: Record<keyof typeof REQUEST_TYPES, InThree> = {
  initial: three(REQUEST_TYPES.initial, 'Première demande', 'Primera solicitud'),
  extension: three(REQUEST_TYPES.extension, 'Prolongation', 'Prórroga'),
  succession: three(REQUEST_TYPES.succession, 'Succession', 'Sucesión'),
  regional: three(REQUEST_TYPES.regional, 'Régionale', 'Regional'),
};
const TRACK_WORDS: Record<keyof typeof TRACKS, InThree> = {
  ordinary: three(TRACKS.ordinary, 'Ordinaire', 'Ordinaria'),
  urgent: three(TRACKS.urgent, 'Urgente', 'Urgente'),
};
const LANGUAGE_WORDS: InThree = three('English', 'Français', 'Español');
const LABELS = {
  type: three('What is asked for', 'Ce qui est demandé', 'Lo que se pide'),
  modality: three('Form of support', 'Forme d’appui', 'Forma de apoyo'),
  countries: three('Countries', 'Pays', 'Países'),
  track: three('Track', 'Voie', 'Vía'),
  language: three('Language', 'Langue', 'Idioma'),
};
/** Where what stands here only to be read is changed. */
const CHANGED_ELSEWHERE = three(
  'These five are not read from this file. Change them under “Details” of the request.',
  'Ces cinq points ne sont pas lus dans ce fichier. Modifiez-les sous « Details » de la demande.',
  'Estos cinco puntos no se leen de este archivo. Cámbielos en «Details» de la solicitud.',
);

/** What is chosen of a request and not written, to be read at the head of its form; and where it is changed. */
export function headLines(content: RequestContent, countries: string, language: Language): string[] {
  const { type, modality, track } = content;
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  const line = (key: keyof typeof LABELS, said: string): string[] =>
    said ? [`${LABELS[key][language]}${colon}${said}`] : [];
  return [
    ...line('type', type ? TYPE_WORDS[type][language] : ''),
    ...line('modality', modality ? handoverWordsIn(language).modalities[modality] : ''),
    ...line('countries', countries),
    ...line('track', track ? TRACK_WORDS[track][language] : ''),
    ...line('language', LANGUAGE_WORDS[content.language ?? 'en']),
    CHANGED_ELSEWHERE[language],
  ];
}
