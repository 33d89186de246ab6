/**
 * Texts of three words or more that are the same in every language: names of portals and what stands on their
 * screens.
 */
export const sameInEveryLanguage: ReadonlySet<string> = new Set<string>(['Plan for ⟦0⟧'])
