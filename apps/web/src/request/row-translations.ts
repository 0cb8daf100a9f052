import type { Language } from '#domain';
import type { Cell, RowShape } from './rows.js';

/** The words of rows as the questions above them are asked: in the language of the request. */
const WORDS: Record<string, Record<Exclude<Language, 'en'>, string>> = {
  Agency: { fr: 'Organisme', es: 'Organismo' },
  'Head of agency': { fr: 'Chef de l’organisme', es: 'Responsable del organismo' },
  Position: { fr: 'Position', es: 'Posición' },
  Endorses: { fr: 'Appuie', es: 'Apoya' },
  Declines: { fr: 'N’appuie pas', es: 'No apoya' },
  'No answer': { fr: 'Sans réponse', es: 'Sin respuesta' },
  'Said by': { fr: 'Dit par', es: 'Dicho por' },
  'The agency itself': { fr: 'L’organisme lui-même', es: 'El propio organismo' },
  'The agency itself, of an earlier text': {
    fr: 'L’organisme lui-même, d’un texte antérieur',
    es: 'El propio organismo, sobre un texto anterior',
  },
  'Asked by link, no answer': { fr: 'Sollicité par lien, sans réponse', es: 'Consultado por enlace, sin respuesta' },
  'Entered by the office': { fr: 'Saisi par le bureau', es: 'Anotado por la oficina' },
  from: { fr: 'à partir du', es: 'desde el' },
  Contribution: { fr: 'Contribution', es: 'Contribución' },
  None: { fr: 'Aucune', es: 'Ninguna' },
  'In cash': { fr: 'En espèces', es: 'En efectivo' },
  'In kind': { fr: 'En nature', es: 'En especie' },
  'Amount or value': { fr: 'Montant ou valeur', es: 'Importe o valor' },
  'What for, or why not': { fr: 'Pour quoi, ou pourquoi non', es: 'Para qué, o por qué no' },
  Mechanism: { fr: 'Mécanisme', es: 'Mecanismo' },
  Year: { fr: 'Année', es: 'Año' },
  Theme: { fr: 'Thème', es: 'Tema' },
  'Position of the State': { fr: 'Position de l’État', es: 'Posición del Estado' },
  'None needed': { fr: 'Sans objet', es: 'No procede' },
  Supported: { fr: 'Acceptée', es: 'Aceptada' },
  Noted: { fr: 'Notée', es: 'Anotada' },
  Recommendation: { fr: 'Recommandation', es: 'Recomendación' },
  'Countries that it concerns': { fr: 'Pays concernés', es: 'Países a los que se refiere' },
  Country: { fr: 'Pays', es: 'País' },
  'Days a year': { fr: 'Jours par an', es: 'Días al año' },
  'What first': { fr: 'Première tâche', es: 'Primera tarea' },
  'Its share of a year': { fr: 'Sa part d’une année', es: 'Su parte de un año' },
  Months: { fr: 'Mois', es: 'Meses' },
  What: { fr: 'Objet', es: 'Concepto' },
  'US dollars': { fr: 'Dollars É.-U.', es: 'Dólares EE. UU.' },
  'Paid by': { fr: 'Payé par', es: 'Pagado por' },
  How: { fr: 'Mode', es: 'Modo' },
  'Costs of each year and who pays': { fr: 'Coûts de chaque année et qui paie', es: 'Costos de cada año y quién paga' },
  'Who pays in all': { fr: 'Qui paie, en tout', es: 'Quién paga, en total' },
  'Cash, US$': { fr: 'Espèces, USD', es: 'Efectivo, USD' },
  'In kind, US$': { fr: 'En nature, USD', es: 'En especie, USD' },
  'Total, US$': { fr: 'Total, USD', es: 'Total, USD' },
  US$: { fr: 'USD', es: 'USD' },
  All: { fr: 'Ensemble', es: 'Todos' },
  Cash: { fr: 'En espèces', es: 'En efectivo' },
  months: { fr: 'mois', es: 'meses' },
};

/** A word of a row in a language; what has no translation, such as the name of a country, stays as it is. */
export const wordIn = (text: string, language: Language): string =>
  language !== 'en' && Object.hasOwn(WORDS, text) ? WORDS[text]![language] : text;

const cellIn = (cell: Cell, language: Language): Cell => ({
  ...cell,
  label: wordIn(cell.label, language),
  lang: language,
  ...(cell.options ? { options: cell.options.map((o) => ({ ...o, text: wordIn(o.text, language) })) } : {}),
});

/** Rows whose fields are named in the language of a request. */
export const shapeIn = (shape: RowShape, language: Language): RowShape =>
  language === 'en' ? shape : { ...shape, cells: shape.cells.map((cell) => cellIn(cell, language)) };
