import { Option } from 'commander'

export const profilesOption = (): Option =>
  new Option(
    '--profiles <dir>',
    'a folder with profiles of your own, besides those of the configuration; may be given several times',
  ).argParser((folder: string, before: string[] | undefined) => [...(before ?? []), folder])
