import type { Wording } from '../../../../domain/language/catalogue.js'

/** What keeps every host alike from being reached: certificates, and the proxy of the network. */
export const networkSentences: readonly Wording[] = [
  {
    en: 'the certificate of the host is not trusted',
    nl: 'het certificaat van de host wordt niet vertrouwd',
    sv: 'värdens certifikat är inte betrott',
    da: 'værtens certifikat er ikke betroet',
  },
  {
    en: 'the proxy of this network wants another login',
    nl: 'de proxyserver van dit netwerk vraagt om een andere login',
    sv: 'nätverkets proxyserver vill ha en annan inloggning',
    da: 'netværkets proxyserver vil have et andet login',
  },
  {
    en: 'the proxy of this network made no connection',
    nl: 'de proxyserver van dit netwerk maakte geen verbinding',
    sv: 'nätverkets proxyserver upprättade ingen anslutning',
    da: 'netværkets proxyserver oprettede ingen forbindelse',
  },
  {
    en: 'Put user and password of the proxy into HTTPS_PROXY (http://USER:PASSWORD@PROXY:PORT, special characters encoded), or name the host in NO_PROXY',
    nl: 'Zet gebruiker en wachtwoord van de proxyserver in HTTPS_PROXY (http://USER:PASSWORD@PROXY:PORT, bijzondere tekens gecodeerd), of noem de host in NO_PROXY',
    sv: 'Ange proxyserverns användare och lösenord i HTTPS_PROXY (http://USER:PASSWORD@PROXY:PORT, specialtecken kodade), eller ange värden i NO_PROXY',
    da: 'Sæt proxyserverens bruger og adgangskode i HTTPS_PROXY (http://USER:PASSWORD@PROXY:PORT, specialtegn kodet), eller nævn værten i NO_PROXY',
  },
  {
    en: 'Check HTTPS_PROXY, and ask the operator of the proxy to let this machine reach the host; a host that needs no proxy belongs in NO_PROXY',
    nl: 'Controleer HTTPS_PROXY, en vraag de beheerder van de proxyserver om deze machine bij de host te laten; een host die geen proxyserver nodig heeft, hoort in NO_PROXY',
    sv: 'Kontrollera HTTPS_PROXY, och be den som driver proxyservern att släppa fram den här maskinen till värden; en värd som inte behöver någon proxyserver hör hemma i NO_PROXY',
    da: 'Kontrollér HTTPS_PROXY, og bed den, der driver proxyserveren, om at lade denne maskine nå værten; en vært, der ikke behøver en proxyserver, hører hjemme i NO_PROXY',
  },
  {
    en: 'If a proxy or firewall of your company reads TLS, save the certificate of its authority (PEM) and name that file in NODE_EXTRA_CA_CERTS, in the environment; else check the host in the configuration',
    nl: 'Als een proxyserver of firewall van uw bedrijf TLS leest, bewaar dan het certificaat van de uitgever (PEM) en noem dat bestand in NODE_EXTRA_CA_CERTS, in de omgeving; controleer anders de host in de configuratie',
    sv: 'Om en proxyserver eller brandvägg hos ert företag läser TLS, spara utfärdarens certifikat (PEM) och ange filen i NODE_EXTRA_CA_CERTS, i miljön; kontrollera annars värden i konfigurationen',
    da: 'Hvis en proxyserver eller firewall i jeres virksomhed læser TLS, så gem udstederens certifikat (PEM) og nævn filen i NODE_EXTRA_CA_CERTS, i miljøet; kontrollér ellers værten i konfigurationen',
  },
  {
    en: 'Check date and time of this machine; if they are right, the certificate of the host has to be renewed',
    nl: 'Controleer datum en tijd van deze machine; kloppen die, dan moet het certificaat van de host worden vernieuwd',
    sv: 'Kontrollera maskinens datum och tid; om de stämmer måste värdens certifikat förnyas',
    da: 'Kontrollér maskinens dato og tid; hvis de er rigtige, skal værtens certifikat fornyes',
  },
  {
    en: 'Check the host in the configuration, and whether something else answers in its place',
    nl: 'Controleer de host in de configuratie, en of iets anders in plaats daarvan antwoordt',
    sv: 'Kontrollera värden i konfigurationen, och om något annat svarar i dess ställe',
    da: 'Kontrollér værten i konfigurationen, og om noget andet svarer i dens sted',
  },
]
