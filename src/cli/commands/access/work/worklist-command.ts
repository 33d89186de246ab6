import { Option } from 'commander'

import type { HandOver } from '../../../../access/work/delivery-payload.js'
import { buildRequests } from '../../../../access/request/build-request.js'
import { requestLanguages, type RequestLanguage } from '../../../../access/request/help-schema.js'
import type { AccessSubject } from '../../../../domain/ids.js'
import type { Language } from '../../../../domain/language/language.js'
import { workTexts } from '../../../../report/access/texts/work-texts.js'
import { buildHandOverText, toHandOverJson } from '../../../../report/access/worklist-text.js'
import { readOpenWork, type OpenWork } from '../../../../run/access/open-work.js'
import { planLogins } from '../../../../run/access/plan-logins.js'
import { exitCode, type ExitCode } from '../../../exit-codes.js'
import { connectionOption, jsonOption, toExamples } from '../../../options/flags.js'
import type { Io } from '../../../io.js'
import { lookOf } from '../../../terminal/output-look.js'
import { printJson } from '../../../print-json.js'
import type { AddCommand, Shell } from '../../../shell.js'
import { portalArgument, selectPortals, showPeopleOption, type AccessFlags } from '../access-flags.js'
import { toShownValues } from '../explain-command.js'
import { toDocumentValues } from '../plan-command.js'
import { writePasswords } from './passwords.js'
import { withLogins } from '../with-logins.js'

interface WorklistFlags extends AccessFlags {
  passwords?: string
  request?: RequestLanguage
}

export const addWorklistCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('worklist')
    .summary('the work that was handed over and waits for an answer, once more')
    .description(
      'Reads AlexisHR and shows handed-over work again under the names it was handed over with, so that it can be done, confirmed or refused. ' +
        'Hands nothing over again.',
    )
    .addArgument(portalArgument())
    .option(
      '--passwords <file>',
      'draw passwords for the logins that are made one by one, and write them with the user names to a new file that only you can read; they are kept nowhere else',
    )
    .addOption(
      new Option(
        '--request <language>',
        'print what to write to the vendor instead, with names and addresses, ready to copy: Danish or English',
      )
        .choices(requestLanguages)
        .conflicts('json'),
    )
    .addOption(connectionOption())
    .addOption(showPeopleOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'access worklist --show-values',
        'access worklist akken-css --passwords passwords.csv',
        'access worklist visma-customer-portal --request da',
      ),
    )
  command.action(async (portal: string | undefined) => {
    shell.finish(await showWorklist(shell, portal, command.optsWithGlobals()))
  })
}

const showWorklist = ({ io }: Shell, name: string | undefined, flags: WorklistFlags): Promise<ExitCode> =>
  withLogins(io, flags, async ({ deps, access, connection, workspace, io: shown }) => {
    const works: OpenWork[] = []
    for (const planned of await planLogins(deps, selectPortals(access, name)))
      works.push(
        await readOpenWork(connection.name, planned, {
          language: workspace.language,
          timeZone: workspace.config.timezone,
        }),
      )
    const handOvers = works.flatMap((work) => work.handOvers)
    if (flags.passwords !== undefined) await writePasswords(shown, flags.passwords, access, handOvers)
    if (flags.request !== undefined) {
      shown.stdout.write(toRequestText(handOvers, flags.request, workspace.language))
      return exitCode.done
    }
    if (flags.json === true) {
      const values = toDocumentValues(flags)
      printJson(shown, {
        connection: connection.name,
        handOvers: handOvers.map((handOver) => toHandOverJson(handOver, values)),
        changed: works.flatMap(({ changed }) => changed),
      })
    } else printWorks(shown, works, flags)
    return exitCode.done
  })

const toRequestText = (
  handOvers: readonly HandOver[],
  written: RequestLanguage,
  language: Language,
): string => {
  const requests = handOvers.flatMap((handOver) =>
    handOver.batches.map((batch) => buildRequests(batch, handOver, written)).filter((text) => text !== ''),
  )
  return requests.length === 0 ? `${workTexts[language].nothingForVendor}\n` : requests.join('\n')
}

const printWorks = (io: Io, works: readonly OpenWork[], flags: AccessFlags): void => {
  const look = lookOf(io.stdout, io.env)
  const values = toShownValues(io, flags)
  for (const handOver of works.flatMap((work) => work.handOvers))
    io.stdout.write(buildHandOverText(handOver, values, look))
  const changed = works.flatMap((work) => work.changed)
  if (changed.length > 0) io.stdout.write(toChangedText(changed, look.language))
  else if (works.every(({ handOvers }) => handOvers.length === 0))
    io.stdout.write(`${workTexts[look.language].nothingWaits}\n`)
}

/** An old worklist must not be followed for them unseen. */
const toChangedText = (subjects: readonly AccessSubject[], language: Language): string => {
  const texts = workTexts[language]
  return [texts.changed, ...subjects.map((subject) => `  ${subject}`), texts.sayWhatBecame, ''].join('\n')
}
