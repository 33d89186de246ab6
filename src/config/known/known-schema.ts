import * as z from 'zod'

/** Of the Nmbrs REST contract, section 15. */
const rowCount = 38

const text = z.string()
const said = text.nullable().optional()

const row = z
  .strictObject({
    row: z.int().min(1).max(rowCount).describe(`the number of a row, from 1 to ${rowCount}`),
    name: text.optional(),
    behaviour: text.optional(),
    result: z.enum(['found', 'partly', 'not-tried']).default('found'),
    value: text.nullable().describe('what was found, as the rehearsal prints it, or nothing'),
    note: said,
    meaning: said,
  })
  .describe('a row of a rehearsal: row and value')

/**
 * What `cutover rehearse --out FILE` writes. By hand, `version`, `host`, and of each row `row` and `value`
 * are enough.
 */
export const knownSchema = z.strictObject({
  /** That of every document of a command. */
  formatVersion: z.literal(1).optional(),
  version: z.literal(1),
  connection: text.optional(),
  host: text.min(1).describe('the address of the REST API that was tried'),
  triedAt: text.optional(),
  company: z.strictObject({ restId: text, name: text }).optional(),
  rows: z.array(row).describe('a list of rows, as cutover rehearse --out writes it'),
  people: z.strictObject({ created: z.array(text), leftBehind: z.int().min(0) }).optional(),
})

export type KnownFile = z.infer<typeof knownSchema>
export type KnownRow = KnownFile['rows'][number]
