import { InvalidArgumentError, Option } from 'commander'

import type { Bounds } from '../../config/schema/bounds.js'
import { isPlainDateText } from '../../domain/date/plain-date.js'
import type { GlobalFlags } from './global-options.js'

/** Options of a command that is about one connection. */
export interface ConnectionFlags extends GlobalFlags {
  /** Names, or patterns such as `klant-*`. */
  connection?: readonly string[]
  json?: boolean
}

/** For a command that is about one connection. */
export const connectionOption = (
  description = 'the connection; needed only when the configuration has several',
): Option => toConnectionOption(description)

/** For a command that may be about several connections. */
export const connectionsOption = (
  description = 'only this connection, or those that a pattern such as klant-* names; may be given several times',
): Option => toConnectionOption(description)

const toConnectionOption = (description: string): Option =>
  new Option('--connection <name>', description).argParser((name: string, before: string[] | undefined) => [
    ...(before ?? []),
    name,
  ])

/** Why a person decided so. What they type is kept, so that each command says to leave personal data out. */
export const reasonOption = (description = 'why; kept as you type it, so leave personal data out'): Option =>
  new Option('--reason <text>', description)

export const jsonOption = (): Option => new Option('--json', 'print one JSON document instead of text')

export const showValuesOption = (): Option =>
  new Option('--show-values', 'show the values of both sides, masked (NL**…**00)')

export const employeeOption = (): Option =>
  new Option(
    '--employee <person>',
    'only this person, by name, employee number, AlexisHR id or Nmbrs id; may be given several times',
  ).argParser((id: string, before: string[] | undefined) => [...(before ?? []), id])

export const allowPastPeriodsOption = (): Option =>
  new Option(
    '--allow-past-periods',
    'for this run, also create people and send salaries that start before the current payroll period; payroll then recalculates periods that are paid',
  )

export const verifyAllOption = (): Option =>
  new Option(
    '--verify-all',
    'look at every field and every connected bank account, also where nothing changed since both sides last agreed; one more call per person',
  )

/** Reads a whole number of at least `least`. */
export const parseCount =
  (least: number) =>
  (text: string): number => {
    const count = Number(text)
    if (!/^\d+$/.test(text) || count < least || !Number.isSafeInteger(count))
      throw new InvalidArgumentError(`It must be a whole number of at least ${least}.`)
    return count
  }

/** Reads a whole number as the configuration key of the same meaning takes it. */
export const parseWithin =
  ({ least, most }: Bounds) =>
  (text: string): number => {
    const count = Number(text)
    if (!/^\d+$/.test(text) || count < least || count > most)
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`)
    return count
  }

/** Reads the number of a port; 0 takes a free one. */
export const parsePort = (text: string): number => {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('It must be a whole number from 0 to 65535.')
  return Number(text)
}

/** Reads a calendar day. */
export const parseDay = (text: string): string => {
  if (!isPlainDateText(text)) throw new InvalidArgumentError('It must be a day like 2026-12-31.')
  return text
}

/** The end of a command's help. */
export const toExamples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ nmbrs-sync ${line}`).join('\n')}`
