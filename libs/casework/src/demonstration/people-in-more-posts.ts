import type { DemonstrationPerson } from './person.js';
import { adviser, coordinator } from './people-in-posts.js';

/** Those who hold the other posts of the demonstration, so that each region has some to look at, and whom they report to. */
export const PEOPLE_IN_MORE_POSTS: readonly DemonstrationPerson[] = [
  adviser('hra-zmb', 'b.sorensen-mwale@hra-zambia.example', 'Bupe Sørensen-Mwale', 'Zambia', 'en'),
  {
    ...adviser('hno-zmb', 'c.takkula-banda@hra-zambia.example', 'Chilufya Takkula-Banda', 'Zambia', 'en'),
    title: 'National Human Rights Officer, Zambia',
  },
  adviser('hra-mdg', 'n.wickstrom-rakoto@hra-madagascar.example', 'Noro Wickström-Rakoto', 'Madagascar', 'fr'),
  adviser('hra-saf', 'd.aaltonen-moyo@hra-region.example', 'Dikeledi Aaltonen-Moyo', 'Southern Africa', 'en'),
  adviser('hra-tgo', 'k.verhaegen-amegan@hra-region.example', 'Kossi Verhaegen-Amegan', 'Togo and Benin', 'fr'),
  adviser('hra-jor', 'l.oyelaran-masri@hra-jordan.example', 'Lamā Oyelaran-Masri', 'Jordan', 'en'),
  adviser('hra-tjk', 'f.castellano-rahimov@hra-tajikistan.example', 'Farrukh Castellano-Rahimov', 'Tajikistan', 'en'),
  adviser('hra-ecu', 's.thorvaldsen-cacuango@hra-ecuador.example', 'Sisa Thorvaldsen-Cacuango', 'Ecuador', 'es'),
  coordinator('rc-zmb', 'm.oconnell-phiri@rc-zambia.example', 'Mutinta O’Connell-Phiri', 'Zambia', ['ZMB']),
  coordinator('rc-mdg', 'h.benali-andria@rc-madagascar.example', 'Hery Benali-Andria', 'Madagascar', ['MDG']),
  coordinator('rc-moz', 'a.lindgren-tembe@rc-mozambique.example', 'Alzira Lindgren-Tembe', 'Mozambique', ['MOZ']),
  coordinator('rc-jor', 'y.kaczmarek-odeh@rc-jordan.example', 'Yazan Kaczmarek-Odeh', 'Jordan', ['JOR']),
  coordinator('rc-tjk', 'z.mbeki-nazarova@rc-tajikistan.example', 'Zarina Mbeki-Nazarova', 'Tajikistan', [
    'TJK',
    'TKM',
  ]),
  coordinator('rc-png', 'k.duarte-wari@rc-papua.example', 'Kila Duarte-Wari', 'Papua New Guinea', ['PNG']),
  coordinator('rc-ecu', 'i.novotny-quinde@rc-ecuador.example', 'Inti Novotný-Quinde', 'Ecuador', ['ECU']),
];
