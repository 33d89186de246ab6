import type { z } from 'zod'

import type { EmailConfig } from '../config.js'
import type { mailSchema } from '../schema/notices-schema.js'
import { Secret } from '../environment/secret.js'

/** A mail server and who is written to. Without a port the usual one of the encryption is taken. */
export const toEmail = (file: z.infer<typeof mailSchema>): EmailConfig => {
  const { host, secure, username, password, from, to } = file
  const login =
    username === undefined || password === undefined
      ? undefined
      : { username, password: new Secret(password) }
  return { host, port: file.port ?? (secure ? 465 : 587), secure, login, from, to }
}
