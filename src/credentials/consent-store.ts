/** The two tokens of a consent. Nothing prints, logs or counts them. */
export interface ConsentTokens {
  access: string
  /** `undefined`: the consent ends with the access token. */
  refresh: string | undefined
}

/** What may be shown of a consent. Moments in milliseconds since 1970. */
export interface ConsentFacts {
  /** `gone`: it was withdrawn or has ended, and there are no tokens any more. */
  standing: 'given' | 'gone'
  scopes: readonly string[]
  consentedAt: number
  /** When the access token was made. */
  accessSince: number
  accessEndsAt: number
  /** `undefined`: nothing outlives the access token. */
  refreshEndsAt: number | undefined
}

/** What a consent brings: its facts as they are from now on, and its tokens. */
export interface GrantedConsent extends Omit<ConsentFacts, 'standing'> {
  tokens: ConsentTokens
}

/** A consent as it is kept. Every change of its tokens has a higher generation than the one before. */
export interface KeptConsent extends ConsentFacts {
  generation: number
  /** `undefined` when it is gone. */
  tokens: ConsentTokens | undefined
}

/**
 * Keeps the consent of one connection, sealed, between runs and for all processes. What it promises to have
 * kept is on disk. A refresh token can be used once, so anyone who uses it has claimed it first, and a claim
 * that is not given back ends by itself.
 */
export interface ConsentStore {
  /** `undefined`: none was given, or it was given to another app. */
  look(): Promise<ConsentFacts | undefined>
  read(): Promise<KeptConsent | undefined>
  /** A new consent, in the place of any other. */
  keep(consent: GrantedConsent): Promise<void>
  /** Takes the right to use the refresh token; `false` while someone else has it. */
  claim(owner: string, untilMs: number): Promise<boolean>
  /**
   * What a refresh brought; ends the claim. `false`, and nothing is kept, when another generation is there by
   * now.
   */
  replace(owner: string, generation: number, consent: GrantedConsent): Promise<boolean>
  /** The consent is gone; ends the claim. Another generation is left alone. */
  end(owner: string, generation: number): Promise<void>
  release(owner: string): Promise<void>
  /** Gives whether there was one. */
  forget(): Promise<boolean>
}
