import { randomInt } from 'node:crypto'
import { resolve } from 'node:path'

import type { HandOver } from '../../../../access/work/delivery-payload.js'
import { drawPassword } from '../../../../access/logins/draw-password.js'
import { writeNewFile } from '../../../../app/files/write-new-file.js'
import type { AccessConfig } from '../../../../config/config.js'
import { workTexts } from '../../../../report/access/texts/work-texts.js'
import { fillCount } from '../../../../domain/language/count.js'
import { toCsv } from '../../../../report/kit/csv.js'
import type { Io } from '../../../io.js'
import { languageOf } from '../../../options/language.js'

/**
 * Draws a password for each login that someone makes by typing user name and password, and writes them to a
 * new file of mode 0600. They are kept nowhere else; drawing again gives others. Throws `ConfigError` when
 * the file is there already or cannot be written.
 */
export const writePasswords = async (
  io: Io,
  file: string,
  { portals }: AccessConfig,
  handOvers: readonly HandOver[],
): Promise<void> => {
  const rows = handOvers.flatMap((handOver) => toRows(handOver, lengthOf(portals, handOver.portal)))
  const texts = workTexts[languageOf(io)]
  if (rows.length === 0) {
    io.stderr.write(`${texts.noPasswords}\n`)
    return
  }
  // The file is read again by access letters, so its headings are the same in every language.
  const head = ['Portal', 'Batch', 'Id', 'Name', 'User name', 'Password']
  await writeNewFile(resolve(io.cwd, file), toCsv([head, ...rows]), 'The file for the passwords')
  io.stderr.write(`${texts.passwordsWritten(file, fillCount(rows.length, texts.passwords))}\n`)
}

const lengthOf = (portals: AccessConfig['portals'], name: string): number =>
  portals.find(({ portal }) => portal.portal === name)?.portal.account.password?.length ?? 16

const toRows = ({ portal, batches, people }: HandOver, length: number): string[][] =>
  batches
    .filter(({ step, credentials }) => step === 'password' || (step === 'add' && credentials === 'given'))
    .flatMap((batch) =>
      batch.people.map(({ subject }) => {
        const person = people.get(subject)
        const password = drawPassword(length, (below) => randomInt(below))
        return [portal, batch.key, subject, person?.displayName ?? '', person?.userName ?? '', password]
      }),
    )
