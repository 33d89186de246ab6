/** What each dimension can be. */
export type Dimensions<Row> = { readonly [Name in keyof Row]-?: readonly Row[Name][] }

/**
 * Rows in which every value of each dimension stands at least once beside every value of each other one. The
 * same dimensions give the same rows.
 */
export const coverPairs = <Row extends object>(dimensions: Dimensions<Row>): Row[] => {
  const names = Object.keys(dimensions) as (keyof Row)[]
  const open = new Set(allPairs(dimensions, names))
  const rows: Row[] = []
  while (open.size > 0) {
    const row = buildRow(dimensions, names, open)
    for (const pair of pairsOf(row, names)) open.delete(pair)
    rows.push(row as Row)
  }
  return rows
}

const toPair = (one: PropertyKey, value: unknown, other: PropertyKey, beside: unknown): string =>
  JSON.stringify([one, value, other, beside])

/** Every pair of values that a row holds of the dimensions it has. */
export const pairsOf = <Row extends object>(row: Partial<Row>, names: readonly (keyof Row)[]): string[] =>
  names.flatMap((one, index) =>
    names
      .slice(index + 1)
      .filter((other) => one in row && other in row)
      .map((other) => toPair(one, row[one], other, row[other])),
  )

export const allPairs = <Row extends object>(
  dimensions: Dimensions<Row>,
  names: readonly (keyof Row)[],
): string[] =>
  names.flatMap((one, index) =>
    names
      .slice(index + 1)
      .flatMap((other) =>
        dimensions[one].flatMap((value) =>
          dimensions[other].map((beside) => toPair(one, value, other, beside)),
        ),
      ),
  )

/**
 * Begins with a pair that is still missing, and takes of each further dimension the value that brings most of
 * them.
 */
const buildRow = <Row extends object>(
  dimensions: Dimensions<Row>,
  names: readonly (keyof Row)[],
  open: ReadonlySet<string>,
): Partial<Row> => {
  const [first = '[]'] = open
  const [one, value, other, beside] = JSON.parse(first) as [keyof Row, never, keyof Row, never]
  const row: Partial<Row> = {}
  row[one] = value
  row[other] = beside
  const rest = names.filter((name) => !(name in row))
  for (const name of rest) {
    const countWith = (candidate: Row[keyof Row]): number =>
      pairsOf({ ...row, [name]: candidate } as Partial<Row>, names).filter((pair) => open.has(pair)).length
    const best = dimensions[name].reduce((kept, candidate) =>
      countWith(candidate) > countWith(kept) ? candidate : kept,
    )
    row[name] = best
  }
  return row
}
