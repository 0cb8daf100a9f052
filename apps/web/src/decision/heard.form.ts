import { advisedConditions, type ConditionSource, type Heard, type RequestFacts } from '#domain';
import { partyName, type Names } from '../request/case-words.js';
import { one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

/** A condition of an advice, and what the chair does with it. */
export interface TypedHeard extends Omit<ConditionSource, 'of'> {
  /** Taken over, said in other words, left out, or not said yet. */
  choice: string;
  word: string;
  /** The other words. */
  as: string;
}
const MOST = 200;

/** What was chosen for each condition that stood on the page. */
export function typedHeard(form: Form): TypedHeard[] {
  const all: TypedHeard[] = [];
  for (let i = 0; i < MOST && one(form, `heard-${i}-party`); i += 1)
    all.push({
      party: one(form, `heard-${i}-party`),
      condition: text(form, `heard-${i}-condition`),
      choice: one(form, `heard-${i}`),
      word: text(form, `heard-${i}-word`),
      as: one(form, `heard-${i}-as`),
    });
  return all;
}

/** What a fresh form has: every condition of the advice, with what the last recommendation said of it. */
export const proposedHeard = (facts: RequestFacts): TypedHeard[] =>
  advisedConditions(facts).map(({ party, condition }) => {
    const last = facts.recommendation;
    const out = last?.leftOut?.find((l) => l.party === party && l.condition === condition);
    const said = last?.sources?.find((s) => s.party === party && s.of === condition);
    const taken = last?.conditions.includes(condition);
    const choice = out ? 'leave' : said ? 'reword' : taken ? 'take' : '';
    return { party, condition, choice, word: out?.reason ?? '', as: said?.condition ?? '' };
  });

/** The conditions of a recommendation with those that are taken over, and those that are left out with a word. */
export function heardAs(conditions: string[], heard: TypedHeard[]): Heard & { conditions: string[] } {
  const taken = heard.filter((h) => h.choice === 'take').map((h) => h.condition);
  const reworded = heard.filter((h) => h.choice === 'reword');
  const left = heard.filter((h) => h.choice === 'leave');
  // What is left out is not among the conditions any more, though it was filled in before.
  const own = conditions.filter((c) => !left.some((l) => l.condition === c));
  return {
    conditions: [...new Set([...own, ...taken, ...reworded.map((h) => h.as).filter(Boolean)])],
    ...(reworded.length
      ? { sources: reworded.map(({ party, condition, as }) => ({ condition: as, party, of: condition })) }
      : {}),
    ...(left.length ? { leftOut: left.map(({ party, condition, word }) => ({ party, condition, reason: word })) } : {}),
  };
}

/** The problems with what became of the conditions, at their fields. */
export function heardErrors(path: string, message: string, heard: TypedHeard[]): PageError | null {
  const [name, number] = path.split('.');
  if (name === 'sources') {
    const said = heard.filter((h) => h.choice === 'reword')[Number(number)];
    return { text: message, href: `#heard-${said ? heard.indexOf(said) : 0}-as` };
  }
  if (name !== 'leftOut') return null;
  if (number === undefined)
    return {
      text: message,
      href: `#heard-${Math.max(
        0,
        heard.findIndex((h) => !h.choice),
      )}`,
    };
  const left = heard.filter((h) => h.choice === 'leave')[Number(number)];
  return { text: message, href: `#heard-${left ? heard.indexOf(left) : 0}-word` };
}

const wordFields = ({ as, word }: TypedHeard, i: number, at: (id: string) => string | undefined) => [
  {
    kind: 'text',
    name: `heard-${i}-as`,
    label: 'If in other words, in which',
    optional: true,
    value: as,
    error: at(`heard-${i}-as`),
  },
  {
    kind: 'text',
    name: `heard-${i}-word`,
    label: 'If it is left out, why',
    optional: true,
    hint: 'The party reads this once there is a decision.',
    value: word,
    error: at(`heard-${i}-word`),
  },
];

/** The fields for each condition of the advice: taken over, or left out with a word. */
export const heardFields = (heard: TypedHeard[], facts: RequestFacts, names: Names, errors: PageError[]) =>
  heard.map((h, i) => {
    const { party, condition, choice } = h;
    const asked = facts.consultation.find((c) => c.key === party);
    const at = (id: string) => errors.find((e) => e.href === `#${id}`)?.text;
    return {
      party: asked ? partyName(asked, names) : party,
      fields: [
        { kind: 'hidden', name: `heard-${i}-party`, value: party },
        { kind: 'hidden', name: `heard-${i}-condition`, value: condition },
        {
          kind: 'radios',
          name: `heard-${i}`,
          label: condition,
          hint: asked ? partyName(asked, names) : '',
          inline: true,
          small: true,
          value: choice,
          error: at(`heard-${i}`),
          options: [
            { value: 'take', text: 'Take it over' },
            { value: 'reword', text: 'Say it in other words' },
            { value: 'leave', text: 'Leave it out' },
          ],
        },
        ...wordFields(h, i, at),
      ],
    };
  });
