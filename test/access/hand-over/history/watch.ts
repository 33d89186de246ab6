import type { AnswerEnd } from '../../../../src/access/access-book.js'
import type { HandOver } from '../../../../src/access/work/delivery-payload.js'

/**
 * A word that a login may be deleted for a new one. Bound to the exact work; one word serves one hand-over.
 */
interface Word {
  work: string
  at: number
  usedBy?: string
  /** The program knows that the list arrived: taking the word back is too late. */
  settled?: boolean
}

/** A link that somebody asked for; it serves one hand-over. */
interface Link {
  at: number
  usedBy?: string
}

/** Somebody asked for work again, though a list of it may have been in somebody's hands. */
interface Again {
  at: number
  inHands: string | undefined
  refused: string | undefined
}

/** The batches of one list by their names, and who stands in them. */
type List = ReadonlyMap<string, ReadonlySet<string>>

export const wordAgeMs = 30 * 24 * 3_600_000

/** Those who do the work, and who know what really came to them. Says what should never have come. */
export const createWatch = (now: () => number) => {
  const faults: string[] = []
  /**
   * For each person the key of the list that may be in somebody's hands; it leaves by a person's answer
   * alone.
   */
  const inHands = new Map<string, string>()
  const refused = new Map<string, string>()
  const leftAlone = new Set<string>()
  let words = new Map<string, Word>()
  let agains = new Map<string, Again>()
  let links = new Map<string, Link>()
  /** To whom a list gave a user name. */
  const names = new Map<string, string>()
  /** By hand-over and way of delivery, the list that came last. */
  const lists = new Map<string, Map<string, List>>()

  const isOld = ({ at }: { at: number }): boolean => at < now() - wordAgeMs

  /** Work that is another than what was refused needs no word to go out. */
  const isNeeded = (again: Again, work: string): boolean =>
    again.inHands !== undefined || again.refused === work

  const judgeDeletion = (subject: string, work: string, key: string): void => {
    const word = words.get(subject)
    if (word?.work !== work) faults.push(`${subject}: deleted without a word that stands`)
    else if (word.usedBy !== undefined && word.usedBy !== key)
      faults.push(`${subject}: one word, two deletions`)
    else if (word.settled !== true && isOld(word)) faults.push(`${subject}: deleted on an old word`)
  }

  const membersOf = (key: string, batch?: string): ReadonlySet<string> =>
    new Set(
      [...(lists.get(key)?.values() ?? [])]
        .flatMap((list) => [...list])
        .flatMap(([name, people]) => (batch === undefined || batch === name ? [...people] : [])),
    )

  const judgeLink = (subject: string, key: string): void => {
    const link = links.get(subject)
    if (leftAlone.has(subject)) faults.push(`${subject}: a link though left alone`)
    // A list that was told of once may be sent by another way as well.
    if (membersOf(key).has(subject)) return
    if (link === undefined) faults.push(`${subject}: a link that nobody asked for`)
    else if (link.usedBy !== undefined && link.usedBy !== key) faults.push(`${subject}: one word, two links`)
  }

  const judgeName = (subject: string, work: HandOver['batches'][number]['people'][number]['work']): void => {
    const name = 'wanted' in work ? work.wanted.userName : null
    const owner = name === null ? subject : (names.get(name) ?? subject)
    if (owner !== subject) faults.push(`${subject}: the user name of ${owner}`)
  }

  /** What must hold for each list that is sent, whether or not it comes through. */
  const judge = ({ key, batches }: HandOver): void => {
    for (const { subject, work } of batches.flatMap(({ people }) => people)) {
      if (work.kind === 'resend') {
        judgeLink(subject, key)
        continue
      }
      judgeName(subject, work)
      const before = inHands.get(subject)
      const again = agains.get(subject)
      if (before !== undefined && before !== key) faults.push(`${subject} is on two lists`)
      if (again !== undefined && isNeeded(again, work.work) && isOld(again))
        faults.push(`${subject}: again on an old word`)
      if (refused.get(subject) === work.work) faults.push(`${subject}: handed over against a refusal`)
      if (leftAlone.has(subject)) faults.push(`${subject}: handed over though left alone`)
      if (work.kind === 'replace') judgeDeletion(subject, work.work, key)
    }
  }

  const take = (channel: string, { key, batches }: HandOver): void => {
    const list = new Map(
      batches.map((batch) => [batch.key, new Set<string>(batch.people.map((one) => one.subject))]),
    )
    const isNew = !lists.has(key)
    const ways = lists.get(key) ?? new Map<string, List>()
    lists.set(key, ways.set(channel, list))
    for (const { subject, work } of batches.flatMap(({ people }) => people)) {
      if (work.kind === 'resend') {
        const link = links.get(subject)
        // Whoever asks while a list is under way asks for another one.
        if (link !== undefined && isNew) link.usedBy = key
        continue
      }
      if ('wanted' in work && work.wanted.userName !== null) names.set(work.wanted.userName, subject)
      inHands.set(subject, key)
      refused.delete(subject)
      agains.delete(subject)
      const word = words.get(subject)
      if (word?.work === work.work) word.usedBy = key
    }
  }

  const settle = (subject: string): void => {
    inHands.delete(subject)
    agains.delete(subject)
    refused.delete(subject)
  }

  return {
    faults,
    lists,
    leftAlone,
    inHands,
    judge,
    take,
    /** The program put on record that a list arrived. */
    noteArrived: (key: string, channel: string): void => {
      for (const subject of [...(lists.get(key)?.get(channel)?.values() ?? [])].flatMap((all) => [...all])) {
        const word = words.get(subject)
        if (word?.usedBy === key) word.settled = true
      }
    },
    accept: (subject: string, work: string): void => {
      words.set(subject, { work, at: now() })
      // Whoever accepts refused work wants it again.
      if (refused.get(subject) !== work && agains.get(subject)?.refused !== work) return
      agains.set(subject, { at: now(), inHands: inHands.get(subject), refused: work })
      refused.delete(subject)
    },
    askAgain: (subject: string): void => {
      agains.set(subject, { at: now(), inHands: inHands.get(subject), refused: refused.get(subject) })
      inHands.delete(subject)
      refused.delete(subject)
    },
    askLink: (subject: string): void => {
      links.set(subject, { at: now() })
    },
    /**
     * The time for an answer is over, in a portal where the same work twice does no harm: the list counts as
     * lost when it surely arrived.
     */
    noteExpired: (subject: string): void => {
      inHands.delete(subject)
    },
    takeBack: (subject: string): void => {
      if (links.get(subject)?.usedBy === undefined) links.delete(subject)
      if (words.get(subject)?.settled !== true) words.delete(subject)
      const again = agains.get(subject)
      if (again?.inHands !== undefined) inHands.set(subject, again.inHands)
      if (again?.refused !== undefined) refused.set(subject, again.refused)
      agains.delete(subject)
    },
    /** Somebody answered for one person. */
    noteAnswer: (subject: string, answer: 'confirmed' | 'refused', work: string): void => {
      settle(subject)
      if (answer === 'refused') refused.set(subject, work)
    },
    /** Somebody confirmed a whole list. `waiting`: whose work was delivered and had no answer before. */
    noteConfirmed: (
      { key, batch }: { key: string; batch?: string },
      { answered }: AnswerEnd,
      waiting: ReadonlySet<string>,
    ): void => {
      const members = membersOf(key, batch)
      for (const { subject, kind } of answered)
        if (kind === 'resend' && !members.has(subject))
          faults.push(`${subject}: a link confirmed, not listed`)
      const works = answered.filter(({ kind }) => kind !== 'resend')
      const confirmed = new Set<string>(works.map(({ subject }) => subject))
      for (const subject of confirmed)
        if (!members.has(subject)) faults.push(`${subject}: confirmed and not on the list`)
        else if ((inHands.get(subject) ?? key) !== key) faults.push(`${subject}: confirmed for another list`)
      for (const subject of members)
        if (waiting.has(subject) && inHands.get(subject) === key && !confirmed.has(subject))
          faults.push(`${subject}: on the list and not confirmed`)
      for (const { subject, answer } of works) if (answer === 'confirmed') settle(subject)
    },
    /** Words as they stand now, for the moment a backup is made; gives what puts them back with it. */
    copyWords: (): (() => void) => {
      const before = { words: new Map(words), agains: new Map(agains), links: new Map(links) }
      return () => {
        links = new Map(before.links)
        words = new Map(before.words)
        agains = new Map(
          [...before.agains].filter(
            ([subject]) =>
              inHands.get(subject) === undefined ||
              inHands.get(subject) === before.agains.get(subject)?.inHands,
          ),
        )
        for (const subject of agains.keys()) inHands.delete(subject)
        refused.clear()
      }
    },
  }
}

export type Watch = ReturnType<typeof createWatch>
