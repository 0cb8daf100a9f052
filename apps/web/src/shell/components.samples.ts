// What the snapshots of the components are drawn from.
import { TRACKING_SAMPLES } from './tracking.samples.js';

/** One use of every component. */
export const SAMPLES: Record<string, { source: string; context: object }> = {
  hraTag: { source: '{{ hraTag(s) }}', context: { s: { text: 'In review', tone: 'amber' } } },
  hraStatus: {
    source: '{{ hraStatus(a) }} {{ hraStatus(b) }}',
    context: { a: 'Complete', b: { text: 'Late', tone: 'red' } },
  },
  hraPagehead: {
    source: '{% call hraPagehead(p) %}<p>More</p>{% endcall %}',
    context: {
      p: {
        crumb: { text: 'Your reviews', href: '/reviews' },
        eyebrow: 'HRA-2027-014',
        tag: { text: 'With the panel', tone: 'blue' },
        title: 'Malawi',
        lead: 'A national adviser, two years.',
        actions: [
          { text: 'Compare', href: '/panel' },
          { text: 'Print', href: '?print', secondary: true },
        ],
      },
    },
  },
  hraRulehead: {
    source: '{{ hraRulehead(a) }}{{ hraRulehead(b) }}',
    context: {
      a: { title: 'History', id: 'h', link: { text: 'All', href: '/all' } },
      b: { title: 'To do', note: 'Saved 14:32' },
    },
  },
  hraPanel: { source: '{% call hraPanel(p) %}<p>Inside</p>{% endcall %}', context: { p: { title: 'Key dates' } } },
  hraEmpty: {
    source: '{{ hraEmpty(p) }}',
    context: { p: { text: 'Nothing waits.', link: { text: 'All requests', href: '/requests' } } },
  },
  hraPrinthead: {
    source: '{{ hraPrinthead(p) }}',
    context: {
      p: { what: 'Request HRA-2027-014', at: '2027-02-08', by: 'Ingrid Halvorsen', confidential: true, demo: true },
    },
  },
  hraNotice: {
    source: '{{ hraNotice(p) }}',
    context: { p: { text: 'Section 4 is saved.', link: { text: 'Section 5', href: '5' } } },
  },
  hraFigures: {
    source: '{{ hraFigures(p) }}',
    context: {
      p: [
        { value: 6, text: 'in post' },
        { value: 1, text: 'ends soon', alert: true },
      ],
    },
  },
  hraSteps: {
    source: '{{ hraSteps(p) }}',
    context: {
      p: {
        label: 'Progress',
        items: [
          { text: 'Submitted', note: '9 Jan', state: 'done' },
          { text: 'Panel', state: 'now' },
          { text: 'Decision' },
        ],
      },
    },
  },
  hraTimeline: {
    source: '{{ hraTimeline(p) }}',
    context: {
      p: {
        items: [
          {
            title: 'Submitted',
            by: 'Amina Farah',
            at: new Date('2027-01-09T16:58:00Z'),
            text: 'Version 1.\n\nThree annexes.',
          },
        ],
      },
    },
  },
  hraFacts: {
    source: '{{ hraFacts(p) }}',
    context: {
      p: [
        { label: 'Type', value: 'National adviser' },
        { label: 'Countries', lines: ['Malawi', 'Zambia'] },
        { label: 'State', status: { text: 'Late', tone: 'red' } },
        { label: 'Letter', link: { text: 'Open', href: '/letter' } },
        { label: 'Left out', value: '' },
      ],
    },
  },
  hraDates: {
    source: '{{ hraDates(p) }}',
    context: {
      p: [
        { at: '2027-01-15', text: 'Call closes' },
        { when: 'Soon', text: 'Panel' },
      ],
    },
  },
  hraCriteria: {
    source: '{{ hraCriteria(p) }}',
    context: { p: [{ name: 'Ownership', href: '/2', status: { text: 'Ready', tone: 'green' }, note: 'Two answers.' }] },
  },
  hraFiles: {
    source: '{{ hraFiles(p) }}',
    context: { p: [{ name: 'Letter.pdf', href: '/f/1', note: 'PDF', size: 245760, remove: 'f1' }] },
  },
  hraCriteriaChart: {
    source: '{{ hraCriteriaChart(p) }}',
    context: {
      p: {
        caption: 'Scores',
        criteria: [
          { name: 'Ownership', weight: 20, own: 4, mean: '3.3', low: 3, high: 4 },
          { name: 'Sustainability', weight: 20, own: null, mean: null },
        ],
      },
    },
  },
  hraLegend: {
    source: '{{ hraLegend(p) }}',
    context: { p: [{ fill: '#fff', stroke: '#000', dash: '3 3', text: 'Empty' }] },
  },
  hraBar: {
    source: '{{ hraBar(p) }}',
    context: { p: { parts: [{ value: 25 }, { value: 15, fill: '#7FC7E7' }], total: 100, label: '40 of 100' } },
  },
  hraRail: {
    source: '{{ hraRail(p) }}',
    context: {
      p: {
        summary: 'Section 2 of 3',
        saved: 'Saved 14:32',
        items: [
          { text: 'Context', href: '1', state: 'done' },
          { text: 'Ownership', href: '2', state: 'part', current: true },
          { text: 'Cost', href: '3' },
        ],
      },
    },
  },
  hraGuide: {
    source: '{{ hraGuide(p) }}',
    context: { p: { text: 'Name the partners.', items: ['a planning moment'] } },
  },
  hraFormActions: {
    source: '{{ hraFormActions(p) }}',
    context: {
      p: {
        primary: 'Save and continue',
        secondary: { text: 'Save draft', name: 'draft', value: '1' },
        link: { text: 'Back', href: '/' },
      },
    },
  },
  hraUpload: {
    source: '{{ hraUpload(p) }}',
    context: {
      p: {
        title: 'Documents',
        files: [{ name: 'a.pdf', href: '/a', size: 10 }],
        hint: 'Up to 5 MB',
        error: 'Choose a smaller file',
        accept: '.pdf',
      },
    },
  },
  hraTasks: {
    source: '{{ hraTasks(p) }}',
    context: {
      p: {
        idPrefix: 's',
        items: [
          { title: '1. Context', hint: 'Situation', href: '/1', status: 'Complete' },
          { title: '2. Ownership', status: { text: 'Not started', tone: 'grey' } },
        ],
      },
    },
  },
  hraTable: {
    source: '{{ hraTable(p) }}',
    context: {
      p: {
        caption: 'Requests',
        columns: [
          { key: 'r', text: 'Request', sort: { href: '?sort=r', direction: 'ascending' } },
          { key: 's', text: 'Status' },
          { key: 'd', text: 'Due', numeric: true },
          { key: 'x', text: 'With' },
        ],
        rows: [
          {
            r: { text: 'Malawi', href: '/r', note: 'HRA-1' },
            s: { text: 'Late', tone: 'red' },
            d: new Date('2027-03-31'),
            x: null,
          },
        ],
      },
    },
  },
  hraFilters: {
    source: '{{ hraFilters(p) }}',
    context: {
      p: {
        action: '/requests',
        fields: [{ name: 'q', label: 'Country', quiet: true, value: 'x' }],
        hidden: [{ name: 'sort', value: 'due' }],
        active: [{ text: 'Region: Africa', href: '/requests' }],
        count: '4 of 23 shown.',
        clear: '/requests',
      },
    },
  },
  hraPager: { source: '{{ hraPager(p) }}', context: { p: { first: '/requests', next: '?after=abc' } } },
  hraPips: {
    source: '{{ hraPips(a) }}{{ hraPips(b) }}{{ hraPips(c) }}',
    context: { a: { score: 3, points: 15 }, b: { score: 'cannot' }, c: { score: null } },
  },
  hraRubric: {
    source: '{% call hraRubric(p) %}<p>Question</p>{% endcall %}',
    context: {
      p: {
        number: 2,
        name: 'Environment',
        weight: 20,
        score: 0,
        points: 0,
        open: true,
        id: 'environment',
        error: 'Give a reason',
      },
    },
  },
  hraScale: {
    source: '{{ hraScale(p) }}',
    context: {
      p: {
        name: 'environment',
        legend: 'Score',
        value: 0,
        cannot: true,
        levels: [
          { score: 1, label: 'Limited', text: 'Little.' },
          { score: 0, label: 'Not shown', text: 'None.' },
        ],
      },
    },
  },
  hraTotal: {
    source: '{% call hraTotal(p) %}<button>Save</button>{% endcall %}',
    context: {
      p: { answered: 3, of: 5, points: '55.0', possible: 65, coverage: 65, parts: [{ value: 25 }, { value: 30 }] },
    },
  },
  hraOptional: { source: '<p>{{ hraOptional() }}{{ hraOptional("fr") }}{{ hraOptional("es") }}</p>', context: {} },
  ...TRACKING_SAMPLES,
  hraErrors: {
    source: '{{ hraErrors(p) }}',
    context: {
      p: [
        { text: 'Enter the year', href: '#year' },
        { text: 'Shorten it', href: '#text' },
      ],
    },
  },
};
