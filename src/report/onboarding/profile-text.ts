import type { Language } from '../../domain/language/language.js'
import type { Wording } from '../../domain/language/catalogue.js'
import { fillCount } from '../../domain/language/count.js'
import { soapEndsOn } from '../../domain/addresses/soap-end.js'
import { fillText } from '../../domain/language/fill.js'
import type { Profile } from '../../onboarding/profile/profile.js'
import type { Look } from '../kit/look.js'
import { layOutTable, type TableRow } from '../kit/table.js'
import { wrapText } from '../kit/wrap-text.js'
import { profileTexts } from './texts/profile-texts.js'

/** Every profile on a line, and how to go on. */
export const buildProfileList = (profiles: readonly Profile[], look: Look): string => {
  const texts = profileTexts[look.language]
  const rows = profiles.map((profile) => [
    [profile.id, ...profile.aliases].join(', '),
    countCalls(profile, texts),
    fillCount(profile.facts.length, texts.factCount),
    texts.restKnown[toRestKnown(profile)],
    profile.date,
    profile.title[look.language],
  ])
  const { profile, calls, facts, rest, date, title } = texts.list
  const head = [profile, calls, facts, rest, date, title].map((text) => ({ text, paint: look.paint.bold }))
  const lines = layOutTable(rows, { width: look.width, head })
  const ends = profiles.some(isOfSoap) ? ['', ...wrapText(toSoapEndWords(look.language), look.width)] : []
  return `${[...lines, ...ends, '', texts.next].join('\n')}\n`
}

const isOfSoap = ({ calls }: Profile): boolean => calls.length > 0

/** Until when calls of SOAP can be made. */
export const toSoapEndWords = (language: Language): string =>
  fillText(profileTexts[language].soapEnds, { date: soapEndsOn })

/** How much is known of what a consumer needs over REST. */
const toRestKnown = ({ rest }: Profile): 'whole' | 'part' | 'none' => {
  if (rest === undefined) return 'none'
  return rest.complete ? 'whole' : 'part'
}

const countCalls = ({ calls, complete }: Profile, texts: typeof profileTexts.en): string => {
  const writes = calls.filter(({ access }) => access === 'write').length
  const all = String(calls.length)
  const count = writes === 0 ? all : fillText(texts.writes, { count: all, writes: String(writes) })
  return complete ? count : fillText(texts.incompleteList, { count })
}

/** The document of `onboarding list --json`. */
export const toProfileListJson = (profiles: readonly Profile[]): unknown => ({
  profiles: profiles.map(({ id, aliases, consumer, title, edition, date, source, ...more }) => ({
    id,
    aliases,
    consumer,
    title,
    edition,
    date,
    source: { title: source.title, url: source.url ?? null },
    accountModel: more.accountModel,
    callDemand: more.callDemand,
    complete: more.complete,
    calls: more.calls.length,
    facts: more.facts.length,
    file: more.file,
    soapEndsOn: more.calls.length === 0 ? null : soapEndsOn,
    rest: more.rest === undefined ? null : { ...more.rest, endpoints: more.rest.endpoints.length },
  })),
})

/** All that one profile asks for. */
export const buildProfileText = (profile: Profile, look: Look): string => {
  const { language } = look
  const say = (text: Wording): string => text[language]
  const texts = profileTexts[language]
  const { source, steps, notes } = profile
  const about = [
    [texts.profile, [profile.id, ...profile.aliases].join(', ')],
    [texts.account, texts.model[profile.accountModel]],
    [
      texts.source,
      [source.title, profile.edition, profile.date, source.url ?? ''].filter(Boolean).join(', '),
    ],
    [texts.file, profile.file],
  ]
  const parts = [
    [look.paint.bold(say(profile.title)), ...layOutTable(about, { width: look.width, indent: 2 })],
    toPart(texts.calls, toCallLines(profile, look), look),
    toPart(texts.overRest, toRestLines(profile, look), look),
    toPart(texts.facts, toFactLines(profile, look), look),
    toPart(
      texts.steps,
      toNumbered(
        steps.map(({ text }) => say(text)),
        look,
      ),
      look,
    ),
    toPart(texts.notes, toNumbered(notes.map(say), look), look),
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

const toPart = (heading: string, lines: readonly string[], look: Look): string[] =>
  lines.length === 0 ? [] : [look.paint.bold(heading), ...lines]

const toCallLines = (profile: Profile, look: Look): string[] => {
  const { language } = look
  const remarks = [
    ...(isOfSoap(profile) ? [toSoapEndWords(language)] : []),
    ...(profile.complete ? [] : [profileTexts[language].incomplete]),
    ...(profile.callDemand === 'testable' ? [profileTexts[language].testable] : []),
  ]
  const rows: TableRow[] = []
  let last = ''
  for (const { service, call, access, publishedAs } of profile.calls) {
    if (service !== last) rows.push({ heading: `  ${service}` })
    last = service
    rows.push([profileTexts[language][access], call, toSpelling(publishedAs, language)])
  }
  return [...toRemarks(remarks, look), ...layOutTable(rows, { width: look.width, indent: 4 })]
}

const toRemarks = (remarks: readonly string[], { width }: Look): string[] =>
  remarks.flatMap((remark) => wrapText(remark, width - 2)).map((line) => `  ${line}`)

const toRestLines = ({ rest, consumer }: Profile, look: Look): string[] => {
  const texts = profileTexts[look.language]
  if (rest === undefined) return toRemarks([fillText(texts.askConsumer, { consumer })], look)
  return [
    ...toRemarks(rest.complete ? [] : [texts.restIncomplete], look),
    ...toRemarks([`${texts.scopes}: ${rest.scopes.join(' ')}`], look),
    ...layOutTable(
      rest.endpoints.map(({ access, call }) => [texts[access], call]),
      { width: look.width, indent: 4 },
    ),
  ]
}

const toSpelling = (publishedAs: string | undefined, language: Language): string =>
  publishedAs === undefined
    ? ''
    : `${profileTexts[language].printedAs} ${publishedAs.trim().replaceAll(/\s+/g, ' ')}`

const toFactLines = ({ facts }: Profile, look: Look): string[] =>
  layOutTable(
    facts.map(({ id, label, hint }) => [id, label[look.language], hint?.[look.language] ?? '']),
    { width: look.width, indent: 2 },
  )

const toNumbered = (texts: readonly string[], look: Look): string[] =>
  texts.flatMap((text, index) => {
    const label = `  ${`${index + 1}.`.padEnd(4)}`
    const [first = '', ...others] = wrapText(text, look.width - label.length)
    return [label + first, ...others.map((line) => ' '.repeat(label.length) + line)]
  })
