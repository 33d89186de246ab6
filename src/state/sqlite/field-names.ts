/** Spells a list of field names as one phrase. */
export const formatFieldNames = (fields: readonly string[]): string => JSON.stringify(fields)

// Written by formatFieldNames and nothing else.
export const parseFieldNames = (text: string): string[] => JSON.parse(text) as string[]
