declare const brand: unique symbol

/** Who acts: a person by the name they give, or the daemon. Kept in the audit record as given. */
export type Actor = string & { readonly [brand]: 'Actor' }

/** The daemon, when a schedule starts a run. No person can take this name. */
export const scheduleActor = 'schedule' as Actor

const longestName = 80

/**
 * The name as an actor, blanks around it and doubled ones inside left out, or why it cannot be one. Names are
 * compared to the letter, so the same person has to give the same name.
 */
export const parseActor = (text: string): { actor: Actor } | { flaw: string } => {
  const name = text.normalize('NFC').trim().replaceAll(/ {2,}/g, ' ')
  if (name === '') return { flaw: 'it is empty' }
  if (name.length > longestName) return { flaw: `it has more than ${longestName} characters` }
  if (/\p{C}|[\u2028\u2029]/u.test(name)) return { flaw: 'it has characters that cannot be shown' }
  if (name.toLowerCase() === scheduleActor) return { flaw: `"${name}" is what the daemon is called` }
  return { actor: name as Actor }
}
