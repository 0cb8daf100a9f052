import { FROM_THE_START, type DemonstrationPerson } from './person.js';

const EASTERN_CARIBBEAN = ['ATG', 'BRB', 'DMA', 'GRD', 'KNA', 'LCA', 'VCT'];

/** Resident Coordinators of the four sample requests, and who drafts for them. */
export const PEOPLE_IN_COUNTRIES = [
  {
    key: 'rc-tza',
    email: 't.nkwanyana-rolfsen@rc-tanzania.example',
    name: 'Thandeka Nkwanyana-Rolfsen',
    title: 'United Nations Resident Coordinator',
    organisation: 'UN Country Team, United Republic of Tanzania',
    language: 'en',
    assignments: [{ role: 'residentCoordinator', countries: ['TZA'], from: FROM_THE_START }],
  },
  {
    key: 'rco-tza',
    email: 'z.kileo-marchetti@rc-tanzania.example',
    name: 'Zawadi Kileo-Marchetti',
    title: 'Coordination Officer',
    organisation: 'Resident Coordinator’s Office, United Republic of Tanzania',
    language: 'en',
    assignments: [{ role: 'rcOffice', countries: ['TZA'], from: FROM_THE_START }],
  },
  {
    key: 'rc-aze',
    email: 'c.odubhghaill@rc-azerbaijan.example',
    name: "Caoimhín O'Dubhghaill",
    title: 'United Nations Resident Coordinator',
    organisation: 'UN Country Team, Azerbaijan',
    language: 'en',
    assignments: [{ role: 'residentCoordinator', countries: ['AZE'], from: FROM_THE_START }],
  },
  {
    key: 'rco-aze',
    email: 'l.qasimzade-voss@rc-azerbaijan.example',
    name: 'Leyla Qasımzadə-Voss',
    title: 'Coordination Analyst',
    organisation: 'Resident Coordinator’s Office, Azerbaijan',
    language: 'en',
    assignments: [{ role: 'rcOffice', countries: ['AZE'], from: FROM_THE_START }],
  },
  {
    // Signs for the Resident Coordinator in the weeks in which the regional option has to be accepted or refused.
    key: 'arc-aze',
    email: 'a.ronning-tavares@rc-azerbaijan.example',
    name: 'Amarachi Rønning-Tavares',
    title: 'Representative of FAO, Acting Resident Coordinator',
    organisation: 'UN Country Team, Azerbaijan',
    language: 'en',
    assignments: [
      {
        role: 'actingCoordinator',
        countries: ['AZE'],
        agency: 'FAO',
        from: '2014-10-13',
        until: '2014-11-07',
        actingFor: 'rc-aze',
      },
    ],
  },
  {
    key: 'rc-ner',
    email: 's.nguessan-koumba@cr-niger.example',
    name: "Séraphin N'Guessan-Koumba",
    title: 'Coordonnateur résident des Nations Unies',
    organisation: 'Équipe de pays des Nations Unies, Niger',
    language: 'fr',
    assignments: [{ role: 'residentCoordinator', countries: ['NER'], from: FROM_THE_START }],
  },
  {
    key: 'rco-ner',
    email: 'r.delacroix-sani@cr-niger.example',
    name: 'Rahinatou Delacroix-Sani',
    title: 'Chargée de coordination',
    organisation: 'Bureau du Coordonnateur résident, Niger',
    language: 'fr',
    assignments: [{ role: 'rcOffice', countries: ['NER'], from: FROM_THE_START }],
  },
  {
    key: 'rc-brb',
    email: 'o.ba-lindqvist@rc-barbados-oecs.example',
    name: 'Ousmane Bâ-Lindqvist',
    title: 'United Nations Resident Coordinator for Barbados and the Organisation of Eastern Caribbean States',
    organisation: 'UN Subregional Team, Barbados and the Organisation of Eastern Caribbean States',
    language: 'en',
    assignments: [{ role: 'residentCoordinator', countries: EASTERN_CARIBBEAN, from: FROM_THE_START }],
  },
  {
    key: 'rco-brb',
    email: 'k.farquharson-ito@rc-barbados-oecs.example',
    name: 'Kezia Farquharson-Ito',
    title: 'Coordination Specialist',
    organisation: 'Resident Coordinator’s Office, Barbados and the Organisation of Eastern Caribbean States',
    language: 'en',
    assignments: [{ role: 'rcOffice', countries: EASTERN_CARIBBEAN, from: FROM_THE_START }],
  },
] as const satisfies readonly DemonstrationPerson[];
