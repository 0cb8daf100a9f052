// The world as land alone, without any boundary, and where on it each country's office is marked: made once, at build.
import { createRequire } from 'node:module';
import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';

const WIDTH = 1000;
const HEIGHT = 440;
/** Eleven degrees east, so that the cut runs through the Bering Strait; Antarctica falls below the frame. */
const projection = geoEqualEarth()
  .rotate([-11, 0])
  .fitExtent(
    [
      [2, 2],
      [WIDTH - 2, HEIGHT + 46],
    ],
    { type: 'Sphere' },
  );
const DETAIL = 0.35;
const SOUTHERNMOST = -56;

/** The code of a user-assigned entry, where the package has another one. */
const CODES = { UNK: 'XKX' };
/** Two countries whose middle lies far from where anybody is. */
const SEATS = { KIR: [1.4, 173], FSM: [6.9, 158.2] };

function picture(topology) {
  const simple = simplify(presimplify(topology), DETAIL);
  const land = feature(simple, simple.objects.land);
  const polygons = (land.features?.[0] ?? land).geometry.coordinates;
  const coordinates = polygons.filter(
    ([outline]) => outline.length > 4 && Math.max(...outline.map(([, latitude]) => latitude)) > SOUTHERNMOST,
  );
  const path = geoPath(projection).digits(0)({ type: 'MultiPolygon', coordinates });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><path fill="#DDE6EB" d="${path}"/></svg>`;
}

function places(countries) {
  const percent = (value, whole) => Number(((value / whole) * 100).toFixed(2));
  return Object.fromEntries(
    countries
      .map(({ cca3, latlng }) => {
        const [latitude, longitude] = SEATS[cca3] ?? latlng;
        const [x, y] = projection([longitude, latitude]);
        return [CODES[cca3] ?? cca3, [percent(x, WIDTH), percent(y, HEIGHT)]];
      })
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** The picture of the land, and the place of each country in per cent of its width and height. */
export function drawLand() {
  const require = createRequire(import.meta.url);
  return {
    svg: picture(require('world-atlas/land-110m.json')),
    places: places(require('world-countries/countries.json')),
  };
}
