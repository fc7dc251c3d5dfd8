/** What the picker says in the page, in the language of the screens. */
export interface PickWords {
  /** What to click on. */
  ask: string;
  /** How to go on without a mouse, and how to give up. */
  keys: string;
}

/** The element that the user pointed at. */
export interface PickedElement {
  /** Its words as the page shows them. */
  text: string;
  /** What of them may be the value, best first. */
  texts: string[];
  /** Address of the page. */
  url: string;
}

/** What the script that comes into a page on demand can do there. */
export interface PageTools {
  /** Lets the user point at an element; null when they give up. */
  pick: (words: PickWords) => Promise<PickedElement | null>;
  cancelPick: () => void;
  /** The structure of the page without anybody's data; `version` is the extension's, which its page cannot ask for. */
  report: (version: string) => string;
}

/** Where the tools are in the isolated world of our scripts, which the page itself cannot reach. */
export const PAGE_TOOLS = 'disputeDossierPageTools';
const world = globalThis as { [PAGE_TOOLS]?: PageTools };

/** Leaves the tools for later calls; a picker of an earlier injection is closed. */
export function offerPageTools(tools: PageTools): void {
  findPageTools()?.cancelPick();
  world[PAGE_TOOLS] = tools;
}

/** The tools, when they have come into this page already. */
export function findPageTools(): PageTools | null {
  return world[PAGE_TOOLS] ?? null;
}
