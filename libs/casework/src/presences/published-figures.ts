import type { Day } from '#domain';

/** A number of Human Rights Advisers that OHCHR has published, for a day. Shown beside a table, never mixed into it. */
export interface PublishedFigure {
  on: Day;
  advisers: number;
  source: string;
  link: string;
}

export const PUBLISHED_FIGURES: readonly PublishedFigure[] = [
  {
    on: '2016-11-01',
    advisers: 19,
    source: 'Report of the High Commissioner, A/HRC/34/3',
    link: 'https://right-docs.org/doc/a-hrc-34-3',
  },
  {
    on: '2017-11-30',
    advisers: 17,
    source: 'Report of the High Commissioner, A/HRC/37/3',
    link: 'https://right-docs.org/doc/a-hrc-37-3',
  },
];
