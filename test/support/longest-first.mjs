import Sequencer from '@jest/test-sequencer';

/** What takes minutes begins first: alone at the end, all others would be done and wait for it. */
const LONG = [
  'a-year',
  'every-page',
  'nothing-breaks',
  'worker',
  'digest-killed',
  'tanzania',
  'slow-line',
  'round-of-six',
  'deployment',
  'hra',
  'access',
];
const rank = ({ path }) => {
  const at = LONG.findIndex((name) => path.endsWith(`/${name}.spec.ts`) && path.includes('/test/'));
  return at < 0 ? LONG.length : at;
};

/** The order in which spec files begin. */
export default class LongestFirst extends Sequencer {
  async sort(tests) {
    return (await super.sort(tests)).sort((a, b) => rank(a) - rank(b));
  }
}
