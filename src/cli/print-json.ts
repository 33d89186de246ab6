import type { CommanderError } from 'commander'

import { ConfigError } from '../domain/errors.js'
import { toRunFailure } from '../domain/run/run-failure.js'
import { toRemedyKeys } from '../domain/remedy/remedy.js'
import { frameDocument } from '../domain/text/document-frame.js'
import { toJsonText } from '../domain/text/drop-controls.js'
import { redactText } from '../report/kit/redact-text.js'
import type { ExitCode } from './exit-codes.js'
import type { Io } from './io.js'

/**
 * A document as every command gives it, with the version of its form in front. The two that are lists
 * (`runs`, `auth status`) stay lists: who reads them would find none any more.
 */
export const toDocumentText = (document: unknown): string => `${toJsonText(frameDocument(document), 2)}\n`

/** Prints a document on stdout. */
export const printJson = ({ stdout }: Pick<Io, 'stdout'>, document: unknown): void => {
  stdout.write(toDocumentText(document))
}

/** What ended a command before it had a document, as one. */
export const toErrorDocument = (error: unknown, exitCode: ExitCode): unknown => {
  const { code, message, remedy } = toRunFailure(error)
  const problems = error instanceof ConfigError ? { problems: error.problems } : {}
  return { error: { code, message: redactText(message), ...toRemedyKeys(remedy), exitCode, ...problems } }
}

/** The same of a command that said on stderr why it has no document. */
export const toEndDocument = (exitCode: ExitCode): unknown => ({
  error: {
    code: 'no-document',
    message: 'stderr says why there is no document',
    ...toRemedyKeys(null),
    exitCode,
  },
})

/** The same of a command line that cannot be understood. */
export const toUsageDocument = ({ code, message }: CommanderError, exitCode: ExitCode): unknown => {
  const said = code.startsWith('commander.help') ? 'a command is missing' : message.replace(/^error: /, '')
  return { error: { code: 'usage', message: said.trim(), ...toRemedyKeys('nmbrs-sync --help'), exitCode } }
}
