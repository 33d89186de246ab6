import type { Command } from 'commander'

import { ConfigError } from '../../../domain/errors.js'
import { diffResults } from '../../../onboarding/result/diff-results.js'
import { parseKeptResult, type KeptResult } from '../../../onboarding/result/kept-result.js'
import { buildDiffText } from '../../../report/onboarding/diff-text.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { jsonOption, toExamples, type ConnectionFlags } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { lookOf } from '../../terminal/output-look.js'
import { printJson } from '../../print-json.js'
import type { Shell } from '../../shell.js'
import { readKept } from '../../../app/onboarding/kept-files.js'
import { openOffline } from './open-offline.js'

export const addDiffCommand = (onboarding: Command, shell: Shell): void => {
  const diff = onboarding
    .command('diff')
    .summary('what changed between two kept results, offline')
    .description(
      'Compares two results that `onboarding check` kept with --out or printed with --json: calls that were opened or closed, facts, and the verdict. ' +
        'Ends with 0 also when something changed, and 3 when a call was closed or the account is no longer ready.',
    )
    .argument('<old>', 'the earlier result')
    .argument('<new>', 'the later result')
    .addOption(jsonOption())
    .addHelpText('after', toExamples('onboarding diff last-month.json today.json'))
  diff.action(async (before: string, after: string) => {
    const flags: ConnectionFlags = diff.optsWithGlobals()
    const { io } = await openOffline(shell.io, flags)
    shell.finish(await showDiff(io, [before, after], flags))
  })
}

const showDiff = async (
  io: Io,
  [before, after]: readonly [string, string],
  flags: ConnectionFlags,
): Promise<ExitCode> => {
  const diff = diffResults(await loadKept(io, before), await loadKept(io, after))
  if (flags.json === true) printJson(io, diff)
  else io.stdout.write(buildDiffText(diff, lookOf(io.stdout, io.env)))
  const isWorse = diff.readiness?.before === 'ready' || diff.calls.some(({ change }) => change === 'closed')
  return isWorse ? exitCode.held : exitCode.done
}

const loadKept = async (io: Io, file: string): Promise<KeptResult> => {
  const kept = parseKeptResult(parseJson(await readKept(io, file)))
  if (kept !== undefined) return kept
  throw new ConfigError(
    `${file} is not the result of an onboarding check. Keep one with: nmbrs-sync onboarding check PROFILE --out FILE`,
  )
}

/** `undefined` for what is no JSON: that is no result either. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
