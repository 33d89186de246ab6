import type { Hold, HoldWord, NewHold } from '../../domain/hold/hold.js'
import type { HoldId } from '../../domain/ids.js'

/** A hold whose change is not there any more, and what became of it. */
export interface GoneHold {
  id: HoldId
  how: 'used' | 'superseded'
}

/** What waits for a person, and what people decided about it. */
export interface HoldBook {
  /** The open holds, in the order in which they were opened. */
  readHolds(): Promise<readonly Hold[]>
  /** Every hold there ever was, the newest first. */
  readHoldHistory(): Promise<readonly Hold[]>
  /** Stores those of the changes that no open hold stands for. */
  openHolds(wanted: readonly NewHold[]): Promise<void>
  closeHolds(gone: readonly GoneHold[]): Promise<void>
  /**
   * Adds what the store's actor decided and gives the hold as it is then. Throws `ConfigError` when there is
   * no open hold of that id.
   */
  addHoldWord(id: HoldId, word: Pick<HoldWord, 'word' | 'reason'>): Promise<Hold>
}
