import { nameOfError } from '../../domain/errors.js'
import type { Log } from '../../domain/log.js'
import type { ConsumerStanding } from '../../onboarding/progress/standing.js'

/** An application at a consumer, and how far it is. */
export interface WatchedApplication {
  connection: string
  companyId: string
  standing: ConsumerStanding
}

/** What the watch needs of the world around it. */
export interface ApplicationPorts {
  /** The calendar day in the zone of the configuration. */
  today: () => string
  /** Does something after a while, once; gives what takes that back. */
  setTimer: (afterMs: number, work: () => void) => () => void
  read: () => Promise<readonly WatchedApplication[]>
  /** A consumer has said nothing for long. */
  remind: (application: WatchedApplication) => void
  /** It is the day of the first exchange: looks at the account, and notes that it did when it could. */
  check: (application: WatchedApplication) => Promise<void>
  log: Log
}

/** How often it is looked. Days are what counts, and a check that failed is tried again. */
export const applicationHeartbeatMs = 3_600_000

/**
 * Reminds of consumers that say nothing, once a day, and has the account looked at on the day of the first
 * exchange.
 */
export class ApplicationWatch {
  #remindedOn = new Map<string, string>()
  #stopTimer: () => void = () => undefined
  #work: Promise<void> | undefined
  #stopping = false

  constructor(private readonly ports: ApplicationPorts) {}

  /** Looks now, and every hour from now on. */
  start(): void {
    if (this.#stopping || this.#work !== undefined) return
    this.#stopTimer()
    this.#work = this.#look().finally(() => {
      this.#work = undefined
      if (this.#stopping) return
      this.#stopTimer = this.ports.setTimer(applicationHeartbeatMs, () => {
        this.start()
      })
    })
  }

  /** Looks no more, and waits for what goes on. */
  async stop(): Promise<void> {
    this.#stopping = true
    this.#stopTimer()
    await this.#work
  }

  async #look(): Promise<void> {
    try {
      for (const application of await this.ports.read()) {
        if (this.#stopping) return
        this.#remind(application)
        await this.#check(application)
      }
    } catch (error) {
      this.ports.log.warn('applications could not be looked at', { code: nameOfError(error) })
    }
  }

  #remind(application: WatchedApplication): void {
    const { connection, companyId, standing } = application
    const today = this.ports.today()
    const key = `${connection} ${companyId} ${standing.profile}`
    if (!standing.isOverdue || this.#remindedOn.get(key) === today) return
    this.#remindedOn.set(key, today)
    this.ports.remind(application)
  }

  async #check(application: WatchedApplication): Promise<void> {
    const { stage, exchangeOn, checkedOn } = application.standing
    if (stage === 'exchange-today' && checkedOn !== exchangeOn) await this.ports.check(application)
  }
}
