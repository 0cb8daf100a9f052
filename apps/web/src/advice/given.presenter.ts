import { earlierAdvice, type Consultee, type RequestFacts } from '#domain';
import { attachedOption, type AttachedOption } from '../options/option-words.js';
import { partyName, POSITION_WORDS, silenceWords, type Names, type Status } from '../request/case-words.js';
import { date } from '../shell/words.js';

/** What one party said of a request, or that it said nothing. */
export interface Given {
  from: string;
  status: Status;
  text: string;
  conditions: string[];
  by: string;
  /** What it said before it was asked again, and that what it said is about an earlier version. */
  earlier: { position: string; text: string; by: string }[];
  outdated: string;
  /** The regional option that came with it, as it was then. */
  option?: AttachedOption;
}

const TONES = {
  supports: 'green',
  'supports with conditions': 'green',
  'prefers a regional option': 'amber',
  'does not support': 'red',
} as const;

/** Silence in words: it is recorded, and is no consent. */
function withoutAdvice(c: Consultee, facts: RequestFacts): { status: Status; by: string } {
  if (c.state === 'silent')
    return {
      status: { text: c.cutShort ? 'Not waited for' : 'No advice came', tone: 'grey' },
      by: silenceWords(c, facts),
    };
  if (c.state === 'withdrawn')
    return {
      status: { text: 'Taken back', tone: 'grey' },
      by: 'OHCHR took the question back before there was an answer.',
    };
  const clock = facts.clocks.find((x) => x.key === `consultation:${c.key}`);
  return {
    status: { text: 'Awaited', tone: 'blue' },
    by: clock ? `Asked for by ${date(clock.dueOn)}.` : 'Asked for once the request is accepted as complete.',
  };
}

/** What a party said before it was asked again, each with the version that it was about. */
export const earlierGiven = (c: Consultee): Given['earlier'] =>
  earlierAdvice(c).map((a) => ({
    position: POSITION_WORDS[a.position],
    text: a.text,
    by: `${a.by.name}, ${date(a.at)}, on version ${a.requestVersion}`,
  }));

/** That advice is about an earlier version, and whether it was let stand for the one that stands. */
function outdatedWords({ advice, stands }: Consultee, version: number): string {
  if (!advice || advice.requestVersion >= version) return '';
  const about = `This is about version ${advice.requestVersion}; the request now stands at version ${version}.`;
  return stands?.requestVersion === version
    ? `${about} OHCHR let it stand on ${date(stands.at)}: ${stands.reason}`
    : about;
}

/** The advice of one party. */
export function givenBy(c: Consultee, facts: RequestFacts, names: Names): Given {
  const from = partyName(c, names);
  const earlier = earlierGiven(c);
  if (!c.advice) return { from, text: '', conditions: [], earlier, outdated: '', ...withoutAdvice(c, facts) };
  const { advice } = c;
  const late = advice.late ? ', after its time' : '';
  const version = facts.version > 1 ? `, on version ${advice.requestVersion}` : '';
  return {
    from,
    status: { text: POSITION_WORDS[advice.position], tone: TONES[advice.position] },
    text: advice.text,
    conditions: advice.conditions,
    earlier,
    outdated: outdatedWords(c, facts.version),
    by: `${advice.by.name}, ${date(advice.at)}${late}${version}`,
    ...(advice.option ? { option: attachedOption(advice.option, names) } : {}),
  };
}

/** The advice of every party that was asked, with silence in words. */
export const adviceGiven = (facts: RequestFacts, names: Names, left: readonly Consultee[] = []): Given[] =>
  facts.consultation.filter((c) => !left.some((l) => l.key === c.key)).map((c) => givenBy(c, facts, names));
