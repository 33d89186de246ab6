import { randomBytes } from 'node:crypto'

/**
 * What a user agreed to. It hangs on that user and that app, and covers debtors (Nmbrs REST contract, section
 * 3.3).
 */
export interface Consent {
  id: number
  user: string
  clientId: string
  scopes: readonly string[]
  debtorIds: readonly number[]
  companies: readonly number[] | undefined
  isAlive: boolean
}

/** A code on its way from the browser to the app. */
export interface IssuedCode {
  code: string
  consent: Consent
  redirectUri: string
  challenge: string | undefined
  expiresAt: number
  isUsed: boolean
}

export interface IssuedToken {
  token: string
  kind: 'access' | 'refresh'
  consent: Consent
  expiresAt: number
  /** When a refresh token was used first. */
  usedAt: number | undefined
  isRevoked: boolean
}

/** Codes, tokens and the consents behind them, in memory. */
export interface Consents {
  readonly all: readonly Consent[]
  add(consent: Omit<Consent, 'id' | 'isAlive'>): Consent
  addCode(code: Pick<IssuedCode, 'consent' | 'redirectUri' | 'challenge'>, seconds: number): IssuedCode
  findCode(code: string): IssuedCode | undefined
  addToken(kind: IssuedToken['kind'], consent: Consent, seconds: number): IssuedToken
  /** A token there is, good or not. */
  findToken(token: string): IssuedToken | undefined
  /** Whether a token is alive now: neither revoked nor ended, and its consent still stands. */
  isGood(token: IssuedToken): boolean
  now(): number
  /** Everything of that consent is worthless from now on. */
  end(consent: Consent): void
  clear(): void
}

export const createConsents = (now: () => number): Consents => {
  const all: Consent[] = []
  const codes = new Map<string, IssuedCode>()
  const tokens = new Map<string, IssuedToken>()
  const invent = (kind: string): string => `${kind}-${randomBytes(24).toString('base64url')}`
  return {
    all,
    now,
    add: (given) => {
      const consent = { ...given, id: all.length + 1, isAlive: true }
      all.push(consent)
      return consent
    },
    addCode: (given, seconds) => {
      const code = { ...given, code: invent('code'), expiresAt: now() + seconds * 1000, isUsed: false }
      codes.set(code.code, code)
      return code
    },
    findCode: (code) => codes.get(code),
    addToken: (kind, consent, seconds) => {
      const expiresAt = now() + seconds * 1000
      const token: IssuedToken = {
        token: invent(kind),
        kind,
        consent,
        expiresAt,
        usedAt: undefined,
        isRevoked: false,
      }
      tokens.set(token.token, token)
      return token
    },
    findToken: (token) => tokens.get(token),
    isGood: ({ isRevoked, expiresAt, consent }) => !isRevoked && expiresAt > now() && consent.isAlive,
    end: (consent) => {
      consent.isAlive = false
    },
    clear: () => {
      all.length = 0
      codes.clear()
      tokens.clear()
    },
  }
}
