import type { HandBox } from '../evidence/covered.ts';
import type { Find } from './find.ts';

/** A box that is being edited; its id tells it from others of the same place. */
export type EditBox = HandBox & { id: string };

/** What the user has decided so far. */
export interface Draft {
  /** Ids of the finds that are to be covered. */
  chosen: ReadonlySet<string>;
  /** Words the user typed, with where they stand. */
  words: readonly Find[];
  boxes: readonly EditBox[];
}

/** What the user has decided, everything that can be undone and redone, and the box that is being looked at. */
export interface EditState {
  draft: Draft;
  past: readonly Draft[];
  future: readonly Draft[];
  selected: string | null;
  /** Number of the next box. */
  next: number;
}

export type EditAction =
  | { type: 'toggle'; ids: readonly string[]; chosen: boolean }
  | { type: 'addWords'; find: Find }
  | { type: 'add'; box: HandBox }
  | { type: 'change'; box: EditBox }
  | { type: 'remove'; id: string }
  | { type: 'select'; id: string | null }
  | { type: 'undo' }
  | { type: 'redo' };

/** The state before the first change. */
export function beginEdit(chosen: readonly string[], words: readonly Find[], boxes: readonly HandBox[]): EditState {
  const numbered = boxes.map((box, index) => ({ ...box, id: `box-${index}` }));
  const draft = { chosen: new Set(chosen), words, boxes: numbered };
  return { draft, past: [], future: [], selected: null, next: boxes.length };
}

/** The state after an action; the same object when nothing changes. */
export function edit(state: EditState, action: EditAction): EditState {
  const { draft, past, future, next } = state;
  switch (action.type) {
    case 'select':
      return action.id === state.selected ? state : { ...state, selected: action.id };
    case 'undo':
      return past.length === 0
        ? state
        : {
            ...state,
            draft: past.at(-1) as Draft,
            past: past.slice(0, -1),
            future: [draft, ...future],
            selected: null,
          };
    case 'redo':
      return future.length === 0
        ? state
        : { ...state, draft: future[0] as Draft, past: [...past, draft], future: future.slice(1), selected: null };
    case 'add': {
      const id = `box-${next}`;
      const boxes = [...draft.boxes, { ...action.box, id }];
      return { ...changed(state, { ...draft, boxes }), selected: id, next: next + 1 };
    }
    default:
      return changed(state, changedDraft(draft, action));
  }
}

type Change = Extract<EditAction, { type: 'toggle' | 'addWords' | 'change' | 'remove' }>;

function changedDraft(draft: Draft, action: Change): Draft {
  switch (action.type) {
    case 'toggle': {
      const chosen = new Set(draft.chosen);
      for (const id of action.ids) action.chosen ? chosen.add(id) : chosen.delete(id);
      return { ...draft, chosen };
    }
    case 'addWords': {
      const words = [...draft.words.filter(({ id }) => id !== action.find.id), action.find];
      return { ...draft, words, chosen: new Set([...draft.chosen, action.find.id]) };
    }
    case 'change':
      return { ...draft, boxes: draft.boxes.map((box) => (box.id === action.box.id ? action.box : box)) };
    case 'remove':
      return { ...draft, boxes: draft.boxes.filter(({ id }) => id !== action.id) };
  }
}

function changed(state: EditState, draft: Draft): EditState {
  return { ...state, draft, past: [...state.past, state.draft], future: [] };
}

/** A box moved or stretched by a distance in pixels, kept inside its picture and never smaller than `SMALLEST_BOX`. */
export function nudged(
  box: EditBox,
  { x, y }: { x: number; y: number },
  how: 'move' | 'size',
  picture: { width: number; height: number },
): EditBox {
  const limit = (value: number, least: number, most: number) => Math.round(Math.min(Math.max(value, least), most));
  if (how === 'move') {
    const left = limit(box.left + x, 0, picture.width - box.width);
    return { ...box, left, top: limit(box.top + y, 0, picture.height - box.height) };
  }
  const width = limit(box.width + x, SMALLEST_BOX, picture.width - box.left);
  return { ...box, width, height: limit(box.height + y, SMALLEST_BOX, picture.height - box.top) };
}

/** Below this a box was a click. */
export const SMALLEST_BOX = 6;
