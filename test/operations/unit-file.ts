import { readFileSync } from 'node:fs'

/** The settings of a systemd unit file by `Section.Name`, in order; a setting may be given several times. */
export const readUnitFile = (file: string): ReadonlyMap<string, readonly string[]> => {
  const settings = new Map<string, string[]>()
  let section = ''
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const heading = /^\[(\w+)\]$/.exec(line)
    if (heading !== null) {
      section = heading[1]!
      continue
    }
    const setting = /^(\w+)=(.*)$/.exec(line)
    if (setting === null) throw new Error(`${file}: no setting: ${line}`)
    const name = `${section}.${setting[1]!}`
    settings.set(name, [...(settings.get(name) ?? []), setting[2]!])
  }
  return settings
}
