import type { FindingCode } from '../../../../domain/finding.js'

/** What each code says in a few words. */
export type ShortReasons = Readonly<Record<FindingCode, string>>
