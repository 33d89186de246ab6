import type { Language, LocalText } from '../../onboarding/language.js'
import type { AccountModel, Profile, ProfileCall } from '../../onboarding/profile/profile.js'
import { countOf } from '../kit/count-words.js'
import type { Look } from '../kit/look.js'
import { layOutTable, type TableRow } from '../kit/table.js'
import { wrapText } from '../kit/wrap-text.js'

const modelWords: Readonly<Record<AccountModel, LocalText>> = {
  umbrella: { nl: 'één account voor alle werkgevers', en: 'one account for all employers' },
  'per-debtor': { nl: 'een account per werkgever', en: 'an account per employer' },
  any: { nl: 'elk account', en: 'any account' },
}

/** Every profile on a line, and how to go on. */
export const buildProfileList = (profiles: readonly Profile[], look: Look): string => {
  const rows = profiles.map((profile) => [
    [profile.id, ...profile.aliases].join(', '),
    `${countCalls(profile.calls)}${profile.complete ? '' : ', incomplete list'}`,
    countOf(profile.facts.length, 'fact', 'facts'),
    profile.date,
    profile.title.en,
  ])
  const head = ['profile', 'calls', 'facts', 'as of', 'for'].map((text) => ({
    text,
    paint: look.paint.bold,
  }))
  const lines = layOutTable(rows, { width: look.width, head })
  return `${[...lines, '', 'Next: nmbrs-sync onboarding show PROFILE, or nmbrs-sync onboarding check PROFILE'].join('\n')}\n`
}

const countCalls = (calls: readonly ProfileCall[]): string => {
  const writes = calls.filter(({ access }) => access === 'write').length
  return writes === 0 ? String(calls.length) : `${calls.length} (${writes} write)`
}

/** The document of `onboarding list --json`. */
export const toProfileListJson = (profiles: readonly Profile[]): unknown => ({
  profiles: profiles.map(({ id, aliases, consumer, title, edition, date, source, ...rest }) => ({
    id,
    aliases,
    consumer,
    title,
    edition,
    date,
    source: { title: source.title, url: source.url ?? null },
    accountModel: rest.accountModel,
    callDemand: rest.callDemand,
    complete: rest.complete,
    calls: rest.calls.length,
    facts: rest.facts.length,
    file: rest.file,
  })),
})

const words = {
  profile: { nl: 'Profiel', en: 'Profile' },
  account: { nl: 'Account', en: 'Account' },
  source: { nl: 'Bron', en: 'Source' },
  file: { nl: 'Bestand', en: 'File' },
  calls: { nl: 'Webservices', en: 'Webservice calls' },
  facts: { nl: 'Gegevens', en: 'Facts' },
  steps: { nl: 'Stappen', en: 'Steps' },
  notes: { nl: 'Opmerkingen', en: 'Notes' },
  testable: {
    nl: 'worden getest, maar zijn voor dit account niet vereist',
    en: 'are tested, but not required of this account',
  },
  incomplete: {
    nl: 'de gepubliceerde lijst was niet volledig te lezen',
    en: 'the published list could not be read completely',
  },
  write: { nl: 'wijzigt', en: 'changes' },
  read: { nl: 'leest', en: 'reads' },
  printedAs: { nl: 'op de lijst:', en: 'on the list:' },
} as const satisfies Record<string, LocalText>

/** All that one profile asks for. */
export const buildProfileText = (profile: Profile, language: Language, look: Look): string => {
  const say = (text: LocalText): string => text[language]
  const { source, steps, notes } = profile
  const about = [
    [say(words.profile), [profile.id, ...profile.aliases].join(', ')],
    [say(words.account), say(modelWords[profile.accountModel])],
    [
      say(words.source),
      [source.title, profile.edition, profile.date, source.url ?? ''].filter(Boolean).join(', '),
    ],
    [say(words.file), profile.file],
  ]
  const parts = [
    [look.paint.bold(say(profile.title)), ...layOutTable(about, { width: look.width, indent: 2 })],
    toPart(say(words.calls), toCallLines(profile, language, look), look),
    toPart(say(words.facts), toFactLines(profile, language, look), look),
    toPart(
      say(words.steps),
      toNumbered(
        steps.map(({ text }) => say(text)),
        look,
      ),
      look,
    ),
    toPart(say(words.notes), toNumbered(notes.map(say), look), look),
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

const toPart = (heading: string, lines: readonly string[], look: Look): string[] =>
  lines.length === 0 ? [] : [look.paint.bold(heading), ...lines]

const toCallLines = (profile: Profile, language: Language, look: Look): string[] => {
  const remarks = [
    ...(profile.complete ? [] : [words.incomplete[language]]),
    ...(profile.callDemand === 'testable' ? [words.testable[language]] : []),
  ]
  const rows: TableRow[] = []
  let last = ''
  for (const { service, call, access, publishedAs } of profile.calls) {
    if (service !== last) rows.push({ heading: `  ${service}` })
    last = service
    rows.push([words[access][language], call, toSpelling(publishedAs, language)])
  }
  return [...remarks.map((line) => `  ${line}`), ...layOutTable(rows, { width: look.width, indent: 4 })]
}

const toSpelling = (publishedAs: string | undefined, language: Language): string =>
  publishedAs === undefined
    ? ''
    : `${words.printedAs[language]} ${publishedAs.trim().replaceAll(/\s+/g, ' ')}`

const toFactLines = ({ facts }: Profile, language: Language, look: Look): string[] =>
  layOutTable(
    facts.map(({ id, label, hint }) => [id, label[language], hint?.[language] ?? '']),
    { width: look.width, indent: 2 },
  )

const toNumbered = (texts: readonly string[], look: Look): string[] =>
  texts.flatMap((text, index) => {
    const label = `  ${`${index + 1}.`.padEnd(4)}`
    const [first = '', ...others] = wrapText(text, look.width - label.length)
    return [label + first, ...others.map((line) => ' '.repeat(label.length) + line)]
  })
