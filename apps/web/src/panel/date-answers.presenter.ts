import { LONGEST_NOTE, type PanelAnswersRead, type PanelDate } from '#casework';
import { PANEL_ANSWERS, type PanelAnswer, type PanelAnswerCounts, type Refusal } from '#domain';
import { one, text, type Form } from '../shell/exchange.js';
import { paths } from '../shell/paths.js';
import { dateTime } from '../shell/words.js';

interface AnswersInput {
  now: PanelDate;
  answers: PanelAnswersRead;
  /** What was typed into the form of the reader’s own answer. */
  form: Form | null;
  refusal?: Refusal | undefined;
}

const TONES: Record<PanelAnswer, string> = { yes: 'green', perhaps: 'amber', no: 'red' };

/** How many come, in one line. */
export const countedAnswers = ({ yes, perhaps, no, none }: PanelAnswerCounts): string =>
  [
    `${PANEL_ANSWERS.yes}: ${yes}`,
    ...(perhaps ? [`${PANEL_ANSWERS.perhaps}: ${perhaps}`] : []),
    `${PANEL_ANSWERS.no}: ${no}`,
    `No answer: ${none}`,
  ].join(' · ');

type Named = NonNullable<PanelAnswersRead['people']>[number];
const saidBy = ({ note, proposedAt }: Named): string =>
  [note, proposedAt ? `Would rather meet on ${dateTime(proposedAt)}.` : ''].filter(Boolean).join(' ');
/** Those without an answer in a line, where there are any. */
const silent = (label: string, people: readonly Named[]): string[] =>
  people.length ? [`${label}: ${people.map(({ name }) => name).join(', ')}.`] : [];

const tableOf = (people: readonly (Named & { answer: PanelAnswer })[]) => ({
  caption: 'What those who are invited answered',
  columns: [
    { key: 'name', text: 'Name' },
    { key: 'answer', text: 'Answer' },
    { key: 'said', text: 'What they wrote' },
    { key: 'on', text: 'On' },
  ],
  rows: people.map((person) => ({
    name: person.name,
    answer: { text: PANEL_ANSWERS[person.answer], tone: TONES[person.answer] },
    said: saidBy(person),
    on: person.saidAt,
  })),
});

function ownOf({ now, answers: { mine }, form, refusal }: AnswersInput) {
  if (!mine) return {};
  const at = (path: string) => refusal?.fields?.find((f) => f.path === path)?.message;
  return {
    own: {
      action: `${paths.panelDate(now.round)}/answer`,
      said:
        mine.answer && mine.saidAt ? `You answered “${PANEL_ANSWERS[mine.answer]}” on ${dateTime(mine.saidAt)}.` : '',
      fields: [
        {
          kind: 'radios',
          name: 'answer',
          label: 'Your answer',
          inline: true,
          options: Object.entries(PANEL_ANSWERS).map(([value, words]) => ({ value, text: words })),
          value: form ? one(form, 'answer') : (mine.answer ?? ''),
          error: at('answer'),
        },
        {
          kind: 'text',
          name: 'note',
          label: 'A line for whoever convenes the panel',
          optional: true,
          hint: `Such as when you have to leave. Up to ${LONGEST_NOTE} characters. Name no request.`,
          value: form ? text(form, 'note') : mine.note,
          error: at('note'),
        },
      ],
    },
  };
}

function namesOf(people: readonly Named[] | null) {
  if (!people) return { lines: ['Names are shown to those who read the requests of the round.'] };
  const answered = people.flatMap((person) => (person.answer ? [{ ...person, answer: person.answer }] : []));
  const none = people.filter((person) => !person.answer);
  return {
    ...(answered.length ? { table: tableOf(answered) } : {}),
    lines: [
      ...silent(
        'No answer yet',
        none.filter((person) => !person.unreached),
      ),
      ...silent(
        'The invitation did not arrive',
        none.filter((person) => person.unreached),
      ),
    ],
  };
}

/** Who comes to a panel, as far as its reader may know, and the form of their own answer. */
export function answersContext(input: AnswersInput) {
  const { now, answers } = input;
  if (!now.startsAt) return {};
  const { counts, people } = answers;
  return { ...ownOf(input), ...(counts ? { coming: { line: countedAnswers(counts), ...namesOf(people) } } : {}) };
}
