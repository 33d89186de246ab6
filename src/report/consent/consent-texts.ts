import { toCatalogue } from '../../domain/language/catalogue.js'

/** What is said about consents for Nmbrs over REST. */
export const consentTexts = toCatalogue({
  en: {
    open: 'Open this address in a browser and log in with a login that may consent to the payroll of {connection}:',
    waiting: 'Waiting for the browser to come back …',
    paste: 'Then paste the whole address that the browser comes back to, and press Enter:',
    pushed:
      'Nmbrs says that it wants consents to be announced first, which this version does not do. The address may be refused.',
    given: 'Consent given for {connection}, and proven with one read.',
    companies: { one: 'It covers 1 company:', many: 'It covers # companies:' },
    debtors: { one: 'It covers 1 debtor.', many: 'It covers # debtors.' },
    missing: 'Not granted: {scopes}. Calls that need them will be refused.',
    shortLived: 'Without offline_access the consent ends after about an hour.',
    headings: ['Connection', 'Consent', 'Access until', 'Renewable until'],
    standings: {
      ok: 'given',
      'ends-soon': 'ends soon',
      gone: 'gone',
      none: 'not given',
    },
    never: '–',
    next: 'Next: nmbrs-sync auth login --connection {connection}',
    revoked: 'The consent of {connection} is revoked at Nmbrs and forgotten here. Links and history stay.',
    nothing: 'There was no consent of {connection}.',
    pageTitle: 'Consent for nmbrs-sync',
    pageDone: 'You can close this window. The result is shown where nmbrs-sync was started.',
    pageRefused: 'No consent was given. You can close this window.',
    pageNotOurs:
      'This address does not answer the login that nmbrs-sync waits for. Start again from the address that it shows.',
  },
  nl: {
    open: 'Open dit adres in een browser en log in met een account dat toestemming mag geven voor de loonadministratie van {connection}:',
    waiting: 'Wachten tot de browser terugkomt …',
    paste: 'Plak daarna het hele adres waar de browser op terugkomt, en druk op Enter:',
    pushed:
      'Nmbrs zegt dat toestemmingen eerst aangekondigd moeten worden, en dat doet deze versie niet. Het adres kan geweigerd worden.',
    given: 'Toestemming gegeven voor {connection}, en bewezen met één leesactie.',
    companies: { one: 'Ze geldt voor 1 bedrijf:', many: 'Ze geldt voor # bedrijven:' },
    debtors: { one: 'Ze geldt voor 1 debiteur.', many: 'Ze geldt voor # debiteuren.' },
    missing: 'Niet verleend: {scopes}. Aanroepen die ze nodig hebben, worden geweigerd.',
    shortLived: 'Zonder offline_access eindigt de toestemming na ongeveer een uur.',
    headings: ['Verbinding', 'Toestemming', 'Toegang tot', 'Te vernieuwen tot'],
    standings: {
      ok: 'gegeven',
      'ends-soon': 'eindigt binnenkort',
      gone: 'vervallen',
      none: 'niet gegeven',
    },
    never: '–',
    next: 'Volgende stap: nmbrs-sync auth login --connection {connection}',
    revoked:
      'De toestemming van {connection} is bij Nmbrs ingetrokken en hier vergeten. Koppelingen en geschiedenis blijven.',
    nothing: 'Er was geen toestemming van {connection}.',
    pageTitle: 'Toestemming voor nmbrs-sync',
    pageDone: 'Je kunt dit venster sluiten. Hoe het afliep, staat waar nmbrs-sync gestart is.',
    pageRefused: 'Er is geen toestemming gegeven. Je kunt dit venster sluiten.',
    pageNotOurs:
      'Dit adres hoort niet bij de login waar nmbrs-sync op wacht. Begin opnieuw met het adres dat het toont.',
  },
  sv: {
    open: 'Öppna den här adressen i en webbläsare och logga in med ett konto som får ge samtycke för lönerna i {connection}:',
    waiting: 'Väntar på att webbläsaren kommer tillbaka …',
    paste: 'Klistra sedan in hela adressen som webbläsaren kommer tillbaka till, och tryck på Enter:',
    pushed:
      'Nmbrs säger att samtycken måste anmälas först, vilket den här versionen inte gör. Adressen kan nekas.',
    given: 'Samtycke givet för {connection}, och bevisat med en läsning.',
    companies: { one: 'Det gäller 1 företag:', many: 'Det gäller # företag:' },
    debtors: { one: 'Det gäller 1 debitor.', many: 'Det gäller # debitorer.' },
    missing: 'Inte beviljat: {scopes}. Anrop som behöver dem nekas.',
    shortLived: 'Utan offline_access upphör samtycket efter ungefär en timme.',
    headings: ['Anslutning', 'Samtycke', 'Åtkomst till', 'Kan förnyas till'],
    standings: {
      ok: 'givet',
      'ends-soon': 'upphör snart',
      gone: 'borta',
      none: 'inte givet',
    },
    never: '–',
    next: 'Nästa steg: nmbrs-sync auth login --connection {connection}',
    revoked:
      'Samtycket för {connection} är återkallat hos Nmbrs och glömt här. Kopplingar och historik finns kvar.',
    nothing: 'Det fanns inget samtycke för {connection}.',
    pageTitle: 'Samtycke för nmbrs-sync',
    pageDone: 'Du kan stänga det här fönstret. Hur det gick står där nmbrs-sync startades.',
    pageRefused: 'Inget samtycke gavs. Du kan stänga det här fönstret.',
    pageNotOurs:
      'Den här adressen hör inte till inloggningen som nmbrs-sync väntar på. Börja om med adressen som visas där.',
  },
  da: {
    open: 'Åbn denne adresse i en browser, og log ind med et login, der må give samtykke til lønnen for {connection}:',
    waiting: 'Venter på, at browseren kommer tilbage …',
    paste: 'Indsæt derefter hele den adresse, som browseren kommer tilbage til, og tryk på Enter:',
    pushed:
      'Nmbrs siger, at samtykker skal anmeldes først, og det gør denne version ikke. Adressen kan blive afvist.',
    given: 'Samtykke givet for {connection} og bevist med én læsning.',
    companies: { one: 'Det gælder 1 virksomhed:', many: 'Det gælder # virksomheder:' },
    debtors: { one: 'Det gælder 1 debitor.', many: 'Det gælder # debitorer.' },
    missing: 'Ikke bevilget: {scopes}. Kald, der har brug for dem, bliver afvist.',
    shortLived: 'Uden offline_access ophører samtykket efter omkring en time.',
    headings: ['Forbindelse', 'Samtykke', 'Adgang til', 'Kan fornyes til'],
    standings: {
      ok: 'givet',
      'ends-soon': 'ophører snart',
      gone: 'væk',
      none: 'ikke givet',
    },
    never: '–',
    next: 'Næste skridt: nmbrs-sync auth login --connection {connection}',
    revoked:
      'Samtykket for {connection} er trukket tilbage hos Nmbrs og glemt her. Koblinger og historik bliver.',
    nothing: 'Der var intet samtykke for {connection}.',
    pageTitle: 'Samtykke til nmbrs-sync',
    pageDone: 'Du kan lukke dette vindue. Hvordan det gik, står der, hvor nmbrs-sync blev startet.',
    pageRefused: 'Der blev ikke givet samtykke. Du kan lukke dette vindue.',
    pageNotOurs:
      'Denne adresse hører ikke til det login, som nmbrs-sync venter på. Begynd igen med den adresse, der vises.',
  },
})
