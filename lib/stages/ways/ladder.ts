import type { Note } from '../types.ts';
import { buyersLadder } from './buyers-ladder.ts';
import { duplicateNotes } from './one-authority.ts';
import { sellersLadder } from './sellers-ladder.ts';
import { standingOf } from './standing.ts';
import type { Rung, Standing, WaysInput } from './types.ts';

/**
 * The suggested ladder of rules 5 and 7.9 at `now`, with the reason for each step, and filings that get in each other's way;
 * without the channels' details, which only the whole view needs.
 */
export function ladderOf(ways: WaysInput): { ladder: Rung[]; warnings: Note[] } {
  const standing = standingOf(ways);
  return { ladder: ladderFor(standing), warnings: duplicateNotes(standing) };
}

/** The ladder of the user's side. */
export function ladderFor(standing: Standing): Rung[] {
  return standing.role === 'seller' ? sellersLadder(standing) : buyersLadder(standing);
}
