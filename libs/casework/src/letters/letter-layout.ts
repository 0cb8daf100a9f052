import { longDate, type Language, type Letter } from '#domain';

const REGION: Record<Language, string> = { en: 'gb', fr: 'fr', es: 'es' };

/** The words of the form around a letter; what it says stands in the letter itself. */
interface Form {
  date: string;
  reference: string;
  page: string;
  footer: string;
  signatory: string;
}
const FORM: Record<Language, Form> = {
  en: {
    date: 'Date',
    reference: 'Reference',
    page: 'Page',
    footer: 'Decision on a request for a Human Rights Adviser',
    signatory: 'For the Office of the High Commissioner for Human Rights',
  },
  fr: {
    date: 'Date',
    reference: 'Référence',
    page: 'Page',
    footer: 'Décision sur une demande de Conseiller aux droits de l’homme',
    signatory: 'Pour le Haut-Commissariat aux droits de l’homme',
  },
  es: {
    date: 'Fecha',
    reference: 'Referencia',
    page: 'Página',
    footer: 'Decisión sobre una solicitud de Asesor de Derechos Humanos',
    signatory: 'Por la Oficina del Alto Comisionado para los Derechos Humanos',
  },
};

/** In whose name a letter is signed: the line under the signature. */
export const letterSignatory = (language: Language): string => FORM[language].signatory;

/** A letter with the form around it: what both documents print. */
export function letterLayout(letter: Letter) {
  const { date, reference, page, footer, signatory } = FORM[letter.language];
  const [year, month, day] = letter.date.split('-').map(Number);
  return {
    ...letter,
    sender: 'Human Rights Advisers',
    region: REGION[letter.language],
    day: { year, month, day },
    date: longDate(letter.date, letter.language),
    labels: { date, reference, page },
    footer,
    signatory,
  };
}
export type LetterLayout = ReturnType<typeof letterLayout>;
