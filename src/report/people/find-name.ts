/** Gives the name of a person for the user's own screen; `undefined` when it is not known. */
export interface FindName {
  (subject: string): string | undefined
  /** The employee number, where that was read too. */
  readonly numberOf?: (subject: string) => string | undefined
}
