import { expect, it } from '@jest/globals';
import { wordDiff } from '#domain';
import { markedBlocks, unmarked } from './marks.js';

it('divides a text into paragraphs and points', () => {
  expect(markedBlocks(unmarked('One.\n\nTwo:\n- a\n- b\nThree.'))).toEqual([
    { list: false, items: [unmarked('One.')] },
    { list: false, items: [unmarked('Two:')] },
    { list: true, items: [unmarked('a'), unmarked('b')] },
    { list: false, items: [unmarked('Three.')] },
  ]);
  expect(markedBlocks([])).toEqual([]);
});

it('keeps the marks within each line, and the sign of a point out of them', () => {
  expect(markedBlocks(wordDiff('- a b\n- c', '- a x\n- c\n- new one'))).toEqual([
    {
      list: true,
      items: [
        [
          { kind: 'same', text: 'a' },
          { kind: 'removed', text: ' b' },
          { kind: 'added', text: ' x' },
        ],
        [{ kind: 'same', text: 'c' }],
        [{ kind: 'added', text: 'new one' }],
      ],
    },
  ]);
});

it('begins a line for a point that takes the place of a paragraph', () => {
  expect(markedBlocks(wordDiff('One.\n\nTwo words.', 'One.\n\n- a point')).map((b) => [b.list, b.items[0]])).toEqual([
    [false, unmarked('One.')],
    [false, [{ kind: 'removed', text: 'Two words.' }]],
    [true, [{ kind: 'added', text: 'a point' }]],
  ]);
});
