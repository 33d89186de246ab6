import { Option } from 'commander'

import { languages } from '../../onboarding/language.js'

export const languageOption = (): Option =>
  new Option('--lang <language>', 'the language of what is printed and written')
    .choices(languages)
    .default('en')

export const profilesOption = (): Option =>
  new Option(
    '--profiles <dir>',
    'a folder with profiles of your own, besides those of the configuration; may be given several times',
  ).argParser((folder: string, before: string[] | undefined) => [...(before ?? []), folder])
