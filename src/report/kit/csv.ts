import { dropControls } from '../../domain/text/drop-controls.js'

/**
 * Cells as a CSV file (RFC 4180) that spreadsheets open as it is: with a mark for UTF-8, and with semicolons,
 * which is what they expect where a comma stands before the cents. A cell never becomes a formula: anyone who
 * can enter a name in HR must not run something in payroll.
 */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => `${cells.map(toCell).join(';')}\r\n`).join('')}`

/** What makes a spreadsheet read a cell as a formula, the wide signs of other keyboards included. */
const startsFormula = /^[\s\p{Cf}]*[=+\-@\t\r＝＋－＠|%]/u

const toCell = (text: string): string => `"${neutralise(dropControls(text)).replaceAll('"', '""')}"`

/** The apostrophe tells a spreadsheet that text follows. Without it a quoted formula would still be one. */
const neutralise = (text: string): string => (startsFormula.test(text) ? `'${text}` : text)
