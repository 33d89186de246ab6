import { toCatalogue } from '../../domain/language/catalogue.js'
import type { Counted } from '../../domain/language/count.js'

interface StateTexts {
  rows: Readonly<
    Record<
      'stateFile' | 'keyFile' | 'size' | 'schema' | 'activeRun' | 'auditHead' | 'forgetting' | 'checked',
      string
    >
  >
  none: string
  holder: (pid: number, host: string, since: string) => string
  noEntries: string
  rowsOf: (table: string) => string
  forgetOff: (forgotten: number) => string
  forgetAfter: (days: number, forgotten: number) => string
  sound: string
  damaged: string
  keepCopy: string
  backedUp: (file: string, size: string) => string
  keyNotInIt: (keyFile: string) => string
  restored: (path: string) => string
  keptAside: (file: string) => string
  loginsInDoubt: Counted
  forgottenSince: Counted
  notKnown: string
  lookFirst: string
  runs: Counted
  removed: (connection: string, runs: string) => string
  kept: string
}

/** `state info`, `backup`, `restore` and `purge`. */
export const stateTexts = toCatalogue<StateTexts>({
  en: {
    rows: {
      stateFile: 'state file',
      keyFile: 'key file',
      size: 'size',
      schema: 'schema',
      activeRun: 'active run',
      auditHead: 'audit head',
      forgetting: 'forgetting people',
      checked: 'checked',
    },
    none: 'none',
    holder: (pid, host, since) => `process ${pid} on ${host}, since ${since}`,
    noEntries: 'no entries yet',
    rowsOf: (table) => `${table} rows`,
    forgetOff: (f) => `not set; ${f} forgotten so far`,
    forgetAfter: (d, f) => `${d} days after their employment ended; ${f} forgotten so far`,
    sound: 'sound',
    damaged: 'damaged',
    keepCopy: 'keep a copy of the file, then nmbrs-sync state restore FILE',
    backedUp: (file, size) => `Backed up to ${file} (${size}); the copy was read through and is sound.`,
    keyNotInIt: (keyFile) =>
      `It is of no use without the key file ${keyFile}, which is not in it. Keep a copy of that elsewhere, once: it never changes.`,
    restored: (path) => `Restored ${path}.`,
    keptAside: (file) => `The former file is kept as ${file}; remove it when it is no longer needed.`,
    loginsInDoubt: {
      one: 'Work about the logins of 1 person may have been handed over since; it is asked about before it is handed over: nmbrs-sync access status',
      many: 'Work about the logins of # people may have been handed over since; it is asked about before it is handed over: nmbrs-sync access status',
    },
    forgottenSince: {
      one: '1 person was forgotten since this backup was made, and is back with it. Forget them again, and remove older backups: nmbrs-sync state forget ID',
      many: '# people were forgotten since this backup was made, and are back with it. Forget them again, and remove older backups: nmbrs-sync state forget ID',
    },
    notKnown:
      'What was written to Nmbrs after the backup is not known to it, and holds may have to be decided again.',
    lookFirst: 'nmbrs-sync plan, and look at it before you sync',
    runs: { one: '1 run', many: '# runs' },
    removed: (connection, runs) => `${connection}: ${runs} removed`,
    kept: 'Links, what was last sent, holds and the audit record are kept. The room is used again by later runs.',
  },
  nl: {
    rows: {
      stateFile: 'statebestand',
      keyFile: 'sleutelbestand',
      size: 'grootte',
      schema: 'schema',
      activeRun: 'actieve run',
      auditHead: 'laatste auditregel',
      forgetting: 'personen vergeten',
      checked: 'gecontroleerd',
    },
    none: 'geen',
    holder: (pid, host, since) => `proces ${pid} op ${host}, sinds ${since}`,
    noEntries: 'nog geen regels',
    rowsOf: (table) => `rijen in ${table}`,
    forgetOff: (f) => `niet ingesteld; tot nu toe ${f} vergeten`,
    forgetAfter: (d, f) => `${d} dagen na het einde van het dienstverband; tot nu toe ${f} vergeten`,
    sound: 'in orde',
    damaged: 'beschadigd',
    keepCopy: 'bewaar een kopie van het bestand, daarna nmbrs-sync state restore FILE',
    backedUp: (file, size) => `Back-up gemaakt: ${file} (${size}); de kopie is doorgelezen en in orde.`,
    keyNotInIt: (keyFile) =>
      `Zonder het sleutelbestand ${keyFile} is hij onbruikbaar, en dat zit er niet in. Bewaar daarvan één keer een kopie elders: het verandert nooit.`,
    restored: (path) => `Teruggezet: ${path}.`,
    keptAside: (file) =>
      `Het vorige bestand is bewaard als ${file}; verwijder het als niemand het nodig heeft.`,
    loginsInDoubt: {
      one: 'Werk aan de login van 1 persoon is sindsdien misschien overgedragen; ernaar wordt gevraagd voordat het wordt overgedragen: nmbrs-sync access status',
      many: 'Werk aan de logins van # personen is sindsdien misschien overgedragen; ernaar wordt gevraagd voordat het wordt overgedragen: nmbrs-sync access status',
    },
    forgottenSince: {
      one: 'Sinds deze back-up is 1 persoon vergeten, die nu terug is. Vergeet die opnieuw en verwijder oudere back-ups: nmbrs-sync state forget ID',
      many: 'Sinds deze back-up zijn # personen vergeten, die nu terug zijn. Vergeet hen opnieuw en verwijder oudere back-ups: nmbrs-sync state forget ID',
    },
    notKnown:
      'Wat na de back-up naar Nmbrs is gestuurd, is er niet in bekend, en over sommige wijzigingen moet misschien opnieuw worden beslist.',
    lookFirst: 'nmbrs-sync plan, en bekijk het voordat je synct',
    runs: { one: '1 run', many: '# runs' },
    removed: (connection, runs) => `${connection}: ${runs} opgeruimd`,
    kept: 'Koppelingen, wat het laatst is verstuurd, wachtende wijzigingen en het auditlog blijven bewaard. Latere runs gebruiken de ruimte weer.',
  },
  sv: {
    rows: {
      stateFile: 'tillståndsfil',
      keyFile: 'nyckelfil',
      size: 'storlek',
      schema: 'schema',
      activeRun: 'pågående körning',
      auditHead: 'sista granskningsrad',
      forgetting: 'glömma personer',
      checked: 'kontrollerad',
    },
    none: 'ingen',
    holder: (pid, host, since) => `process ${pid} på ${host}, sedan ${since}`,
    noEntries: 'inga rader än',
    rowsOf: (table) => `rader i ${table}`,
    forgetOff: (f) => `inte satt; hittills ${f} glömda`,
    forgetAfter: (d, f) => `${d} dagar efter att anställningen upphörde; hittills ${f} glömda`,
    sound: 'hel',
    damaged: 'skadad',
    keepCopy: 'spara en kopia av filen, sedan nmbrs-sync state restore FILE',
    backedUp: (file, size) => `Säkerhetskopierad till ${file} (${size}); kopian har lästs igenom och är hel.`,
    keyNotInIt: (keyFile) =>
      `Den är oanvändbar utan nyckelfilen ${keyFile}, som inte finns i den. Spara en kopia av den på annat håll, en gång: den ändras aldrig.`,
    restored: (path) => `Återställd: ${path}.`,
    keptAside: (file) => `Den tidigare filen är sparad som ${file}; ta bort den när ingen behöver den.`,
    loginsInDoubt: {
      one: 'Arbete med inloggningen för 1 person kan ha lämnats över sedan dess; det frågas om innan det lämnas över: nmbrs-sync access status',
      many: 'Arbete med inloggningarna för # personer kan ha lämnats över sedan dess; det frågas om innan det lämnas över: nmbrs-sync access status',
    },
    forgottenSince: {
      one: '1 person har glömts sedan säkerhetskopian gjordes, och är nu tillbaka. Glöm personen igen och ta bort äldre kopior: nmbrs-sync state forget ID',
      many: '# personer har glömts sedan säkerhetskopian gjordes, och är nu tillbaka. Glöm dem igen och ta bort äldre kopior: nmbrs-sync state forget ID',
    },
    notKnown:
      'Det som skickades till Nmbrs efter säkerhetskopian är inte känt i den, och beslut om ändringar som väntar kan behöva fattas igen.',
    lookFirst: 'nmbrs-sync plan, och se på den innan du synkroniserar',
    runs: { one: '1 körning', many: '# körningar' },
    removed: (connection, runs) => `${connection}: ${runs} rensade`,
    kept: 'Kopplingar, det som senast skickades, ändringar som väntar och granskningsloggen behålls. Senare körningar använder utrymmet igen.',
  },
  da: {
    rows: {
      stateFile: 'tilstandsfil',
      keyFile: 'nøglefil',
      size: 'størrelse',
      schema: 'skema',
      activeRun: 'igangværende kørsel',
      auditHead: 'sidste revisionslinje',
      forgetting: 'glemme personer',
      checked: 'kontrolleret',
    },
    none: 'ingen',
    holder: (pid, host, since) => `proces ${pid} på ${host}, siden ${since}`,
    noEntries: 'ingen linjer endnu',
    rowsOf: (table) => `rækker i ${table}`,
    forgetOff: (f) => `ikke sat; hidtil ${f} glemt`,
    forgetAfter: (d, f) => `${d} dage efter ansættelsens ophør; hidtil ${f} glemt`,
    sound: 'i orden',
    damaged: 'beskadiget',
    keepCopy: 'gem en kopi af filen, derefter nmbrs-sync state restore FILE',
    backedUp: (file, size) =>
      `Sikkerhedskopieret til ${file} (${size}); kopien er læst igennem og er i orden.`,
    keyNotInIt: (keyFile) =>
      `Den kan ikke bruges uden nøglefilen ${keyFile}, som ikke er i den. Gem en kopi af den et andet sted, én gang: den ændres aldrig.`,
    restored: (path) => `Gendannet: ${path}.`,
    keptAside: (file) => `Den tidligere fil er gemt som ${file}; fjern den, når ingen har brug for den.`,
    loginsInDoubt: {
      one: 'Arbejde med login for 1 person er måske overdraget siden; der spørges om det, før det overdrages: nmbrs-sync access status',
      many: 'Arbejde med logins for # personer er måske overdraget siden; der spørges om det, før det overdrages: nmbrs-sync access status',
    },
    forgottenSince: {
      one: '1 person er glemt, siden sikkerhedskopien blev lavet, og er nu tilbage. Glem personen igen, og fjern ældre kopier: nmbrs-sync state forget ID',
      many: '# personer er glemt, siden sikkerhedskopien blev lavet, og er nu tilbage. Glem dem igen, og fjern ældre kopier: nmbrs-sync state forget ID',
    },
    notKnown:
      'Det, der blev sendt til Nmbrs efter sikkerhedskopien, er ikke kendt i den, og ændringer, der venter, skal måske afgøres igen.',
    lookFirst: 'nmbrs-sync plan, og se på den, før du synkroniserer',
    runs: { one: '1 kørsel', many: '# kørsler' },
    removed: (connection, runs) => `${connection}: ${runs} ryddet op`,
    kept: 'Forbindelser, det senest sendte, ændringer, der venter, og revisionsloggen bevares. Senere kørsler bruger pladsen igen.',
  },
})
