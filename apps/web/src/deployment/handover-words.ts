import {
  EXIT_ITEMS,
  FUNDING_SOURCES,
  MODALITIES,
  REPORTING_PARTS,
  REVIEW_RATINGS,
  SIDES,
  type ExitItem,
  type FundingSource,
  type Language,
  type Modality,
  type ReportingPart,
  type ReviewRating,
  type Side,
} from '#domain';

type PackPartName = 'know' | 'open' | 'plan' | 'reports' | 'findings' | 'thread' | 'contacts' | 'lists';

/** What a handover pack says of its own accord, in a language; reports, progress and criteria are named as reports name them. */
export interface HandoverWords {
  /** What stands between the parts of a list. */
  semicolon: string;
  title: string;
  made: (on: string, by: string) => string;
  about: Record<'post' | 'form' | 'station' | 'countries' | 'term' | 'request' | 'paidBy', string>;
  term: (from: string, to: string) => string;
  paid: (source: string, name: string, amount: string, until: string) => string;
  parts: Record<PackPartName, string>;
  empty: Record<'know' | 'open' | 'plan' | 'reports' | 'findings' | 'contacts', string>;
  plan: { caption: string; head: readonly string[]; by: (text: string, day: string) => string };
  open: {
    line: (text: string) => string;
    measured: (text: string) => string;
    condition: (text: string) => string;
    due: (report: string, day: string) => string;
  };
  thread: { caption: string; head: readonly string[] };
  contacts: { caption: string; head: readonly string[] };
  review: (side: string, rating: string) => string;
  items: Record<ExitItem, string>;
  listed: (item: string, done: boolean) => string;
  modalities: Record<Modality, string>;
  sources: Record<FundingSource, string>;
  reporting: Record<ReportingPart, string>;
  ratings: Record<ReviewRating, string>;
  sides: Record<Side, string>;
}

const items = Object.entries(EXIT_ITEMS).map(([item, { label }]) => [item, label]);

const ENGLISH: HandoverWords = {
  semicolon: '; ',
  title: 'Handover pack',
  made: (on, by) => `Confidential. Made on ${on} for ${by}.`,
  about: {
    post: 'Post',
    form: 'Form of support',
    station: 'Duty station',
    countries: 'Countries covered',
    term: 'Term',
    request: 'Approved by request',
    paidBy: 'Paid by',
  },
  term: (from, to) => `${from} to ${to}`,
  paid: (source, name, amount, until) => `${source}, ${name}: ${amount} to ${until}`,
  parts: {
    know: 'What the next adviser has to know first',
    open: 'Open commitments',
    plan: 'Work plan',
    reports: 'Last reports',
    findings: 'Findings',
    thread: 'Criteria and results',
    contacts: 'Contacts',
    lists: 'Checklists',
  },
  empty: {
    know: 'It is written when the post is handed over.',
    open: 'Nothing is open.',
    plan: 'No work plan was written.',
    reports: 'No report was filed.',
    findings: 'No findings were written.',
    contacts: 'Nobody is named yet.',
  },
  plan: {
    caption: 'The work plan with what was last reported',
    head: ['What', 'Why', 'Standing', 'Last reported'],
    by: (text, day) => `${text} (by ${day})`,
  },
  open: {
    line: (text) => `Work plan: ${text}`,
    measured: (text) => `measured by: ${text}`,
    condition: (text) => `Condition of the approval: ${text}`,
    due: (report, day) => `${report}: due on ${day}`,
  },
  thread: { caption: 'From criterion to result', head: ['Criterion', 'Work', 'Result'] },
  contacts: { caption: 'Who supervises', head: ['Part', 'Name', 'Title', 'Since'] },
  review: (side, rating) => `Mid-term review, ${side}: ${rating.toLowerCase()}`,
  items: Object.fromEntries(items) as HandoverWords['items'],
  listed: (item, done) => `${item}: ${done ? 'done' : 'not done'}`,
  modalities: MODALITIES,
  sources: FUNDING_SOURCES,
  reporting: REPORTING_PARTS,
  ratings: REVIEW_RATINGS,
  sides: SIDES,
};

const FRENCH: HandoverWords = {
  semicolon: '\u00A0; ',
  title: 'Dossier de passation',
  made: (on, by) => `Confidentiel. Établi le ${on} pour ${by}.`,
  about: {
    post: 'Poste',
    form: 'Forme d’appui',
    station: 'Lieu d’affectation',
    countries: 'Pays couverts',
    term: 'Mandat',
    request: 'Approuvé par la demande',
    paidBy: 'Financé par',
  },
  term: (from, to) => `du ${from} au ${to}`,
  paid: (source, name, amount, until) => `${source}, ${name}\u00A0: ${amount} jusqu’au ${until}`,
  parts: {
    know: 'Ce que le prochain conseiller doit savoir d’abord',
    open: 'Engagements en cours',
    plan: 'Plan de travail',
    reports: 'Derniers rapports',
    findings: 'Constats',
    thread: 'Critères et résultats',
    contacts: 'Contacts',
    lists: 'Listes de contrôle',
  },
  empty: {
    know: 'Ce texte est rédigé au moment de la passation.',
    open: 'Aucun engagement n’est en cours.',
    plan: 'Aucun plan de travail n’a été rédigé.',
    reports: 'Aucun rapport n’a été remis.',
    findings: 'Aucun constat n’a été rédigé.',
    contacts: 'Personne n’est encore désigné.',
  },
  plan: {
    caption: 'Le plan de travail et ce qui en a été rapporté en dernier',
    head: ['Quoi', 'Pourquoi', 'Avancement', 'Rapporté en dernier'],
    by: (text, day) => `${text} (au plus tard le ${day})`,
  },
  open: {
    line: (text) => `Plan de travail\u00A0: ${text}`,
    measured: (text) => `mesuré par\u00A0: ${text}`,
    condition: (text) => `Condition de l’approbation\u00A0: ${text}`,
    due: (report, day) => `${report}\u00A0: à remettre le ${day}`,
  },
  thread: { caption: 'Du critère au résultat', head: ['Critère', 'Travaux', 'Résultat'] },
  contacts: { caption: 'Qui encadre', head: ['Rôle', 'Nom', 'Titre', 'Depuis'] },
  review: (side, rating) => `Examen à mi-parcours, ${side}\u00A0: ${rating.toLowerCase()}`,
  items: {
    filesHandedOver: 'Les dossiers et les contacts sont transmis',
    commitmentsListed: 'La liste des engagements en cours envers les partenaires est établie',
    endReportFiled: 'Le rapport de fin d’affectation est remis',
    sensitiveDataSecured: 'Les informations sensibles sont protégées ou effacées',
    successorBriefed: 'La personne qui poursuit le travail est désignée et informée',
    equipmentReturned: 'Le matériel, les badges et les comptes sont restitués',
    appraisalDone: 'L’évaluation de la performance est terminée',
    partnersInformed: 'Le gouvernement et les partenaires sont informés',
  },
  listed: (item, done) => `${item}\u00A0: ${done ? 'fait' : 'pas fait'}`,
  modalities: {
    inCountry: 'Conseiller international dans le pays',
    multiCountry: 'Conseiller pour plusieurs pays',
    national: 'Conseiller ou administrateur national',
    regional: 'Conseiller régional',
    regionalOfficeCover: 'Couverture par un bureau régional du HCDH',
    surge: 'Renfort temporaire',
  },
  sources: {
    fund: 'Fonds d’affectation spéciale pluridonateurs',
    ohchr: 'HCDH, fonds extrabudgétaires',
    unct: 'Équipe de pays des Nations Unies',
    agency: 'Un organisme des Nations Unies',
    donor: 'Un donateur, directement',
    other: 'Une autre source',
  },
  reporting: {
    supervisor: 'Supérieur direct',
    secondReportingOfficer: 'Second notateur',
    regionalGuidance: 'Orientations régionales',
  },
  ratings: { asPlanned: 'Comme prévu', partly: 'En partie', offTrack: 'Loin de ce qui était prévu' },
  sides: { rc: 'Coordonnateur résident', ohchr: 'HCDH' },
};

const SPANISH: HandoverWords = {
  semicolon: '; ',
  title: 'Expediente de traspaso',
  made: (on, by) => `Confidencial. Elaborado el ${on} para ${by}.`,
  about: {
    post: 'Puesto',
    form: 'Forma de apoyo',
    station: 'Lugar de destino',
    countries: 'Países que abarca',
    term: 'Período',
    request: 'Aprobado por la solicitud',
    paidBy: 'Financiado por',
  },
  term: (from, to) => `del ${from} al ${to}`,
  paid: (source, name, amount, until) => `${source}, ${name}: ${amount} hasta el ${until}`,
  parts: {
    know: 'Lo primero que debe saber el próximo asesor',
    open: 'Compromisos pendientes',
    plan: 'Plan de trabajo',
    reports: 'Últimos informes',
    findings: 'Conclusiones',
    thread: 'Criterios y resultados',
    contacts: 'Contactos',
    lists: 'Listas de verificación',
  },
  empty: {
    know: 'Se redacta en el momento del traspaso.',
    open: 'No hay nada pendiente.',
    plan: 'No se redactó ningún plan de trabajo.',
    reports: 'No se presentó ningún informe.',
    findings: 'No se redactaron conclusiones.',
    contacts: 'Todavía no se ha designado a nadie.',
  },
  plan: {
    caption: 'El plan de trabajo y lo último que se informó de él',
    head: ['Qué', 'Por qué', 'Avance', 'Último informe'],
    by: (text, day) => `${text} (a más tardar el ${day})`,
  },
  open: {
    line: (text) => `Plan de trabajo: ${text}`,
    measured: (text) => `se mide por: ${text}`,
    condition: (text) => `Condición de la aprobación: ${text}`,
    due: (report, day) => `${report}: debe presentarse el ${day}`,
  },
  thread: { caption: 'Del criterio al resultado', head: ['Criterio', 'Trabajo', 'Resultado'] },
  contacts: { caption: 'Quién supervisa', head: ['Función', 'Nombre', 'Cargo', 'Desde'] },
  review: (side, rating) => `Examen de mitad de período, ${side}: ${rating.toLowerCase()}`,
  items: {
    filesHandedOver: 'Se han entregado los archivos y los contactos',
    commitmentsListed: 'Está hecha la lista de compromisos pendientes con los asociados',
    endReportFiled: 'Se ha presentado el informe de fin de asignación',
    sensitiveDataSecured: 'La información delicada está protegida o eliminada',
    successorBriefed: 'Se ha designado e informado a quien continúa el trabajo',
    equipmentReturned: 'Se han devuelto el equipo, los pases y las cuentas',
    appraisalDone: 'La evaluación del desempeño ha terminado',
    partnersInformed: 'Se ha informado al gobierno y a los asociados',
  },
  listed: (item, done) => `${item}: ${done ? 'hecho' : 'no hecho'}`,
  modalities: {
    inCountry: 'Asesor internacional en el país',
    multiCountry: 'Asesor para varios países',
    national: 'Asesor u oficial nacional',
    regional: 'Asesor regional',
    regionalOfficeCover: 'Cobertura de una oficina regional del ACNUDH',
    surge: 'Refuerzo temporal',
  },
  sources: {
    fund: 'Fondo fiduciario de donantes múltiples',
    ohchr: 'ACNUDH, fondos extrapresupuestarios',
    unct: 'Equipo de las Naciones Unidas en el país',
    agency: 'Un organismo de las Naciones Unidas',
    donor: 'Un donante, directamente',
    other: 'Otra fuente',
  },
  reporting: {
    supervisor: 'Supervisor directo',
    secondReportingOfficer: 'Segundo evaluador',
    regionalGuidance: 'Orientación regional',
  },
  ratings: { asPlanned: 'Según lo previsto', partly: 'En parte', offTrack: 'Lejos de lo previsto' },
  sides: { rc: 'Coordinador Residente', ohchr: 'ACNUDH' },
};

const WORDS: Record<Language, HandoverWords> = { en: ENGLISH, fr: FRENCH, es: SPANISH };
export const handoverWordsIn = (language: Language): HandoverWords => WORDS[language] ?? ENGLISH;
