/** Words beside a number that say it is a phone's, in the languages that drafts are written in. */
const phone = `
  phone telephone cellphone ph contact text texted tel tél tlf tfno mobile mobil mobiltelefon mob cell cellular fax telefax telefon telefonnummer rufnummer
  handy handynummer durchwahl festnetz teléfono telefono móvil movil celular téléphone telephone portable telefone telemóvel
  cellulare recapito telefoon telefoonnummer mobiel telefonnumret mobilnummer telefoni puhelin puhelinnumero matkapuhelin telefonu komórka kom komórkę komórkowy zadzwoń zadzwonić dzwonić oddzwonić
  whatsapp sms call calls calling called dial dialed ring hotline helpline extension voicemail landline reachable reach anrufen erreichbar
  zurückrufen rückruf anruf llamar llámame llamarme appeler appelez joindre chiamare chiamami ligar ligue bellen ringa ringe soita
  电话 電話 手机 携帯 전화 office home work pager direct desk
`;
/** Words beside a number that say it is something else, and nobody's. */
const other = `
  order orders invoice ticket case reference ref tracking shipment parcel package serial sku item article part model version build
  error id account customer contract policy booking reservation confirmation transaction receipt quote quotation po rma request issue bug
  bestellung bestellnummer rechnung rechnungsnummer auftrag auftragsnummer sendung sendungsnummer kundennummer vertragsnummer artikelnummer
  seriennummer fehler pedido factura referencia commande facture référence ordine fattura encomenda fatura bestelling factuur
  ordernummer ordre faktura tilaus lasku zip postcode plz isbn imei ean upc vin amount total price usd eur
`;
/** Too general to name a phone unless the number comes right before them: "416 60 039 office". */
const trailing = new Set(['office', 'home', 'work', 'direct', 'desk', 'pager']);

const toSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
const phoneWords = toSet(phone);
const otherWords = toSet(other);

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
/** "My number is": nobody says that of an order. */
const ownNumber =
  /(?<!\p{L})(?:my|meine|mi|mon|il mio|o meu|mój|mijn|mitt|min) (?:\p{L}{2} )?(?:number|nummer|número|numero|numéro|numer)(?: (?:is|ist|lautet|es|est|è|é|to|är|er|le|el|la))*:? *$/iu;
/** As far as a label reaches: "call me back any time on", "Bestellnummer lautet". */
const BEFORE = 40;
const AFTER = 16;

/**
 * What the words of the same line say that a number is; the nearest one before it decides, then those right behind it.
 * CJK words stand unspaced, so they are looked for within runs as well.
 */
export function readNumberContext(text: string, start: number, end: number): 'phone' | 'other' | 'unknown' {
  const before =
    text
      .slice(Math.max(0, start - BEFORE), start)
      .split('\n')
      .at(-1) ?? '';
  const after = text.slice(end, end + AFTER).split('\n')[0] ?? '';
  if (ownNumber.test(before)) return 'phone';
  for (const word of wordsOf(before).toReversed()) {
    if (phoneWords.has(word) && !trailing.has(word)) return 'phone';
    if (otherWords.has(word)) return 'other';
    if (/(?:电话|電話|手机|携帯|전화)/u.test(word)) return 'phone';
    if (/(?:telefon|mobil|phone|handy|rufnummer)/u.test(word)) return 'phone';
    if (/(?:nummer|order|rechnung|bestell)/u.test(word)) return 'other';
  }
  if (/#\s*$/.test(before)) return 'other';
  return wordsOf(after.replace(/^[\s,;]*/, ''))
    .slice(0, 2)
    .some((word) => phoneWords.has(word))
    ? 'phone'
    : 'unknown';
}
