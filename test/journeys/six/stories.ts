import { sampleStory, type SampleId, type Story } from '#casework';
import { CRITERIA, type AdvicePosition, type RequestContent, type ScoreSheet } from '#domain';
import { aContent } from '../../../libs/domain/test/content.js';

type StoryStep = Story['steps'][number];
/** What the reviewers of a request of our own give, in the order of the criteria. */
type Given = Record<string, readonly [number, number, number, number, number]>;
interface Told {
  country: string;
  content: Partial<RequestContent>;
  /** What its first year costs, in US dollars. */
  cost: number;
  coordinator: string;
  desk: string;
  given: Given;
  settled: readonly [number, number, number, number, number];
  advice: readonly [by: string, position: AdvicePosition, text: string, ...conditions: string[]][];
  recommendation: { reasons: string; conditions: string[] };
}

const FROM = '2014-07-01';
const step = (by: string, event: StoryStep['event']): StoryStep => ({ on: FROM, by, event });
const sheetOf = (scores: readonly number[], who: string): ScoreSheet =>
  Object.fromEntries(CRITERIA.map((c, i) => [c, { score: scores[i]!, reason: `${who}: ${c} is worth ${scores[i]}.` }]));

/** A request of our own as the samples are told: by whom each thing is said. */
function storyOf({ country, content, cost, coordinator, desk, given, settled, advice, recommendation }: Told): Story {
  const years = [
    { year: 2014, months: 6, items: [{ label: 'P-4', amountUSD: cost / 2, paidBy: 'Fund', kind: 'cash' as const }] },
    { year: 2015, months: 12, items: [{ label: 'P-4', amountUSD: cost, paidBy: 'Fund', kind: 'cash' as const }] },
  ];
  const all = aContent({ requestedStart: FROM, countries: [country], durationMonths: 18, ...content });
  const costAndHosting = { ...all.sections?.costAndHosting, years };
  return {
    id: country,
    content: { ...all, sections: { ...all.sections, costAndHosting } },
    openedOn: FROM,
    openedBy: coordinator,
    decidedOn: FROM,
    steps: [
      step(coordinator, { type: 'SUBMIT', declaration: true }),
      step(desk, { type: 'ACCEPT' }),
      ...advice.map(([by, position, text, ...conditions]) => step(by, { type: 'ADVISE', position, text, conditions })),
      step(desk, { type: 'APPOINT', reviewers: Object.keys(given) }),
      ...Object.entries(given).map(([by, s]) => step(by, { type: 'SCORE', scores: sheetOf(s, by) })),
      step('chair', {
        type: 'SETTLE',
        settled: Object.fromEntries(CRITERIA.map((c, i) => [c, { score: settled[i]!, reason: null }])),
      }),
      step('chair', {
        type: 'RECOMMEND',
        outcome: 'approve with conditions',
        modality: content.modality ?? 'inCountry',
        ...recommendation,
      }),
    ],
  };
}

/** A request in Spanish: its letter is. */
const ECUADOR: Told = {
  country: 'ECU',
  content: { language: 'es', dutyStation: 'Quito', title: 'Asesoría en derechos humanos para la consulta previa' },
  cost: 120_000,
  coordinator: 'rc-ecu',
  desk: 'do-lac',
  given: {
    'rv-ibanez': [4, 3, 4, 3, 3],
    'rv-gelovani': [3, 3, 4, 3, 2],
    'rv-omeallaigh': [4, 3, 3, 3, 2],
  },
  settled: [4, 3, 4, 3, 2],
  advice: [
    ['ro-panama', 'supports', 'La consulta previa es el tema de la subregión.'],
    ['ro-santiago', 'supports with conditions', 'La oficina acompaña desde Santiago.', 'Un informe conjunto al año'],
    ['rt-lac', 'supports', 'El equipo regional no tiene otra oferta.'],
  ],
  recommendation: {
    reasons: 'Cumple todos los criterios.',
    conditions: ['Un plan de trabajo con la Defensoría', 'Un informe conjunto al año'],
  },
};

/** A request whose regional team says nothing. */
const JORDAN: Told = {
  country: 'JOR',
  content: { dutyStation: 'Amman', title: 'Human Rights Adviser in Jordan: juvenile detention and legal aid' },
  cost: 100_000,
  coordinator: 'rc-jor',
  desk: 'rv-sabbaghi',
  given: {
    'rv-gelovani': [3, 2, 3, 2, 3],
    'rv-eze': [3, 3, 3, 3, 3],
    'rv-dabrowiecki': [3, 3, 3, 2, 3],
  },
  settled: [3, 3, 3, 2, 3],
  advice: [['ro-beirut', 'supports', 'The office in Beirut would share its translators.']],
  recommendation: { reasons: 'Sound on need and timing.', conditions: ['An exit plan by month 12'] },
};

/** The six requests of the round: the four samples, and two of our own. */
export const storyOfEach = (
  regionOf: (country: string) => string | null,
): Record<'tza' | 'aze' | 'ner' | 'brb' | 'ecu' | 'jor', Story> => {
  const sample = (id: SampleId) => sampleStory(id, regionOf);
  return {
    tza: sample('01'),
    aze: sample('03'),
    ner: sample('04'),
    brb: sample('08'),
    ecu: storyOf(ECUADOR),
    jor: storyOf(JORDAN),
  };
};
