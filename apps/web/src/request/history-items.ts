import type { HistoryLine } from '#casework';
import { nameOnLine, SYSTEM, type Actor, type RequestFacts } from '#domain';
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
  const name = nameOnLine(actor, facts, { event: line.event, actor: { id: line.actorId, name: line.actorName } });
  return line.actingFor ? `${name}, acting for ${line.actingFor}` : name;
}

const cut = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most);
  return `${text.slice(0, end > most / 2 ? end : most).trimEnd()} …`;
};

/** Lines of the record in plain words; long texts are cut where only a summary is wanted. */
export function historyItems(
  lines: readonly HistoryLine[],
  actor: Actor,
  facts: RequestFacts,
  most = Infinity,
): HistoryItem[] {
  return lines.map((line) => {
    const { title, text } = entryWords(line);
    return { title, by: whoOf(line, actor, facts), at: line.at, text: text && cut(text, most) };
  });
}
