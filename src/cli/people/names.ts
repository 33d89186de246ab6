import type { Workspace } from '../../app/compose/workspace.js'
import type { Releases } from '../../app/compose/releases.js'
import type { ConnectionConfig } from '../../config/config.js'
import type { FindName } from '../../report/people/find-name.js'
import type { LookUpDeps } from '../../run/people/read-people.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import type { NamesFlags } from '../options/names-option.js'
import type { Io } from '../io.js'
import { languageOf } from '../options/language.js'
import { lookOf } from '../terminal/output-look.js'
import { peopleTexts } from '../../report/people/people-texts.js'

type NamesAndJson = NamesFlags & { json?: boolean }

/** Where the names of people can be read. */
export interface NamePlaces {
  io: Io
  workspace: Workspace
  connections: readonly ConnectionConfig[]
  state: StateDatabase
  releases: Releases
}

/** No one's name: what is shown when names are not wanted or not to be had. */
export const namesOfNobody: FindName = () => undefined

/** Whether what is printed shows names: a document only when that was asked for on the command line. */
export const wantsNames = ({ stdout, env }: Io, flags: NamesAndJson): boolean =>
  flags.json === true ? flags.names === true : lookOf(stdout, env).showNames

/**
 * The names of people whom a list of the state is about. The state has none, so AlexisHR is read, unless no
 * one wants them or the list is empty; what reads it is loaded then only. Where that fails, ids have to do,
 * and stderr says so.
 */
export const openNames = async (
  { io, workspace, connections, state, releases }: NamePlaces,
  flags: NamesAndJson,
  subjects: readonly (string | null | undefined)[],
): Promise<FindName> => {
  if (!wantsNames(io, flags) || subjects.every((subject) => subject === null || subject === undefined))
    return namesOfNobody
  const { openLookUp } = await import('../../app/people/open-look-up.js')
  const places = await Promise.all(connections.map((one) => openLookUp(one, workspace, state, releases)))
  return readShownNames(io, places)
}

/** The names of everyone of connections that are open already, for the screen. Where that fails as above. */
export const readShownNames = async (io: Io, places: readonly LookUpDeps[]): Promise<FindName> => {
  const { readNames } = await import('../../run/people/read-names.js')
  const names = await readNames(places, io.namesWaitMs)
  if (names !== undefined) return (subject) => names.get(subject)
  io.stderr.write(`${peopleTexts[languageOf(io)].withoutNames}\n`)
  return namesOfNobody
}
