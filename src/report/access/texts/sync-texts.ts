import { toCatalogue } from '../../../domain/language/catalogue.js'
import type { Counted } from '../../../domain/language/count.js'

interface SyncTexts {
  nothingNew: string
  handedOver: (people: string) => string
  held: Counted
  expired: Counted
  late: Counted
  noLinkFor: (subject: string, why: string) => string
  notHandedOver: (subject: string, why: string) => string
  handOver: (key: string) => string
  resumed: (key: string) => string
  arrived: (channel: string, result: string) => string
  unsure: (channel: string, why: string) => string
  notArrived: (channel: string, why: string) => string
  goesOn: string
  triesAgain: string
  told: (people: string) => string
  notTold: Counted
  perhapsTold: Counted
  whenDone: (key: string) => string
  toHandOver: (people: string, portal: string) => string
  whatIsHeld: (portal: string) => string
  notWorkedOut: string
  toTryAgain: string
}

/** `access sync`: what was handed over, what waits, and what comes next. */
export const syncTexts = toCatalogue<SyncTexts>({
  en: {
    nothingNew: 'nothing new to hand over',
    handedOver: (people) => `handed over: ${people}`,
    held: { one: '1 held for approval', many: '# held for approval' },
    expired: { one: '1 got no answer in time', many: '# got no answer in time' },
    late: { one: '1 late', many: '# late' },
    noLinkFor: (subject, why) => `No link is asked for ${subject}: ${why}`,
    notHandedOver: (subject, why) => `Asked for, and not handed over: ${subject}: ${why}`,
    handOver: (key) => `Hand-over ${key}`,
    resumed: (key) => `Hand-over ${key}, begun before and carried on`,
    arrived: (channel, result) => `by ${channel}: ${result}`,
    unsure: (channel, why) => `by ${channel}: it is not known whether it arrived; ${why}`,
    notArrived: (channel, why) => `by ${channel}: did not arrive; ${why}`,
    goesOn: 'The next run continues with it under the same key',
    triesAgain: 'The next run tries again',
    told: (people) => `Told about a new login: ${people}.`,
    notTold: {
      one: 'Not told: 1 message did not arrive; the next run tries again.',
      many: 'Not told: # messages did not arrive; the next run tries again.',
    },
    perhapsTold: {
      one: 'Perhaps told: 1 message may have arrived, and no second one is sent; ask the mail server.',
      many: 'Perhaps told: # messages may have arrived, and no second one is sent; ask the mail server.',
    },
    whenDone: (key) => `When a batch is done: nmbrs-sync access confirm ${key}`,
    toHandOver: (people, portal) => `${people} to hand over: nmbrs-sync access sync ${portal}`,
    whatIsHeld: (portal) => `What is held, and why: nmbrs-sync access plan ${portal}`,
    notWorkedOut: 'The result of the sync is not affected, but the self-service logins were not worked out:',
    toTryAgain: 'To try again: nmbrs-sync access sync',
  },
  nl: {
    nothingNew: 'niets nieuws over te dragen',
    handedOver: (people) => `overgedragen: ${people}`,
    held: { one: '1 wacht op akkoord', many: '# wachten op akkoord' },
    expired: { one: '1 kreeg niet op tijd antwoord', many: '# kregen niet op tijd antwoord' },
    late: { one: '1 te laat', many: '# te laat' },
    noLinkFor: (subject, why) => `Voor ${subject} wordt geen link gevraagd: ${why}`,
    notHandedOver: (subject, why) => `Gevraagd en niet overgedragen: ${subject}: ${why}`,
    handOver: (key) => `Overdracht ${key}`,
    resumed: (key) => `Overdracht ${key}, eerder begonnen en voortgezet`,
    arrived: (channel, result) => `via ${channel}: ${result}`,
    unsure: (channel, why) => `via ${channel}: misschien aangekomen, dat is niet bekend; ${why}`,
    notArrived: (channel, why) => `via ${channel}: niet aangekomen; ${why}`,
    goesOn: 'De volgende run gaat ermee verder onder dezelfde naam',
    triesAgain: 'De volgende run probeert het opnieuw',
    told: (people) => `Bericht over een nieuwe login: ${people}.`,
    notTold: {
      one: 'Geen bericht: 1 bericht is niet aangekomen; de volgende run probeert het opnieuw.',
      many: 'Geen bericht: # berichten zijn niet aangekomen; de volgende run probeert het opnieuw.',
    },
    perhapsTold: {
      one: 'Misschien bericht: 1 bericht is misschien aangekomen en wordt niet nog een keer verstuurd; vraag het de mailserver.',
      many: 'Misschien bericht: # berichten zijn misschien aangekomen en worden niet nog een keer verstuurd; vraag het de mailserver.',
    },
    whenDone: (key) => `Als een lijst klaar is: nmbrs-sync access confirm ${key}`,
    toHandOver: (people, portal) => `${people} over te dragen: nmbrs-sync access sync ${portal}`,
    whatIsHeld: (portal) => `Wat wacht op akkoord, en waarom: nmbrs-sync access plan ${portal}`,
    notWorkedOut: 'De sync is gegaan zoals hierboven staat, maar de logins zijn niet bepaald:',
    toTryAgain: 'Om het opnieuw te proberen: nmbrs-sync access sync',
  },
  sv: {
    nothingNew: 'inget nytt att lämna över',
    handedOver: (people) => `överlämnat: ${people}`,
    held: { one: '1 väntar på godkännande', many: '# väntar på godkännande' },
    expired: { one: '1 fick inget svar i tid', many: '# fick inget svar i tid' },
    late: { one: '1 sen', many: '# sena' },
    noLinkFor: (subject, why) => `Ingen länk begärs för ${subject}: ${why}`,
    notHandedOver: (subject, why) => `Begärt, och inte överlämnat: ${subject}: ${why}`,
    handOver: (key) => `Överlämning ${key}`,
    resumed: (key) => `Överlämning ${key}, påbörjad tidigare och fortsatt`,
    arrived: (channel, result) => `med ${channel}: ${result}`,
    unsure: (channel, why) => `med ${channel}: kan ha kommit fram, ingen vet; ${why}`,
    notArrived: (channel, why) => `med ${channel}: kom inte fram; ${why}`,
    goesOn: 'Nästa körning fortsätter med den under samma namn',
    triesAgain: 'Nästa körning försöker igen',
    told: (people) => `Underrättade om en ny inloggning: ${people}.`,
    notTold: {
      one: 'Inte underrättade: 1 meddelande kom inte fram; nästa körning försöker igen.',
      many: 'Inte underrättade: # meddelanden kom inte fram; nästa körning försöker igen.',
    },
    perhapsTold: {
      one: 'Kanske underrättade: 1 meddelande kan ha kommit fram och skickas inte en gång till; fråga e-postservern.',
      many: 'Kanske underrättade: # meddelanden kan ha kommit fram och skickas inte en gång till; fråga e-postservern.',
    },
    whenDone: (key) => `När en lista är klar: nmbrs-sync access confirm ${key}`,
    toHandOver: (people, portal) => `${people} att lämna över: nmbrs-sync access sync ${portal}`,
    whatIsHeld: (portal) => `Vad som väntar på godkännande, och varför: nmbrs-sync access plan ${portal}`,
    notWorkedOut: 'Synkroniseringen slutade som ovan, men inloggningarna räknades inte ut:',
    toTryAgain: 'För att försöka igen: nmbrs-sync access sync',
  },
  da: {
    nothingNew: 'intet nyt at overdrage',
    handedOver: (people) => `overdraget: ${people}`,
    held: { one: '1 venter på godkendelse', many: '# venter på godkendelse' },
    expired: { one: '1 fik ikke svar i tide', many: '# fik ikke svar i tide' },
    late: { one: '1 for sent', many: '# for sent' },
    noLinkFor: (subject, why) => `Der bedes ikke om et link til ${subject}: ${why}`,
    notHandedOver: (subject, why) => `Bedt om, og ikke overdraget: ${subject}: ${why}`,
    handOver: (key) => `Overdragelse ${key}`,
    resumed: (key) => `Overdragelse ${key}, begyndt tidligere og fortsat`,
    arrived: (channel, result) => `med ${channel}: ${result}`,
    unsure: (channel, why) => `med ${channel}: er måske kommet frem, det vides ikke; ${why}`,
    notArrived: (channel, why) => `med ${channel}: kom ikke frem; ${why}`,
    goesOn: 'Næste kørsel fortsætter med den under samme navn',
    triesAgain: 'Næste kørsel prøver igen',
    told: (people) => `Underrettet om et nyt login: ${people}.`,
    notTold: {
      one: 'Ikke underrettet: 1 besked kom ikke frem; næste kørsel prøver igen.',
      many: 'Ikke underrettet: # beskeder kom ikke frem; næste kørsel prøver igen.',
    },
    perhapsTold: {
      one: 'Måske underrettet: 1 besked er måske kommet frem og sendes ikke en gang til; spørg mailserveren.',
      many: 'Måske underrettet: # beskeder er måske kommet frem og sendes ikke en gang til; spørg mailserveren.',
    },
    whenDone: (key) => `Når en liste er færdig: nmbrs-sync access confirm ${key}`,
    toHandOver: (people, portal) => `${people} skal overdrages: nmbrs-sync access sync ${portal}`,
    whatIsHeld: (portal) => `Hvad der venter på godkendelse, og hvorfor: nmbrs-sync access plan ${portal}`,
    notWorkedOut:
      'Synkroniseringen endte som ovenfor, men det blev ikke beregnet, hvem der skal have logins:',
    toTryAgain: 'For at prøve igen: nmbrs-sync access sync',
  },
})
