import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'

/** How files are moved. */
export interface Moves {
  rename: (from: string, to: string) => void
  /** Gives a file a second name. */
  link: (file: string, name: string) => void
}

const realMoves: Moves = { rename: renameSync, link: linkSync }

/**
 * Puts `draft` in the place of the database at `path`, which is kept as `aside` with what stands beside it.
 * When it breaks on the way, all is as it was; a process that is killed on the way leaves the former file or
 * the new one at `path`, wherever files can have two names.
 */
export const replaceFile = (draft: string, path: string, aside: string, moves: Moves = realMoves): void => {
  const undo: (() => void)[] = []
  const move = (from: string, to: string): void => {
    moves.rename(from, to)
    undo.push(() => {
      renameSync(to, from)
    })
  }
  try {
    // Before the new file comes: a log that stands beside it would be taken for its own.
    for (const end of ['-wal', '-shm'])
      if (existsSync(`${path}${end}`)) move(`${path}${end}`, `${aside}${end}`)
    if (existsSync(path)) keepUnder(path, aside, moves, { move, undo })
    moves.rename(draft, path)
  } catch (error) {
    for (const step of undo.reverse()) step()
    throw error
  }
}

/**
 * A second name leaves the first in place until the new file takes it; a file system without such names needs
 * a move.
 */
const keepUnder = (
  path: string,
  aside: string,
  { link }: Moves,
  { move, undo }: { move: (from: string, to: string) => void; undo: (() => void)[] },
): void => {
  try {
    link(path, aside)
  } catch {
    move(path, aside)
    return
  }
  undo.push(() => {
    rmSync(aside)
  })
}
