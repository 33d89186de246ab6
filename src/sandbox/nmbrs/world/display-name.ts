/** `van den Berg, Anna` reads as `Anna van den Berg`. */
export const toDisplayName = (fields: Readonly<Record<string, string>>): string =>
  [fields.FirstName, fields.Prefix, fields.LastName]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
