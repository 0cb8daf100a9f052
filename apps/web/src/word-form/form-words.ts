import type { Language } from '#domain';

/** A text of the form in the languages in which it is given out. */
export type InThree = Record<Language, string>;
const three = (en: string, fr: string, es: string): InThree => ({ en, fr, es });

/** The headings of the form, by the number before the point of their fields. */
export const PARTS: Record<number, InThree> = {
  0: three('The request', 'La demande', 'La solicitud'),
  1: three('Country context', 'Contexte du pays', 'Contexto del país'),
  2: three('Ownership', 'Appropriation', 'Apropiación'),
  3: three('Enabling national environment', 'Environnement national favorable', 'Entorno nacional favorable'),
  4: three(
    'Strategic programming opportunities',
    'Possibilités stratégiques de programmation',
    'Oportunidades estratégicas de programación',
  ),
  5: three('Sustainability', 'Durabilité', 'Sostenibilidad'),
  6: three(
    'Commitment of the RC and UNCT',
    'Engagement du Coordonnateur et de l’équipe de pays',
    'Compromiso del Coordinador y del Equipo de País',
  ),
  7: three('Terms of reference', 'Cahier des charges', 'Términos de referencia'),
  8: three('Cost, funding and hosting', 'Coûts, financement et accueil', 'Costos, financiación y acogida'),
  9: three('Documents and endorsements', 'Documents et appuis', 'Documentos y respaldos'),
  10: three('Your own scores', 'Vos propres notes', 'Sus propias puntuaciones'),
};

/** The criteria, as their own scores are asked for. */
export const CRITERIA_WORDS: Record<string, InThree> = {
  ownership: PARTS[2]!,
  enablingEnvironment: PARTS[3]!,
  strategicOpportunities: PARTS[4]!,
  sustainability: PARTS[5]!,
  commitment: PARTS[6]!,
};

/** What is asked about the request as a whole. What else it says of itself is chosen on its page, and not written. */
export const DETAIL_WORDS = {
  title: three('Title of the request', 'Titre de la demande', 'Título de la solicitud'),
  dutyStation: three(
    'Where would the adviser be posted?',
    'Où le conseiller serait-il affecté ?',
    '¿Dónde estaría destinado el asesor?',
  ),
  requestedStart: three(
    'When should the adviser start?',
    'Quand le conseiller devrait-il commencer ?',
    '¿Cuándo debería empezar el asesor?',
  ),
  durationMonths: three('For how many months?', 'Pour combien de mois ?', '¿Por cuántos meses?'),
  urgentReason: three(
    'If it is urgent: why can it not wait for the next round?',
    'En cas d’urgence : pourquoi ne peut-on pas attendre le prochain cycle ?',
    'Si es urgente: ¿por qué no puede esperar a la próxima convocatoria?',
  ),
} as const;

/** The columns of the own scores. */
export const SCORE_WORDS = {
  score: three('Score, 0 to 4', 'Note, de 0 à 4', 'Puntuación, de 0 a 4'),
  reason: three('Why', 'Pourquoi', 'Por qué'),
} as const;

export const FORM_TITLE = three(
  'Form of a request for a Human Rights Adviser',
  'Formulaire de demande d’un conseiller aux droits de l’homme',
  'Formulario de solicitud de un asesor de derechos humanos',
);

/** The front page: how the form is filled in. */
export const HOW_TO: InThree[] = [
  three(
    'Write each answer in the box under its question, in any program that opens Word documents. A box grows with what is written into it.',
    'Écrivez chaque réponse dans la case sous sa question, avec tout logiciel qui ouvre les documents Word. La case s’agrandit avec le texte.',
    'Escriba cada respuesta en la casilla debajo de su pregunta, con cualquier programa que abra documentos de Word. La casilla crece con el texto.',
  ),
  three(
    'Leave the numbers at the left of the questions as they are: by them your answers are found again.',
    'Laissez les numéros à gauche des questions tels quels : c’est par eux que vos réponses sont retrouvées.',
    'Deje los números a la izquierda de las preguntas como están: por ellos se encuentran de nuevo sus respuestas.',
  ),
  three(
    'In tables write one entry in each row, and add rows as you need them. Amounts are in US dollars.',
    'Dans les tableaux, écrivez une entrée par ligne et ajoutez des lignes au besoin. Les montants sont en dollars des États-Unis.',
    'En las tablas escriba una entrada en cada fila y añada las filas que necesite. Los importes son en dólares de los Estados Unidos.',
  ),
  three(
    'Pictures and comments are not taken over. Add documents to the request on its page.',
    'Les images et les commentaires ne sont pas repris. Ajoutez les documents à la demande sur sa page.',
    'Las imágenes y los comentarios no se recogen. Añada los documentos a la solicitud en su página.',
  ),
  three(
    'Save it as a Word document (DOCX) without macros and without a password, and choose it on the page where you took it. You see what was understood before anything is kept.',
    'Enregistrez-le comme document Word (DOCX), sans macros ni mot de passe, et choisissez-le sur la page où vous l’avez pris. Vous voyez ce qui a été compris avant que rien ne soit conservé.',
    'Guárdelo como documento de Word (DOCX), sin macros ni contraseña, y elíjalo en la página de donde lo tomó. Verá lo que se ha entendido antes de que se conserve nada.',
  ),
  three(
    'Keep the file as you would keep the request itself. The two answers about risk are read by your office and OHCHR only.',
    'Gardez ce fichier comme la demande elle-même. Les deux réponses sur les risques ne sont lues que par votre bureau et le HCDH.',
    'Guarde el archivo como la propia solicitud. Las dos respuestas sobre riesgos solo las leen su oficina y el ACNUDH.',
  ),
];

export const MADE_FROM = three(
  'Do not change this line: it says which request and which text the form was made from.',
  'Ne modifiez pas cette ligne : elle dit de quelle demande et de quel texte vient le formulaire.',
  'No cambie esta línea: dice de qué solicitud y de qué texto procede el formulario.',
);

/** Words around numbers and choices. */
export const HINT_WORDS = {
  words: three('Up to # words.', 'Jusqu’à # mots.', 'Hasta # palabras.'),
  lines: three('One on each line.', 'Une entrée par ligne.', 'Una por línea.'),
  choices: three('Choices', 'Choix', 'Opciones'),
  restricted: three(
    'Seen by your office and OHCHR only.',
    'Lu par votre bureau et le HCDH seulement.',
    'Solo lo ven su oficina y el ACNUDH.',
  ),
  day: three('For example, 1 April 2027.', 'Par exemple, 1 avril 2027.', 'Por ejemplo, 1 de abril de 2027.'),
  optional: three('Optional.', 'Facultatif.', 'Opcional.'),
} as const;
