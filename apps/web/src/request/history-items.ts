import type { HistoryLine } from '#casework';
import { nameOnLine, savedStates, SYSTEM, type Actor, type RequestFacts, type SavedLine } from '#domain';
import { dateTime, words } from '../shell/words.js';
import { entryWords } from './entry-words.js';

/** A line of the record as the timeline draws it. */
export interface HistoryItem {
  title: string;
  by: string;
  at: Date;
  text: string | null;
}

/** The name beside a line: the system is not a person, and who signs for somebody says for whom. */
export function whoOf(line: HistoryLine, actor: Actor, facts: RequestFacts): string {
  if (line.actorId === SYSTEM.id) return '';
  const name = nameOnLine(actor, facts, {
    event: line.event,
    actor: { id: line.actorId, name: line.actorName },
    role: line.role,
  });
  return line.actingFor ? `${name}, acting for ${line.actingFor}` : name;
}

const cut = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most);
  return `${text.slice(0, end > most / 2 ? end : most).trimEnd()} …`;
};

/** What a line keeps of every change of the draft. */
const PLAIN = ['patch', 'summary', 'text', 'differs'];
/** A change of the draft and nothing else: what is told of it besides is not to be folded away. */
const isSave = ({ event, data }: HistoryLine): boolean =>
  event === 'EDIT' && Object.keys(data ?? {}).every((key) => PLAIN.includes(key));

const asSaved = ({ data, ...line }: HistoryLine): SavedLine => {
  const { patch = {} } = data as { patch?: { sections?: object | null } };
  return { ...line, keys: Object.keys(patch), sections: Object.keys(patch.sections ?? {}) };
};

/** How often a text was saved that was written in one go. */
interface Told {
  line: HistoryLine;
  saves: number;
  since: Date;
}

/** What one person wrote in one go is told as one step: a page that saves by itself would bury the others. The record keeps each. */
function told(lines: readonly HistoryLine[]): Told[] {
  const all: Told[] = [];
  for (let from = 0; from < lines.length;) {
    let to = from;
    while (to < lines.length && isSave(lines[to]!)) to += 1;
    const run = lines.slice(from, to);
    const states = new Map(savedStates(run.map(asSaved)).map((state) => [state.seq, state]));
    for (const line of run) {
      const state = states.get(line.seq);
      if (state) all.push({ line, saves: state.saves, since: state.since });
    }
    const other = lines[to];
    if (other) all.push({ line: other, saves: 1, since: other.at });
    from = to + 1;
  }
  return all;
}

/** Lines of the record in plain words; long texts are cut where only a summary is wanted. */
export function historyItems(
  lines: readonly HistoryLine[],
  actor: Actor,
  facts: RequestFacts,
  most = Infinity,
): HistoryItem[] {
  return told(lines).map(({ line, saves, since }) => {
    const { title, text } = entryWords(line);
    const often = saves > 1 ? ` Saved ${words(saves)} times since ${dateTime(since).split(', ').at(-1)!}.` : '';
    return { title, by: whoOf(line, actor, facts), at: line.at, text: text && `${cut(text, most)}${often}` };
  });
}
