import { findingGuide } from './finding-guide.js'
import { code, toTable } from './markdown.js'

/** What every finding code says and what to do, by topic. */
export const renderFindingReference = (): string =>
  Object.entries(findingGuide)
    .flatMap(([topic, entries]) => [
      `## ${topic}`,
      toTable(
        ['Code', 'What it says', 'What to do'],
        Object.entries(entries).map(([name, [says, remedy]]) => [code(name), says, remedy]),
      ),
    ])
    .join('\n\n')
