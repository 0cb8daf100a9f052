import { parse } from 'csv-parse/sync';
import type { Presence, PresenceCode } from '../entities/reference/presence.js';
import type { Gazetteer } from './gazetteer.js';
import { findContradictions } from './presence-contradictions.js';
import { POSTS, REPORT_REGIONS } from './posts.js';
import { normalName } from './gazetteer.js';

/** A row of the file as it stands there, with the line it stands on. */
interface Line {
  line: number;
  row: string[];
}
export interface RejectedRow extends Line {
  reason: string;
}
/** Something to know about a row that was kept; a doubt is also stored with the presence. */
export interface PresenceNote extends Line {
  note: string;
  doubt: boolean;
}
export interface ReadPresences {
  presences: Presence[];
  rejected: RejectedRow[];
  notes: PresenceNote[];
}

interface Fields {
  year: number;
  region: string;
  name: string;
  code: PresenceCode;
  note: string;
  source: string;
}
type Place = Pick<Presence, 'post' | 'countries' | 'regionCode'>;
interface Remark {
  note: string;
  doubt: boolean;
}

const HEADER = ['year', 'region', 'country_or_post', 'code', 'note', 'source'];
const LONGEST = 500;

/** Reads a list of presences; what does not fit is reported with its line and the reason, never dropped. */
export function readPresences(csvText: string, gazetteer: Gazetteer): ReadPresences {
  const result: ReadPresences = { presences: [], rejected: [], notes: [] };
  const kept: { at: Line; presence: Presence; remarks: Remark[] }[] = [];
  for (const at of lines(csvText, result.rejected)) {
    const read = readLine(at, gazetteer);
    if ('reason' in read) result.rejected.push({ ...at, reason: read.reason });
    else kept.push({ at, ...read });
  }
  const found = findContradictions(kept.map(({ presence }) => presence)).filter(({ doubtful }) => doubtful);
  const seen = new Map<string, number>();
  for (const { at, presence, remarks } of kept) {
    const key = [presence.year, presence.post, presence.source].join('|');
    const first = seen.get(key);
    if (first !== undefined) {
      result.rejected.push({ ...at, reason: `The same post, year and source stand on line ${first} already.` });
      continue;
    }
    seen.set(key, at.line);
    const against = found.filter(({ rows }) => rows.at(-1) === presence);
    const all = [...remarks, ...against.map(({ words }) => ({ note: words, doubt: true }))];
    const doubts = all.filter((remark) => remark.doubt).map((remark) => remark.note);
    result.presences.push({ ...presence, doubt: doubts.length > 0 ? doubts.join(' ') : null });
    result.notes.push(...all.map((remark) => ({ ...at, ...remark })));
  }
  result.rejected.sort((a, b) => a.line - b.line);
  return result;
}

function lines(csvText: string, rejected: RejectedRow[]): Line[] {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    // The types of csv-parse do not know that `info` wraps each record.
    records = parse(csvText, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof records;
  } catch (error) {
    rejected.push({ line: 1, row: [], reason: `Not a readable CSV file: ${(error as Error).message}.` });
    return [];
  }
  const [head, ...rest] = records.map(({ record, info }) => ({ line: info.lines, row: record }));
  if (head?.row.join() === HEADER.join()) return rest;
  rejected.push({ line: head?.line ?? 1, row: head?.row ?? [], reason: `The first line must be ${HEADER.join(',')}.` });
  return [];
}

function readLine({ row }: Line, gazetteer: Gazetteer): { presence: Presence; remarks: Remark[] } | { reason: string } {
  const fields = readFields(row);
  if ('reason' in fields) return fields;
  const remarks: Remark[] = [];
  const place = placeOf(fields, gazetteer, remarks);
  if (!place) return { reason: `"${fields.name}" is no country or post that is known here.` };
  if (place.regionCode && !REPORT_REGIONS[fields.region]?.some((code) => code === place.regionCode)) {
    remarks.push({ note: `Listed under ${fields.region}, but it lies in region ${place.regionCode}.`, doubt: true });
  }
  return {
    presence: {
      ...place,
      year: fields.year,
      source: fields.source,
      listedAs: fields.name,
      reportRegion: fields.region,
      code: fields.code,
      underFramework: fields.code === 'F' ? true : fields.code === '-' ? false : null,
      national: fields.code.startsWith('N'),
      note: fields.note || null,
      doubt: null,
    },
    remarks,
  };
}

function readFields(row: string[]): Fields | { reason: string } {
  const [year = '', region = '', name = '', code = '', note = '', source = ''] = row;
  if (row.length !== HEADER.length) return { reason: `${row.length} columns instead of ${HEADER.length}.` };
  if (row.some((field) => /\p{Cc}/u.test(field))) return { reason: 'Contains a control character.' };
  if (row.some((field) => field.length > LONGEST)) return { reason: `A field is longer than ${LONGEST} characters.` };
  if (!/^(199[3-9]|20\d\d)$/.test(year)) return { reason: `"${year}" is not a year from 1993 to 2099.` };
  if (!REPORT_REGIONS[region]) return { reason: `"${region}" is not a region of the reports.` };
  if (!name) return { reason: 'No country or post is named.' };
  if (!isCode(code)) return { reason: `"${code}" is not one of F, -, N, with or without a question mark.` };
  if (!/^[\w-]{1,40}$/.test(source)) return { reason: `"${source}" is not the key of a source.` };
  return { year: Number(year), region, name, code, note, source };
}

const isCode = (code: string): code is PresenceCode => /^[FN-]\??$/.test(code);

function placeOf({ name, year }: Fields, gazetteer: Gazetteer, remarks: Remark[]): Place | undefined {
  const post = POSTS.find((candidate) => candidate.names.some((known) => normalName(known) === normalName(name)));
  if (post) {
    const covers = post.countries.length > 0 ? `one post for ${post.countries.join(', ')}` : 'without a single country';
    remarks.push({ note: `Kept as the post ${post.code}, ${covers}.`, doubt: false });
    return { post: post.code, countries: [...post.countries], regionCode: post.region };
  }
  const country = gazetteer.find(name);
  if (!country) return undefined;
  const { former } = country;
  if (former && (year > former.until || (former.from !== null && year < former.from))) {
    remarks.push({ note: `"${name}" was not the name of ${country.name} in ${year}.`, doubt: true });
  } else if (!former && normalName(name) !== normalName(country.name)) {
    remarks.push({ note: `"${name}" is read as ${country.name}.`, doubt: false });
  }
  return { post: country.code, countries: [country.code], regionCode: gazetteer.regionOf(country.code, year) ?? null };
}
