import { chmod, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { DeliveryError } from '../../../delivery/delivery-error.js'
import type { HandOver } from '../../../access/work/delivery-payload.js'
import type { AccessChannel } from '../../../run/access/delivery/channel.js'
import { toWorklistFiles } from '../../../report/access/hand-over/worklist-documents.js'

export interface WorklistOptions {
  /** Absolute. A folder for each hand-over is made in it. */
  folder: string
  /** Writes a file that only its owner may read, whole or not at all. */
  writeFile: (path: string, text: string) => Promise<void>
}

/** What the folder of a hand-over is called: the newest is the last. */
export const toWorklistFolder = ({ at, portal, key }: Pick<HandOver, 'at' | 'portal' | 'key'>): string =>
  `${at.slice(0, 10)}-${portal}-${key}`

/**
 * Writes worklists into a folder of their own that only its owner can open. The page that leads to the lists
 * is written last. Written again, the same hand-over takes the place of what was there.
 */
export const createWorklistChannel = ({ folder, writeFile }: WorklistOptions): AccessChannel => ({
  name: 'worklist',
  send: async (handOver) => {
    const own = join(folder, toWorklistFolder(handOver))
    const files = toWorklistFiles(handOver)
    let hasFinished = false
    try {
      await openFolder(folder, own)
      await removeOthers(
        own,
        files.map(({ name }) => name),
      )
      for (const { name, text } of files) {
        await writeFile(join(own, name), text)
        hasFinished = true
      }
      return `${files.length} files in ${own}`
    } catch (error) {
      // Half a hand-over must not be worked through as if it were the whole.
      await removeOthers(own, []).catch(() => undefined)
      // A file that was finished before it went wrong may have been read meanwhile.
      throw toDeliveryError(error, hasFinished ? 'unknown' : 'no')
    }
  },
})

const openFolder = async (folder: string, own: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await mkdir(own, { recursive: true, mode: 0o700 })
  // One that was there already may have been opened to others.
  await chmod(own, 0o700)
}

/** A list, or the draft of one that a program left when it ended while it wrote. */
const listName = /(\.csv|\.html|-(da|en)\.txt)(\.[\da-f]{8}\.tmp)?$/

/** Lists of an earlier writing that are not part of this one must not be worked through. */
const removeOthers = async (own: string, names: readonly string[]): Promise<void> => {
  const old = (await readdir(own)).filter((name) => listName.test(name) && !names.includes(name))
  for (const name of old) await rm(join(own, name))
}

/** The system's own text names a path and nothing else, but only its code is passed on. */
const toDeliveryError = (error: unknown, carried: DeliveryError['carried']): DeliveryError => {
  const { code = 'unknown' } = error as NodeJS.ErrnoException
  return new DeliveryError(
    'not-written',
    `the worklists could not be written (${code}); check the folder under access, delivery, worklist`,
    false,
    undefined,
    carried,
  )
}
