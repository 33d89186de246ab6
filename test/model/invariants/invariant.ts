import type { Play } from '../play.js'
import type { RunNote } from '../world.js'

/** Something that is true after every run. `name` is the sentence; `check` says where it is not so. */
export interface Invariant {
  name: string
  check: (play: Play, run: RunNote) => readonly string[] | Promise<readonly string[]>
}
