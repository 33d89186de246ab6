import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Closes texts so that only this state's key opens them, and only for what they were closed for. */
export interface Seal {
  close(text: string, purpose: string): Buffer
  /** `undefined` for what another key closed, for another purpose, or what was changed since. */
  open(sealed: Buffer, purpose: string): string | undefined
}

const algorithm = 'aes-256-gcm'
const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/**
 * AES-256-GCM with a key of its own, made from the state key (HKDF, RFC 5869): what the state key digests
 * says nothing about it.
 */
export const createSeal = (stateKey: Buffer, use: string): Seal => {
  const key = Buffer.from(hkdfSync('sha256', stateKey, '', `nmbrs-sync ${use}`, keyBytes))
  return {
    close: (text, purpose) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(purpose))
      const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), closed])
    },
    open: (sealed, purpose) => {
      try {
        const nonce = sealed.subarray(0, nonceBytes)
        const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes)
        const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
        decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag)
        const text = [decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]
        return Buffer.concat(text).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
