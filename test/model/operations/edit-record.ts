import type { AlexisEmployeeRecord } from '../../../src/sandbox/alexis/records.js'
import type { Random } from '../../../src/sandbox/people/invent/random.js'
import { pick, recordsOf, type Play } from '../play.js'
import type { Deed } from './operation.js'

export const isActive = ({ active }: AlexisEmployeeRecord): boolean => active
export const midnight = (day: string): string => `${day}T00:00:00.000Z`

export const anActive = (play: Play, random: Random): AlexisEmployeeRecord | undefined =>
  pick(random, recordsOf(play, isActive))

/** An edit of one active record; the truth changes with it where it is one. */
export const edit = (
  weight: number,
  name: string,
  change: (play: Play, record: AlexisEmployeeRecord, random: Random) => boolean,
): Deed => ({
  weight,
  run: (play, random) => {
    const record = anActive(play, random)
    return record !== undefined && change(play, record, random)
      ? `${name} of ${record.id.slice(-4)}`
      : undefined
  },
})

export const ownerOf = ({ model }: Play, record: AlexisEmployeeRecord): number => {
  const owner = model.ownerOfRecord.get(record.id)
  if (owner === undefined) throw new Error('nobody owns this record')
  return owner
}
