/** One use of each component that shows posts over time, on land and by state. */
export const TRACKING_SAMPLES: Record<string, { source: string; context: object }> = {
  hraGantt: {
    source: '{{ hraGantt(p) }}',
    context: {
      p: {
        caption: 'Assignments over time',
        frame: { from: '2025-05-01', to: '2029-01-01', today: '2026-11-23' },
        rows: [
          {
            title: 'Papua New Guinea',
            href: '/deployments/DEP-2020-004',
            note: 'Asia and the Pacific',
            segments: [
              { kind: 'past', from: '2024-01-01', until: '2026-08-31', label: 'R. Sokha', about: { from: true } },
              { kind: 'gap', from: '2026-09-01', until: '2027-02-28', label: 'Post empty' },
              { kind: 'bridge', from: '2026-10-01', until: '2026-12-31', label: 'Regional office' },
              { kind: 'next', from: '2027-03-01', until: null, label: 'Successor' },
            ],
            status: { text: 'Post empty since 1 Sep', tone: 'red' },
          },
          {
            title: 'Uruguay',
            note: 'Latin America and the Caribbean',
            segments: [{ kind: 'now', from: '2026-02-01', until: '2028-01-31', label: 'P. Arce' }],
            status: 'In post to Jan 2028',
          },
        ],
      },
    },
  },
  hraMap: {
    source: '{{ hraMap(p) }}',
    context: {
      p: {
        label: 'Posts by country',
        skip: { href: '#attention', text: 'Skip the map' },
        endingText: 'Ends within seven months',
        caption: 'Points mark countries.',
        points: [
          { x: 88.2, y: 60.1, mark: 'gap', name: 'Fiji', text: 'post empty', href: '/deployments/1', labelled: true },
          { x: 87.2, y: 61, mark: 'ending', name: 'Samoa', text: 'ends soon', href: '/deployments/2', labelled: true },
          { x: 30, y: 75, mark: 'now', name: 'Uruguay', text: 'in post', href: '/deployments/3' },
          { x: 60, y: 30, mark: 'starting', name: 'Jordan', text: 'being recruited', href: '/deployments/4' },
        ],
      },
    },
  },
  hraBoard: {
    source: '{{ hraBoard(p) }}',
    context: {
      p: {
        columns: [
          {
            title: 'Post empty',
            count: '12',
            items: [
              { title: 'Fiji', href: '/deployments/1', note: 'DEP-1', status: { text: 'Since 1 Sep', tone: 'red' } },
              { title: 'Samoa', href: '/deployments/2', note: 'DEP-2', status: 'No search' },
            ],
            more: { text: 'All 12', href: '/deployments/table' },
          },
          { title: 'Ended', count: '0', items: [] },
        ],
      },
    },
  },
};
