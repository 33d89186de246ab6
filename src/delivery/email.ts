/** The mail server, and who writes. */
export interface MailServer {
  host: string
  port: number
  /** TLS from the first byte. Otherwise STARTTLS, which the server must offer unless it is this machine. */
  secure: boolean
  /** `undefined`: the server takes mail without a login. */
  login: { username: string; password: string } | undefined
  from: string
  isLoopback: boolean
  /** The key of the configuration that describes it, for messages: `notices.email`. */
  setting: string
  /** How long the server may stay silent, in milliseconds. */
  timeoutMs?: number
  /** How long one message may take from the first byte to the last answer, in milliseconds. */
  deadlineMs?: number
}

export interface Email {
  to: readonly string[]
  subject: string
  text: string
  html?: string
  attachments?: readonly { filename: string; content: string; contentType: string }[]
  /** The same for every attempt, so that a mail program can tell a repeat: `<id@host>`. */
  messageId?: string
}
