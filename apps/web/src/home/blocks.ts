import type { DraftProgress } from '../request/draft.presenter.js';
import type { Status } from '../request/case-words.js';
import type { TodoItem } from './todo-items.js';

type Cell = string | Date | Status | { text: string; href?: string; note?: string };

/** A part of the left column of the home page. */
export type Block =
  | { kind: 'todos'; id: string; title: string; items: TodoItem[]; link?: Link }
  | { kind: 'sections'; note: string; progress: DraftProgress }
  | { kind: 'corrections'; title: string; items: { text: string; section?: { text: string; href: string } }[] }
  | {
      kind: 'table';
      id: string;
      title: string;
      columns: Column[];
      rows: Record<string, Cell>[];
      empty: string;
      link?: Link;
      note?: string;
    };

/** A part of the right column. */
export type Aside =
  | { kind: 'criteria'; progress: DraftProgress; check: string }
  | { kind: 'dates'; title: string; dates: { at?: string; when?: string; text: string }[]; note?: string }
  | { kind: 'people'; title: string; text: string; people: { name: string; role: string; email: string }[] }
  | {
      kind: 'load';
      title: string;
      head: string;
      numberHead: string;
      rows: (Link & { note: string; value: number })[];
      most: number;
      link: Link;
    }
  | { kind: 'words'; title: string; text: string; link?: Link };

export interface Link {
  text: string;
  href: string;
}
interface Column {
  key: string;
  text: string;
  numeric?: boolean;
}
/** What one of a person's roles adds to the home page. */
export interface Part {
  /** The title when the person has no other part; "Your work" when there are several. */
  title: string;
  /** Sentences that say the state of things in numbers. */
  sentences: string[];
  figures: { value: number | string; text: string; alert?: boolean }[];
  actions: (Link & { secondary?: boolean })[];
  blocks: Block[];
  asides: Aside[];
}
