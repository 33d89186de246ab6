import type { SourceEmployeeId } from '../../domain/ids.js'
import type { CanaryFlaw, CanaryKind } from '../../domain/run/canary.js'

/**
 * What was seen of the first people of earlier runs, by circumstances: the version of the program and the
 * transport.
 */
export interface CanaryBook {
  /**
   * Kinds that were right, and what was not right since. `passedOver`: people for whom a write was not
   * confirmed before, under whatever circumstances.
   */
  readCanary(circumstances: string): Promise<{
    proven: ReadonlySet<CanaryKind>
    flaws: readonly CanaryFlaw[]
    passedOver: ReadonlySet<SourceEmployeeId>
  }>
  /** Adds kinds that are right now; what was not right before is over. */
  noteProven(circumstances: string, kinds: readonly CanaryKind[]): Promise<void>
  noteFlaws(circumstances: string, flaws: readonly CanaryFlaw[]): Promise<void>
  /** Someone goes on without, so what was not right keeps no one back any more. */
  dropFlaws(): Promise<void>
}
