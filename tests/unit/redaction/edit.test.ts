import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginEdit, type EditAction, type EditState, edit, nudged, SMALLEST_BOX } from '../../../lib/redaction/edit.ts';
import type { Find } from '../../../lib/redaction/find.ts';

const BOX = { picture: 'frame-001.png', left: 10, top: 20, width: 30, height: 40 };
const PICTURE = { width: 200, height: 100 };
const WORD: Find = { id: '测试三', rule: 'word', text: '测试三', confidence: 'high', boxes: [], inTexts: 1 };

function editedBy(...actions: EditAction[]): EditState {
  return actions.reduce(edit, beginEdit(['phone'], [], [BOX]));
}

describe('editing', () => {
  it('begins as it was left', () => {
    const { draft, past, selected } = editedBy();
    expect([...draft.chosen]).toEqual(['phone']);
    expect(draft.boxes).toEqual([{ ...BOX, id: 'box-0' }]);
    expect([past, selected]).toEqual([[], null]);
  });

  it('adds boxes under numbers of their own and selects them', () => {
    const { draft, selected } = editedBy(
      { type: 'add', box: BOX },
      { type: 'remove', id: 'box-1' },
      { type: 'add', box: BOX },
    );
    expect(draft.boxes.map(({ id }) => id)).toEqual(['box-0', 'box-2']);
    expect(selected).toBe('box-2');
  });

  it('chooses and leaves finds, one or all; words are chosen when they are typed', () => {
    const leave: EditAction = { type: 'toggle', ids: ['phone', 'name'], chosen: false };
    expect([...editedBy(leave).draft.chosen]).toEqual([]);
    expect([...editedBy(leave, { type: 'addWords', find: WORD }).draft.chosen]).toEqual(['测试三']);
    const twice = editedBy({ type: 'addWords', find: WORD }, { type: 'addWords', find: WORD });
    expect(twice.draft.words).toEqual([WORD]);
  });

  it('forgets what was undone when something else is done', () => {
    const state = editedBy({ type: 'remove', id: 'box-0' }, { type: 'undo' }, { type: 'add', box: BOX });
    expect(edit(state, { type: 'redo' })).toBe(state);
    expect(state.draft.boxes).toHaveLength(2);
  });

  const action: fc.Arbitrary<EditAction> = fc.oneof(
    fc.constant<EditAction>({ type: 'add', box: BOX }),
    fc.nat(4).map((index): EditAction => ({ type: 'remove', id: `box-${index}` })),
    fc.nat(4).map((index): EditAction => ({ type: 'change', box: { ...BOX, id: `box-${index}`, left: index } })),
    fc.boolean().map((chosen): EditAction => ({ type: 'toggle', ids: ['phone', 'name'], chosen })),
    fc.constant<EditAction>({ type: 'addWords', find: WORD }),
    fc.constant<EditAction>({ type: 'select', id: 'box-0' }),
  );

  it('goes all the way back and forward again', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 15 }), (actions) => {
        const done = editedBy(...actions);
        let state = done;
        for (const _ of done.past) state = edit(state, { type: 'undo' });
        expect(state.draft).toEqual(editedBy().draft);
        expect(edit(state, { type: 'undo' })).toBe(state);
        for (const _ of done.past) state = edit(state, { type: 'redo' });
        expect(state.draft).toEqual(done.draft);
      }),
    );
  });
});

describe('a box that is moved or stretched', () => {
  it('stays whole inside its picture', () => {
    const distance = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(distance, distance, fc.constantFrom('move' as const, 'size' as const), (x, y, how) => {
        const box = nudged({ ...BOX, id: 'box-0' }, { x, y }, how, PICTURE);
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
        expect(box.left + box.width).toBeLessThanOrEqual(PICTURE.width);
        expect(box.top + box.height).toBeLessThanOrEqual(PICTURE.height);
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(SMALLEST_BOX);
        if (how === 'move') expect([box.width, box.height]).toEqual([BOX.width, BOX.height]);
        else expect([box.left, box.top]).toEqual([BOX.left, BOX.top]);
      }),
    );
  });
});
