import { setMaxListeners } from 'node:events'
import type { Readable, Writable } from 'node:stream'

import type * as Clack from '@clack/prompts'

import { AbortError } from '../../domain/errors.js'

export interface Question {
  message: string
  /** What an empty answer means; it is shown, and typing takes its place. */
  initial?: string
  /** Says what is wrong with an answer; `undefined` when it will do. */
  check?: (answer: string) => string | undefined
}

export interface Choice<T> {
  value: T
  label: string
}

/**
 * Questions to a person at a terminal. Every one throws `AbortError` (`stopped`) when they walk away from it.
 */
export interface Prompts {
  confirm(message: string): Promise<boolean>
  ask(question: Question): Promise<string>
  /** The answer is never shown. */
  askSecret(question: Omit<Question, 'initial'>): Promise<string>
  choose<T>(message: string, choices: readonly Choice<T>[]): Promise<T>
  /** Gives those that are ticked, in their order; all are at first. */
  tick<T>(message: string, choices: readonly Choice<T>[]): Promise<readonly T[]>
}

/** How many lines of a list are shown at once; it scrolls. */
const mostShown = 15

/**
 * Asks on a terminal. A signal takes a waiting question back. What it asks with is loaded with the first
 * question: most commands ask none.
 */
export const createTerminalPrompts = (input: Readable, output: Writable, signal: AbortSignal): Prompts => {
  const common = { input, output, signal }
  // Every question listens to it, and there may be many.
  setMaxListeners(0, signal)
  const put = async <T>(question: (clack: typeof Clack) => Promise<T>): Promise<Exclude<T, symbol>> => {
    const clack = await import('@clack/prompts')
    const answer = await question(clack)
    if (clack.isCancel(answer)) throw stopped()
    return answer as Exclude<T, symbol>
  }
  return {
    confirm: (message) => put(({ confirm }) => confirm({ ...common, message, initialValue: false })),
    ask: (question) => put(({ text }) => text({ ...common, ...toTextOptions(question) })),
    askSecret: (question) =>
      put(({ password }) => password({ ...common, ...toTextOptions(question), mask: '•' })),
    choose: async (message, choices) => {
      // Chosen by position, so that any kind of value can be chosen.
      const options = choices.map(({ label }, value) => ({ value, label }))
      const chosen = choices[await put(({ select }) => select({ ...common, message, options }))]
      if (chosen === undefined) throw stopped()
      return chosen.value
    },
    tick: async (message, choices) => {
      const options = choices.map(({ label }, value) => ({ value, label }))
      const initialValues = options.map(({ value }) => value)
      const ticked = new Set(
        await put(({ multiselect }) =>
          multiselect({ ...common, message, options, initialValues, required: false, maxItems: mostShown }),
        ),
      )
      return choices.filter((_, at) => ticked.has(at)).map(({ value }) => value)
    },
  }
}

const toTextOptions = ({ message, initial, check }: Question) => ({
  message,
  ...(initial === undefined ? {} : { placeholder: initial, defaultValue: initial }),
  ...(check === undefined
    ? {}
    : {
        validate: (answer: string | undefined) =>
          check(answer === undefined || answer === '' ? (initial ?? '') : answer),
      }),
})

const stopped = (): AbortError =>
  new AbortError('Stopped at a question; nothing was changed', 'stopped', 'Start the command again')
