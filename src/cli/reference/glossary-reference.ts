import { languages } from '../../domain/language/language.js'
import { readGlossary } from '../../report/glossary/glossary.js'
import { glossaryTexts } from '../../report/glossary/glossary-texts.js'
import { glossaryGroups, type GlossaryGroup } from '../../report/glossary/glossary-words.js'
import { cell, toTable } from './markdown.js'

const [, ...others] = languages

/** Every word with its meaning, and the word of the other languages beside it, by topic. */
export const renderGlossary = (): string =>
  (Object.keys(glossaryGroups) as GlossaryGroup[])
    .flatMap((group) => [
      `## ${glossaryTexts.en.groups[group]}`,
      toTable(
        ['Word', 'Meaning', ...others],
        readGlossary('en')
          .filter((entry) => entry.group === group)
          .map(({ key, word, meaning }) => [
            `**${cell(word)}**`,
            cell(meaning),
            ...others.map((language) => cell(glossaryTexts[language].words[key].word)),
          ]),
      ),
    ])
    .join('\n\n')
