import type { Random } from '../../src/sandbox/people/invent/random.js'

/**
 * Common Dutch names with how many of 100,000 people, or of 50,000 of one sex, have them: public orders of
 * magnitude, rounded. Names only; nobody is meant. The tail, four in five last names and two in three first
 * names, is put together of parts, because most names are rare.
 */
const commonLastNames = `
de Jong 520, Jansen 450, de Vries 440, van den Berg 330, Bakker 330, van Dijk 320, Visser 300, Janssen 300, Smit 260, Meijer 230,
de Boer 230, Mulder 220, de Groot 220, Bos 210, Vos 180, Peters 180, Hendriks 170, van Leeuwen 170, Dekker 160, Brouwer 150,
de Wit 140, Dijkstra 140, Smits 140, de Graaf 120, van der Meer 120, van der Linden 120, Kok 110, Jacobs 110, de Haan 110,
Vermeulen 110, van den Heuvel 100, van der Veen 100, van den Broek 100, de Bruijn 100, de Bruin 90, Schouten 90, van Beek 90,
Willems 90, van Vliet 90, van de Ven 80, Hoekstra 80, van der Heijden 80, Maas 80, Verhoeven 80, Koster 80, van Dam 80,
van der Wal 80, Prins 70, Blom 70, Huisman 70, Peeters 70, de Jonge 70, Kuipers 70, van Veen 70, Post 70, Kuiper 70, Veenstra 70,
Kramer 70, van de Pol 60, van den Bosch 60, Gerritsen 60, Schipper 60, van Wijk 60, Sanders 60, Postma 60, Timmermans 50,
Evers 50, van Dongen 50, Hermans 50, van Loon 50, Schouten-Bos 5, El Idrissi 20, Yılmaz 40, Kaya 30, Nguyen 30, Singh 30,
Öztürk 20, Müller 20, Şahin 20, van 't Hof 20, ter Horst 20, in 't Veld 20, op den Kamp 10, von Essen 10, d'Hont 10, de la Haye 10`

const maleNames = `
Johannes 1900 Jan|Hans|Joop, Jan 1100, Cornelis 900 Kees|Cor, Hendrik 800 Henk|Rik, Willem 600 Wim, Pieter 600 Piet, Petrus 500 Peter,
Gerrit 450 Ger, Peter 450, Jacobus 430 Koos|Jaap, Thomas 400 Tom, Wilhelmus 400 Wim|Willy, Adrianus 400 Ad|Adrie,
Martinus 380 Martin, Johan 330, Robert 320 Rob, Franciscus 320 Frans, Paul 300, Mark 300, Marcel 290, Antonius 300 Toon|Ton,
Daan 280, Tim 270, Michael 260, Dirk 260, Dennis 250, Jeroen 250, Erik 240, Rick 150, Bart 150, Bas 140, Lars 150, Sander 160,
Martijn 200, Jasper 150, Stefan 160, Mohammed 260 Mo, Ahmed 120, Mehmet 60, Nicolaas 180 Nico|Klaas, Gerardus 300 Gerard,
Theodorus 200 Theo, Lambertus 150 Bert, Alexander 170 Alex|Sander, Maarten 120, Ruben 130, Sem 100, Lucas 120, Niels 140, Koen 130`

const femaleNames = `
Maria 2000 Ria|Marie|Mieke, Johanna 1200 Joke|Annie, Anna 1100, Cornelia 500 Corrie, Elisabeth 500 Els|Bep, Wilhelmina 400 Willy|Mien,
Catharina 400 Toos|Karin, Hendrika 300 Riek, Petronella 250 Nel, Anne 300, Margaretha 300 Greet|Marga, Jacoba 200 Coby, Adriana 250 Jeanne,
Linda 280, Monique 270, Sandra 260, Esther 230, Ingrid 220, Marieke 180, Laura 220, Sanne 200, Lisa 220, Lotte 140, Eva 170,
Emma 170, Julia 150, Sophie 140, Femke 130, Iris 150, Kim 180, Mirjam 140, Yvonne 200, Anja 170, Wendy 150, Marjolein 130,
Fatma 100, Fatima 110, Samira 70, Ayşe 60, Geertruida 250 Truus, Theodora 150 Thea, Alida 120 Lida, Aaltje 90 Alie, Grietje 100 Greetje,
Christina 180 Tineke, Helena 160 Leny|Heleen, Gerarda 120 Gerda, Anouk 110, Naomi 90, Noa 80, Fleur 110, Roos 80`

const stems =
  `Acht Berk Bloem Boek Bram Dal Doorn Eik Elze Es Geest Goud Groen Haar Hage Heide Hoek Hout Kam Kers Klaver Lind Loo
Meer Nieuw Olm Oos Peper Riet Roos Schaap Snel Spaan Steen Tol Veen Vlas Water Wester Wilg Zand Zuider`.split(
    /\s+/,
  )
const endings =
  'berg broek dijk enberg ersma feld hof horst huis huizen inga ink kamp laar man mans meijer poel stra veld weg wijk'.split(
    ' ',
  )
const tailPrefixes = ['', '', '', '', '', 'van ', 'van de ', 'van der ', 'van den ', 'te ']

interface Weighted<Item> {
  item: Item
  upTo: number
}

/** A first name as the passport has it, and what people may call its bearer. */
export interface FirstName {
  official: string
  callNames: readonly string[]
}

const weigh = <Item>(
  list: string,
  toItem: (name: string, rest: string) => Item,
): readonly Weighted<Item>[] => {
  let upTo = 0
  return list.split(',').map((entry) => {
    const [, name = '', weight = '', rest = ''] = /^\s*(.+?) (\d+)\s*(\S*)\s*$/.exec(entry) ?? []
    upTo += Number(weight)
    return { item: toItem(name, rest), upTo }
  })
}

const toFirstName = (official: string, callNames: string): FirstName => ({
  official,
  callNames: callNames === '' ? [`${official.slice(0, 3)}je`] : callNames.split('|'),
})

const lastNames = weigh(commonLastNames, (name) => name)
const firstNames = { male: weigh(maleNames, toFirstName), female: weigh(femaleNames, toFirstName) }

const draw = <Item>(list: readonly Weighted<Item>[], at: number): Item | undefined =>
  list.find(({ upTo }) => at < upTo)?.item

/** The last name of one of 100,000 people, prefix included. */
export const drawLastName = (random: Random): string =>
  draw(lastNames, random.int(100_000)) ??
  `${random.pick(tailPrefixes)}${random.pick(stems)}${random.pick(stems).toLowerCase()}${random.pick(endings)}`

const beginnings =
  'Ab Adi Al Bea Ber Bri Ca Cla Da De Do Ed Ela Fe Flo Ga Gio Gu Ha He Ibi Ila Ja Jo Ka Ki La Li Ma Me Na Ni O Pa Ra Ro Sa Si Ta Ti U Vi Wa Yo Za'.split(
    ' ',
  )
const middles = 'bi bra da de di fa ga la le li lo ma mi na no ra re ri ro sa si ta te to vi'.split(' ')
const maleEndings = 'n r s rd ld m n s ik us o k l t'.split(' ')
const femaleEndings = 'a e ke la na tte ne sa ra ja lia y'.split(' ')

/** How many of one sex the list of common first names speaks of. */
const ofOneSex = 50_000

export const drawFirstName = (random: Random): FirstName => {
  const sex = random.pick(['male', 'female'] as const)
  const common = draw(firstNames[sex], random.int(ofOneSex))
  if (common !== undefined) return common
  const ending = random.pick(sex === 'male' ? maleEndings : femaleEndings)
  return toFirstName(`${random.pick(beginnings)}${random.pick(middles)}${ending}`, '')
}
