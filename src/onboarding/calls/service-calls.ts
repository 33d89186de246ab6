/**
 * The calls of one service by what they do. The names are Nmbrs' own, odd spellings included (Nmbrs contract,
 * sections 2 and 6.10).
 */
export interface ServiceCalls {
  read: readonly string[]
  write: readonly string[]
}
