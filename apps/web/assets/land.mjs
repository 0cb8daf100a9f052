// The world and each region as land alone, without any boundary, and where on it each country's office is marked: made
// once, at build.
import { createRequire } from 'node:module';
import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';

const WIDTH = 1000;
const WORLD_HEIGHT = 440;
const REGION_HEIGHT = 700;
const MARGIN = 24;
/** How much of an outline is left out, in square degrees: a region is drawn larger than the world, a wide one less so. */
const WORLD_DETAIL = 0.35;
const REGION_DETAIL = 0.03;
const WIDE_DETAIL = 0.1;
const WIDE = 100;
const SOUTHERNMOST = -56;

/** What of the earth a picture of a region shows at least: west, south, east, north. */
const REGIONS = {
  esa: [-17, -35, 59, 16],
  wca: [-25, -6, 25, 25],
  arab: [-10, -1, 58, 38],
  ap: [52, -46, 190, 50],
  eca: [8, 35, 80, 62],
  lac: [-117, -54, -34, 31],
};

/** Between two oceans: the shores beyond them are left out. */
const ALONE = ['lac'];

/** The code of a user-assigned entry, where the package has another one. */
const CODES = { UNK: 'XKX' };
/** Countries whose middle lies far from where anybody is. */
const SEATS = { KIR: [1.4, 173], FSM: [6.9, 158.2], RUS: [55.8, 37.6] };

/** Eleven degrees east, so that the cut runs through the Bering Strait; Antarctica falls below the frame. */
const world = () =>
  geoEqualEarth()
    .rotate([-11, 0])
    .fitExtent(
      [
        [2, 2],
        [WIDTH - 2, WORLD_HEIGHT + 46],
      ],
      { type: 'Sphere' },
    );

/** The same, turned to the middle of a region and fitted to it; what lies beside it is shown as far as there is room. */
function around([west, south, east, north], alone) {
  const middle = (west + east) / 2;
  const edges = [west, middle, east].flatMap((x) => [south, (south + north) / 2, north].map((y) => [x, y]));
  const projection = geoEqualEarth()
    .rotate([-middle, 0])
    .fitExtent(
      [
        [MARGIN, MARGIN],
        [WIDTH - MARGIN, REGION_HEIGHT - MARGIN],
      ],
      { type: 'MultiPoint', coordinates: edges },
    );
  const across = alone ? edges.map((edge) => projection(edge)[0]) : [0, WIDTH];
  return projection.clipExtent([
    [Math.min(...across), 0],
    [Math.max(...across), REGION_HEIGHT],
  ]);
}

function landOf(topology, detail) {
  const simple = simplify(presimplify(topology), detail);
  const land = feature(simple, simple.objects.land);
  const polygons = (land.features?.[0] ?? land).geometry.coordinates;
  return {
    type: 'MultiPolygon',
    coordinates: polygons.filter(
      ([outline]) => outline.length > 4 && Math.max(...outline.map(([, latitude]) => latitude)) > SOUTHERNMOST,
    ),
  };
}

const picture = (land, projection, height) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}"><path fill="#DDE6EB" d="${geoPath(projection).digits(0)(land)}"/></svg>`;

/** The place of each country that lies in the frame, in per cent of its width and height. */
function places(countries, projection, height) {
  const percent = (value, whole) => Number(((value / whole) * 100).toFixed(2));
  return Object.fromEntries(
    countries
      .map(({ cca3, latlng }) => {
        const [latitude, longitude] = SEATS[cca3] ?? latlng;
        const [x, y] = projection([longitude, latitude]) ?? [-1, -1];
        return [CODES[cca3] ?? cca3, [percent(x, WIDTH), percent(y, height)]];
      })
      .filter(([, [x, y]]) => x >= 0 && x <= 100 && y >= 0 && y <= 100)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** The pictures of the land by region, that of the world under no name, each with the place of each country on it. */
export function drawLand() {
  const require = createRequire(import.meta.url);
  const countries = require('world-countries/countries.json');
  const draw = (land, projection, height) => ({
    svg: picture(land, projection, height),
    places: places(countries, projection, height),
  });
  const [near, wide] = [REGION_DETAIL, WIDE_DETAIL].map((detail) =>
    landOf(require('world-atlas/land-50m.json'), detail),
  );
  const regions = Object.entries(REGIONS).map(([region, frame]) => [
    region,
    draw(frame[2] - frame[0] > WIDE ? wide : near, around(frame, ALONE.includes(region)), REGION_HEIGHT),
  ]);
  return {
    '': draw(landOf(require('world-atlas/land-110m.json'), WORLD_DETAIL), world(), WORLD_HEIGHT),
    ...Object.fromEntries(regions),
  };
}
