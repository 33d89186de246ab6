import { findingTopics } from '../../domain/findings/catalogue.js'
import type { FindingEntry } from '../../domain/findings/entry.js'
import { code, toTable } from './markdown.js'

/** What every finding code says and what to do, by topic. */
export const renderFindingReference = (): string =>
  Object.entries<Readonly<Record<string, FindingEntry>>>(findingTopics)
    .flatMap(([topic, entries]) => [
      `## ${topic}`,
      toTable(
        ['Code', 'What it says', 'What to do'],
        Object.entries(entries).map(([name, { guide }]) => [code(name), guide.says, guide.remedy]),
      ),
    ])
    .join('\n\n')
