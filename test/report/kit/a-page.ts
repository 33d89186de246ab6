import type { Page, Part } from '../../../src/report/kit/page/page.js'

const longName = 'Maria-Magdalena Wilhelmina van der Meulenkamp-Vredenbreghtshuizen'
const longAddress =
  'Burgemeester Jonkheer van Hövell tot Westerflierlaan 1234-bis, 1234 AB ’s-Gravenhage-Loosduinen'
const longMail = 'maria-magdalena.van.der.meulenkamp-vredenbreghtshuizen@proefbedrijf-zonder-mensen.example'

/** A page with every kind of part, and `text` in each place where text can stand. */
export const aPage = (text = '', count = 3): Page => ({
  language: 'nl',
  title: `Proefblad ${text}`.trim(),
  about: [
    ['Koppeling', 'tulpwerk'],
    ['Gemaakt op', '22 november 2026'],
    [`Naam ${text}`.trim(), { kind: 'code', text: `waarde ${text}`.trim() }],
  ],
  foot: ['tulpwerk', `22 november 2026 ${text}`.trim()],
  parts: [
    { kind: 'verdict', mark: 'bad', text: `Nog niet klaar: 1 gegeven ontbreekt ${text}`.trim() },
    ...partsOf(text, count),
  ],
  footer: `Gemaakt met nmbrs-sync. ${text}`.trim(),
})

const partsOf = (text: string, count: number): Part[] => [
  { kind: 'text', text: ['Eerst', { kind: 'strong', text: `dit ${text}`.trim() }, 'en dan dat.'] },
  { kind: 'note', text: text },
  {
    kind: 'list',
    items: ['een', text, { kind: 'link', text: `verder ${text}`.trim(), href: 'verder.html' }],
  },
  {
    kind: 'section',
    heading: `Stappen ${text}`.trim(),
    parts: [
      {
        kind: 'steps',
        marker: 'number',
        steps: [{ text: `Zet open ${text}`.trim(), parts: [{ kind: 'list', items: ['EmployeeService'] }] }],
      },
      { kind: 'commands', lines: ['nmbrs-sync sync', text] },
    ],
  },
  {
    kind: 'table',
    hasTicks: true,
    columns: [
      { heading: `Naam ${text}`.trim(), isRowHeading: true, width: 30 },
      { heading: 'E-mailadres' },
      { heading: 'Bedrag', isFigure: true },
    ],
    rows: Array.from({ length: count }, () => ({
      mark: 'open' as const,
      cells: [[longName, { kind: 'small', text }], longMail, '€\u00A012.345,00'],
    })),
  },
  ...Array.from({ length: count }, (): Part => ({
    kind: 'block',
    heading: longName,
    aside: `Nmbrs 4711 ${text}`.trim(),
    parts: [
      {
        kind: 'steps',
        marker: 'tick',
        steps: [
          {
            text: [
              { kind: 'strong', text: 'Salaris' },
              'begint later. Voer het in zodra de periode open is.',
            ],
            parts: [
              { kind: 'pairs', pairs: [['Adres', longAddress]] },
              {
                kind: 'table',
                columns: [
                  { heading: 'Veld', width: 30 },
                  { heading: 'Invoeren' },
                  { heading: 'Nu in Nmbrs' },
                ],
                rows: [{ cells: ['bedrag', '€\u00A05.963,50', text] }],
              },
            ],
          },
        ],
      },
    ],
  })),
]
