import type { AnswerEnd } from '../../../../src/access/access-book.js'
import type { HandOver } from '../../../../src/access/work/delivery-payload.js'

/** A word that a login may be deleted for a new one. Bound to the exact work; one word serves one hand-over. */
interface Word {
  work: string
  at: number
  usedBy?: string
  /** The program knows that the list arrived: taking the word back is too late. */
  settled?: boolean
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
  /** For each person the key of the list that may be in somebody's hands; it leaves by a person's answer alone. */
  const inHands = new Map<string, string>()
  const refused = new Map<string, string>()
  const leftAlone = new Set<string>()
  let words = new Map<string, Word>()
  let agains = new Map<string, Again>()
  /** By hand-over and way of delivery, the list that came last. */
  const lists = new Map<string, Map<string, List>>()

  const isOld = ({ at }: { at: number }): boolean => at < now() - wordAgeMs

  const judgeDeletion = (subject: string, work: string, key: string): void => {
    const word = words.get(subject)
    if (word?.work !== work) faults.push(`${subject}: deleted without a word that stands`)
    else if (word.usedBy !== undefined && word.usedBy !== key)
      faults.push(`${subject}: one word, two deletions`)
    else if (word.settled !== true && isOld(word)) faults.push(`${subject}: deleted on an old word`)
  }

  /** What must hold for each list that is sent, whether or not it comes through. */
  const judge = ({ key, batches }: HandOver): void => {
    for (const { subject, work } of batches.flatMap(({ people }) => people)) {
      const before = inHands.get(subject)
      const again = agains.get(subject)
      if (before !== undefined && before !== key) faults.push(`${subject} is on two lists`)
      if (again !== undefined && isOld(again)) faults.push(`${subject}: again on an old word`)
      if (refused.get(subject) === work.work) faults.push(`${subject}: handed over against a refusal`)
      if (leftAlone.has(subject)) faults.push(`${subject}: handed over though left alone`)
      if (work.kind === 'replace') judgeDeletion(subject, work.work, key)
    }
  }

  const take = (channel: string, { key, batches }: HandOver): void => {
    const list = new Map(
      batches.map((batch) => [batch.key, new Set<string>(batch.people.map((one) => one.subject))]),
    )
    const ways = lists.get(key) ?? new Map<string, List>()
    lists.set(key, ways.set(channel, list))
    for (const { subject, work } of batches.flatMap(({ people }) => people)) {
      inHands.set(subject, key)
      refused.delete(subject)
      agains.delete(subject)
      const word = words.get(subject)
      if (word?.work === work.work) word.usedBy = key
    }
  }

  const membersOf = (key: string, batch?: string): ReadonlySet<string> =>
    new Set(
      [...(lists.get(key)?.values() ?? [])]
        .flatMap((list) => [...list])
        .flatMap(([name, people]) => (batch === undefined || batch === name ? [...people] : [])),
    )

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
    },
    askAgain: (subject: string): void => {
      agains.set(subject, { at: now(), inHands: inHands.get(subject), refused: refused.get(subject) })
      inHands.delete(subject)
      refused.delete(subject)
    },
    takeBack: (subject: string): void => {
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
      const confirmed = new Set<string>(answered.map(({ subject }) => subject))
      for (const subject of confirmed)
        if (!members.has(subject)) faults.push(`${subject}: confirmed and not on the list`)
        else if ((inHands.get(subject) ?? key) !== key) faults.push(`${subject}: confirmed for another list`)
      for (const subject of members)
        if (waiting.has(subject) && inHands.get(subject) === key && !confirmed.has(subject))
          faults.push(`${subject}: on the list and not confirmed`)
      for (const { subject, answer } of answered) if (answer === 'confirmed') settle(subject)
    },
    /** Words as they stand now, for the moment a backup is made; gives what puts them back with it. */
    copyWords: (): (() => void) => {
      const before = { words: new Map(words), agains: new Map(agains) }
      return () => {
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
