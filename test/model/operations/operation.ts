import type { Random } from '../../../src/sandbox/people/invent/random.js'
import type { Play } from '../play.js'

/** Something that somebody does at once. Says what it did, or nothing when there was nobody to do it with. */
export interface Deed {
  weight: number
  run: (play: Play, random: Random) => string | undefined
}

/** Something that takes a command. */
export interface Command {
  weight: number
  run: (play: Play, random: Random) => Promise<string | undefined>
}
