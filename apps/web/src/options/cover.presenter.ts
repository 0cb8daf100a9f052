import type { ListRow, PostCover, PostRow } from '#casework';
import type { Day } from '#domain';
import { bridgeWords, modalityWords, noteOf, adviserWords } from '../deployments/post-words.js';
import { statusOf, type Names, type Status } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';

/** What is known of some countries: posts of now and of the past, who held them, requests that are open. */
export interface KnownCover {
  posts: readonly PostRow[];
  covers: readonly PostCover[];
  requests: readonly ListRow[];
  today: Day;
}
interface CoverLine {
  text: string;
  href: string;
  note: string;
  status?: Status | string;
}
export interface CountryCover {
  code: string;
  name: string;
  now: CoverLine[];
  requests: CoverLine[];
  past: CoverLine[];
}

const MOST_PAST = 8;
const concerns = (post: Pick<PostRow, 'countries' | 'host'>, code: string): boolean =>
  post.countries.includes(code) || post.host === code;

/** A post of now: what it is, who holds it until when, or by whom its gap is bridged. */
function present(post: PostRow, code: string, today: Day): CoverLine {
  const until = post.adviser && post.endsOn ? `, until ${date(post.endsOn)}` : '';
  const held = [adviserWords(post) + until, bridgeWords(post)].filter(Boolean).join('. Bridged: ');
  const from = post.host && post.host !== code ? `, from ${post.dutyStation}` : '';
  return {
    text: `${modalityWords(post)}${from}`,
    href: paths.deployment(post.ref),
    note: held,
    status: noteOf(post, today),
  };
}

const year = (day: Day): string => day.slice(0, 4);
function past(cover: PostCover, post: PostRow): CoverLine {
  const until = cover.until ?? cover.plannedUntil;
  const span = until && year(until) !== year(cover.from) ? `${year(cover.from)} to ${year(until)}` : year(cover.from);
  return { text: `${span}: ${modalityWords(post)}`, href: paths.deployment(post.ref), note: cover.name };
}

const pending = (row: ListRow): CoverLine => ({
  text: row.title || row.ref,
  href: paths.request(row.ref),
  note: row.ref,
  status: statusOf(row.state),
});

/** For each country: the cover of now, requests that are open, and who was there before; each as far as this person may see it. */
export function countryCover(codes: readonly string[], known: KnownCover, names: Names): CountryCover[] {
  const { posts, covers, requests, today } = known;
  return codes.map((code) => {
    const here = posts.filter((post) => concerns(post, code));
    return {
      code,
      name: names.countryName(code),
      now: here.filter((post) => post.standing !== 'ended').map((post) => present(post, code, today)),
      requests: requests.filter((r) => r.countries.includes(code)).map(pending),
      past: covers
        .filter((c) => c.kind === 'incumbency' && c.until !== null && c.until < today)
        .toReversed()
        .flatMap((cover) => {
          const post = here.find((p) => p.id === cover.deploymentId);
          return post ? [past(cover, post)] : [];
        })
        .sort((a, b) => (a.text < b.text ? 1 : -1))
        .slice(0, MOST_PAST),
    };
  });
}
