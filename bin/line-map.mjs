// Makes a source map small: whole, that of a large program takes a hundred megabytes of its process at the first trace.
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The numbers of one place of a map: base 64, five bits a digit, least first; the sixth says that more follow, the first is the sign. */
function decode(place) {
  const numbers = [];
  let [value, shift] = [0, 0];
  for (const digit of place) {
    const bits = DIGITS.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

function encode(number) {
  let [text, rest] = ['', number < 0 ? (-number << 1) | 1 : number << 1];
  do {
    const bits = rest & 31;
    rest >>= 5;
    text += DIGITS[rest > 0 ? bits | 32 : bits];
  } while (rest > 0);
  return text;
}

/** Keeps one place for each line of the program, and none of sources whose path fits `apart`. */
export function oneForEachLine(text, apart) {
  const map = JSON.parse(text);
  const left = map.sources.map((source) => apart.test(source));
  let [source, line, column] = [0, 0, 0];
  let kept = [0, 0, 0];
  const lines = map.mappings.split(';').map((places) => {
    let first = '';
    for (const place of places ? places.split(',') : []) {
      const [, sources, lines, columns] = decode(place);
      if (sources === undefined) continue;
      [source, line, column] = [source + sources, line + lines, column + columns];
      if (first || left[source]) continue;
      first = ['A', ...[source, line, column].map((at, index) => encode(at - kept[index]))].join('');
      kept = [source, line, column];
    }
    return first;
  });
  return JSON.stringify({ ...map, names: [], mappings: lines.join(';') });
}
