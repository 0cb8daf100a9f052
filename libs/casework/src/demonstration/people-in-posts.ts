import { FROM_THE_START, type DemonstrationPerson } from './person.js';

/** Somebody who holds a post of the demonstration. */
export const adviser = (
  key: string,
  email: `${string}@${string}.example`,
  name: string,
  place: string,
  language: DemonstrationPerson['language'],
): DemonstrationPerson => ({
  key,
  email,
  name,
  title: `Human Rights Adviser, ${place}`,
  organisation: `UN Country Team, ${place}`,
  language,
  assignments: [{ role: 'adviser', from: FROM_THE_START }],
});
/** A Resident Coordinator whom such a post reports to. */
export const coordinator = (
  key: string,
  email: `${string}@${string}.example`,
  name: string,
  place: string,
  countries: readonly string[],
): DemonstrationPerson => ({
  key,
  email,
  name,
  title: `United Nations Resident Coordinator, ${place}`,
  organisation: `UN Country Team, ${place}`,
  language: 'en',
  assignments: [{ role: 'residentCoordinator', countries, from: FROM_THE_START }],
});

/** Countries that the post in Fiji covers besides its host. */
export const PACIFIC = ['FJI', 'KIR', 'SLB', 'TUV', 'VUT'];

/** Those who hold a post, and the Resident Coordinators whom they report to where no request names them. */
export const PEOPLE_IN_POSTS: readonly DemonstrationPerson[] = [
  adviser('hra-mwi', 't.halvardsen-phiri@hra-malawi.example', 'Thokozani Halvardsen-Phiri', 'Malawi', 'en'),
  adviser('hra-ner', 'a.delacroix-moumouni@hra-niger.example', 'Aïssata Delacroix-Moumouni', 'Niger', 'fr'),
  adviser('hra-fji', 'l.vandermeer-qalo@hra-pacific.example', 'Litia Vandermeer-Qalo', 'Pacific', 'en'),
  coordinator('rc-mwi', 'e.lindqvist-chirwa@rc-malawi.example', 'Ekundayo Lindqvist-Chirwa', 'Malawi', ['MWI']),
  coordinator('rc-mda', 'i.okafor-rusu@rc-moldova.example', 'Ileana Okafor-Rusu', 'Republic of Moldova', ['MDA']),
  coordinator('rc-fji', 'j.brandvold-tuivaga@rc-pacific.example', 'Josaia Brandvold-Tuivaga', 'Pacific', PACIFIC),
];
