import type { SourceEmployeeId } from '../../../domain/ids.js'
import { fillCount } from '../../../domain/language/count.js'
import { languageOf } from '../../options/language.js'
import { indexPlanned, toPersonCell } from '../../../report/kit/person-label.js'
import { toSectionLabel } from '../../../domain/language/section-texts.js'
import { byHandTexts } from '../../../report/sync/texts/by-hand-texts.js'
import type { RunEnd } from '../../../run/run-connection.js'
import type { Io } from '../../io.js'
import { lookOf } from '../../terminal/output-look.js'
import type { Choice, Prompts } from '../../terminal/prompts.js'

/**
 * Lets a person tick who is sent, of those for whom a plan has changes that may go. Everyone is ticked at
 * first. `undefined` where there is no one to tick.
 */
export const choosePeople = async (
  io: Io,
  prompts: Prompts,
  connection: string,
  planned: Pick<RunEnd, 'document' | 'people'>,
): Promise<readonly SourceEmployeeId[] | undefined> => {
  const choices = toChoices(io, planned)
  if (choices.length === 0) return undefined
  const texts = byHandTexts[languageOf(io)]
  return prompts.tick(texts.choose(fillCount(choices.length, texts.people), connection), choices)
}

const toChoices = (
  io: Io,
  { document, people }: Pick<RunEnd, 'document' | 'people'>,
): readonly Choice<SourceEmployeeId>[] => {
  const look = lookOf(io.stderr, io.env)
  const findName = indexPlanned(people)
  const sections = new Map<SourceEmployeeId, string[]>()
  for (const { subject, section, outcome } of document.changes) {
    if (outcome !== 'planned') continue
    sections.set(subject, [...(sections.get(subject) ?? []), toSectionLabel(section, look.language)])
  }
  return [...sections].map(([value, names]) => ({
    value,
    label: `${toPersonCell(value, findName, look)}: ${[...new Set(names)].join(', ')}`,
  }))
}
