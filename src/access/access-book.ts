import type { Digest } from '../domain/digest.js'
import type { AccessSubject } from '../domain/ids.js'
import type { DigestAccess, KnownLogin, LoginFacts, PortalName } from './logins/login.js'
import type { AccessReason } from './reasons.js'
import type { Acceptance, AccessRequests, AccessState, KnownAccess, WorkKind } from './work/order.js'

/** Work as it is put on record before anyone is told of it. */
export interface NewOrder {
  subject: AccessSubject
  kind: WorkKind
  work: Digest
  /** See `AccessOrder.result`. */
  result: LoginFacts | null
}

/** In which batches of a hand-over one piece of work is done; batches are counted from 1. */
export interface NewPlace {
  subject: AccessSubject
  work: Digest
  /** The batch after which the work is done. */
  batch: number
  /** The batch before it that deletes the login, for a replacement. */
  deletion: number | null
}

/**
 * Where in a hand-over one piece of work stands, by the names of batches: the key of the hand-over, a dash
 * and the number.
 */
export interface OrderPlace {
  subject: AccessSubject
  work: Digest
  batch: string
  deletion: string | null
}

/** What became of the delivery of one hand-over by one channel. */
export type DeliveryState =
  /** It was not tried. */
  | 'waiting'
  /** It was about to be tried, and the program ended before it was known. */
  | 'begun'
  | 'arrived'
  /** It surely did not arrive. */
  | 'not-arrived'
  /** The answer was lost, so it may have arrived. */
  | 'unknown'

/** How one delivery ended, as far as is known. */
export type DeliveryEnd = Exclude<DeliveryState, 'waiting' | 'begun'>

/** A hand-over, and what is not settled of it. */
export interface OpenHandOver {
  /** What tells it apart; the same each time it is sent. */
  key: string
  /** ISO 8601. */
  begunAt: string
  places: readonly OrderPlace[]
  /** By channel: `worklist`, `webhook`, `email`. */
  deliveries: Readonly<Partial<Record<string, DeliveryState>>>
}

/**
 * An answer to handed-over work. `deletion-confirmed`: of a replacement, the old login is gone and the new
 * one is still to come.
 */
export type Answer = 'confirmed' | 'deletion-confirmed' | 'refused'

/** How an answer came: someone gave it, or a list of the portal showed it. */
export type AnswerOrigin = 'confirmed' | 'imported'

/**
 * Whom an answer is about: people by their ids, or everyone on the list of a batch or of a whole hand-over
 * who still waits for one. Who was taken out of the list before it arrived is not among them, nor who
 * refused.
 */
export type AnswerTarget = { subjects: readonly AccessSubject[] } | { batch: string } | { handOver: string }

export interface AnswerEnd {
  answered: readonly { subject: AccessSubject; kind: WorkKind; answer: Answer }[]
  /** Those whose work waits for no answer, and where it stands; `null`: there is none. */
  passed: readonly { subject: AccessSubject; state: AccessState | null }[]
}

/** What someone asks for by hand. */
export type AccessRequest =
  | { subject: AccessSubject; ask: 'individually' | 'resend' | 'remove' | 'user-name' | 'again' }
  | ({ ask: 'acceptance' } & Acceptance)

/** A login as a list of the portal shows it. */
export interface ListedLogin {
  subject: AccessSubject
  login: Omit<KnownLogin, 'origin' | 'since'>
}

/** What a list of the portal settled. */
export interface ImportedList {
  logins: readonly ListedLogin[]
  /** Work that the list shows to be done, whose order is confirmed. */
  done: readonly { subject: AccessSubject; work: Digest }[]
  /**
   * Logins that are known and that a whole list does not have; they are forgotten. Only on someone's word.
   */
  gone: readonly AccessSubject[]
  /** Whether someone said that it is the whole list of the portal. */
  whole: boolean
  lines: number
  surprises: number
}

/** How login data reached a person. */
export type LetterWay = 'paper' | 'email'

/** Work that was confirmed and whose person was not told yet. */
export interface UntoldOrder {
  subject: AccessSubject
  kind: WorkKind
  work: Digest
  answeredAt: string
}

/**
 * What is kept of one portal within one connection: logins, orders, hand-overs and what people asked for.
 * Ids, digests, names of templates, codes and times. Who acts is filled in by the state file, and everything
 * a person does is put on record.
 */
export interface AccessBook {
  readonly portal: PortalName
  readonly digest: DigestAccess

  readKnown(): Promise<readonly KnownAccess[]>
  /**
   * What was asked at or after that moment (ISO 8601), or at any time, and whose words are older than that.
   */
  readRequests(since?: string): Promise<AccessRequests>
  /**
   * When a whole list of the portal was imported last, ISO 8601; `undefined`: never, so there may be logins
   * no one here knows of.
   */
  findListed(): Promise<string | undefined>

  /** Work that got no answer and was handed over before that moment (ISO 8601) expires. Gives whose. */
  expireOrders(handedOverBefore: string): Promise<readonly AccessSubject[]>
  /**
   * Puts on record what is wanted now: the orders of work that is not handed over, and no others. Work in
   * someone's hands stays as it is.
   */
  noteWanted(wanted: readonly NewOrder[]): Promise<void>

  /** Hand-overs that are not known to have arrived by every channel, the oldest first. */
  readOpenHandOvers(): Promise<readonly OpenHandOver[]>
  /** Hand-overs with work that was delivered and has no answer, the oldest first, and that work. */
  readUnanswered(): Promise<readonly OpenHandOver[]>
  /**
   * Puts on record that work is about to be handed over by these channels, and gives the key. The orders must
   * be wanted just so.
   */
  beginHandOver(places: readonly NewPlace[], channels: readonly string[]): Promise<OpenHandOver>
  /** Notes that a channel is about to be tried, before it is. */
  beginDelivery(key: string, channel: string): Promise<void>
  /**
   * Notes how a delivery ended. From the first that arrived on, the orders are handed over, and what was
   * asked by hand about them is done. An order that was given up, or is wanted otherwise by now, stays as it
   * is.
   */
  endDelivery(key: string, channel: string, end: DeliveryEnd): Promise<void>
  /**
   * Takes work out of a hand-over because it is not wanted any more as it was handed over. When the hand-over
   * may have arrived, its order expires, for no one knows whether it will be done, and stands in no batch any
   * more; what was asked by hand about it is used up. Else it is forgotten.
   */
  giveUp(key: string, subjects: readonly AccessSubject[]): Promise<void>
  /** Nothing of it is delivered any more. */
  closeHandOver(key: string): Promise<void>

  /** Stores an answer and what it makes of the logins. `reason` is what a person typed, kept as typed. */
  answer(target: AnswerTarget, answer: Answer, reason: string | null): Promise<AnswerEnd>
  ask(request: AccessRequest, reason: string | null): Promise<void>
  /** Takes back what was asked and not handed over yet. Gives whether there was anything. */
  unask(subject: AccessSubject): Promise<boolean>
  /** Lets the request for a link go that cannot be sent. `why` goes on record. */
  endResend(subject: AccessSubject, why: AccessReason): Promise<void>
  noteImport(list: ImportedList): Promise<void>

  /** To whom login data was sent last, how, and when (ISO 8601). */
  readLetters(): Promise<ReadonlyMap<AccessSubject, { way: LetterWay; at: string }>>
  /**
   * Notes that login data goes to someone: before it is sent by e-mail, so that it never goes twice, no
   * matter what ends the program. Gives `false` and notes nothing when some went to them since that moment
   * (ISO 8601).
   */
  noteLetter(subject: AccessSubject, way: LetterWay, since: string): Promise<boolean>
  /** Takes that back: it surely was not sent. */
  forgetLetter(subject: AccessSubject): Promise<void>

  /**
   * New logins that were confirmed at or after that moment (ISO 8601), whose people were not told of it by a
   * message.
   */
  readUntold(since: string): Promise<readonly UntoldOrder[]>
  /**
   * Notes that someone is being told. Gives `false` when they were told, or are being told, by another run.
   */
  noteTold(subject: AccessSubject, work: Digest): Promise<boolean>
  /** For a message that surely did not arrive: a later run sends it. */
  noteUntold(subject: AccessSubject, work: Digest): Promise<void>
}
