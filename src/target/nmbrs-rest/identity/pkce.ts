import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * What one login keeps to itself until the browser is back (RFC 7636, and the state of RFC 6749, section
 * 10.12).
 */
export interface LoginSecrets {
  state: string
  verifier: string
}

const entropyBytes = 32

export const makeLoginSecrets = (): LoginSecrets => ({
  state: randomBytes(entropyBytes).toString('base64url'),
  verifier: randomBytes(entropyBytes).toString('base64url'),
})

export const toChallenge = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url')

/** Whether two texts are the same, in a time that says nothing about where they differ. */
export const isSameSecret = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
