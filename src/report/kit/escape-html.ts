import { dropControls } from '../../domain/text/drop-controls.js'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** The text as it stands in a page, or in an attribute between quotes. */
export const escapeHtml = (text: string): string =>
  dropControls(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
