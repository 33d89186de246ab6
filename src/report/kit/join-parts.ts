/** Parts with a blank line between them; empty lines and empty parts are left out. */
export const joinParts = (parts: readonly (readonly string[])[]): string =>
  parts
    .map((lines) => lines.filter((line) => line !== '').join('\n'))
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
