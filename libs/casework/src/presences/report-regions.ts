/** The regions under which OHCHR reports, in the order of its reports. They are not those of the regional teams. */
export const REPORT_REGION_NAMES = {
  africa: 'Africa',
  americas: 'Americas',
  asiaPacific: 'Asia and the Pacific',
  europe: 'Europe and Central Asia',
  middleEast: 'Middle East and North Africa',
} as const;
export type ReportRegion = keyof typeof REPORT_REGION_NAMES;

const OF_TEAM: Readonly<Record<string, ReportRegion>> = {
  esa: 'africa',
  wca: 'africa',
  arab: 'middleEast',
  ap: 'asiaPacific',
  eca: 'europe',
  lac: 'americas',
};
/** Countries that the team of the Arab States serves and OHCHR reports on under Africa. */
const AFRICA: readonly string[] = ['DJI', 'SDN', 'SOM'];
/** As the lists of presences name them. */
export const LISTED_REGIONS: Readonly<Record<string, ReportRegion>> = {
  Africa: 'africa',
  Americas: 'americas',
  'Asia-Pacific': 'asiaPacific',
  'Europe-Central Asia': 'europe',
  'Middle East-North Africa': 'middleEast',
};

/** The region of the reports in which a post lies; null where nothing of it is known. */
export function reportRegionOf(team: string | undefined, country: string | null): ReportRegion | null {
  if (country !== null && AFRICA.includes(country)) return 'africa';
  return OF_TEAM[team ?? ''] ?? null;
}
