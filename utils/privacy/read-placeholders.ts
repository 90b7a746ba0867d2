import { toSpans, type PiiKind, type PiiSpan } from './pii-kind.ts';
import { writePlaceholder } from './placeholder-book.ts';

/** What models make of a placeholder's word: another case, a synonym, its translation. */
const spellings: readonly (readonly [PiiKind, string])[] = [
  ['e-mail', 'e-?mail(?:[ -]?add?resse?)?|mail|correo|courriel|posta|sähköposti|e-?post'],
  ['phone', 'phone(?: number)?|telephone|telefon(?:nummer)?|teléfono|téléphone|telefono|telefone|telefoon|puhelin'],
  ['name', 'name|nombre|nom|nome|naam|namn|navn|nimi|imię'],
  ['card', 'card(?: number)?|karten?(?:nummer)?|tarjeta|carte|carta|cartão|kaart|kort|kortti'],
  ['address', 'add?resse?|anschrift|dirección|indirizzo|endereço|adres|osoite'],
  ['private-key', 'key|schlüssel|clave|clé|chiave|chave|sleutel|nyckel|nøgle|nøkkel'],
  ['secret', 'secret|geheimnis|secreto|segreto|segredo|geheim|hemlighet|hemmelighed|salaisuus'],
  ['look-alike', 'texte?|texto|testo|tekst|teksti'],
  ['link', 'link|enlace|lien|collegamento|länk|lenke|linkki'],
  ['iban', 'iban'],
  ['ssn', 'ssn'],
  ['ip', 'ip(?:[ -]?add?resse?)?'],
];
const readers = spellings.map(([kind, words]) => ({ kind, expression: new RegExp(`^(?:${words})$`, 'iu') }));

const word = `(?<!\\p{L})(${spellings.map(([, words]) => words).join('|')})`;
const inside = String.raw`${word}(?:\\?[\s_-]|&nbsp;){0,3}#?(\d{1,4})(?!\d)`;
/** With both brackets, escaped or not, or with one of them lost. */
const mangled = new RegExp(
  [
    String.raw`\\[[{<]\s?${inside}\s?\\[\]}>]`,
    String.raw`[[［【{<]\s?${inside}(?:\s?[\]］】}>])?`,
    String.raw`${inside}\s?[\]］】}>]`,
  ].join('|'),
  'giu',
);

/**
 * Everything that `replacePlaceholders` would take for a placeholder of ours once the given spans are replaced. Looked for in
 * each stretch between them on its own, with the brackets of its neighbours around it: a replaced beginning can leave an
 * end that reads like a placeholder. `taken` in the order of the text, not overlapping.
 */
export function findLookAlikes(text: string, taken: readonly PiiSpan[]): PiiSpan[] {
  const ends = [0, ...taken.map(({ end }) => end)];
  const starts = [...taken.map(({ start }) => start), text.length];
  return ends.flatMap((from, index) => {
    const before = index === 0 ? '' : ']';
    const after = index === taken.length ? '' : '[';
    const shift = from - before.length;
    return toSpans('look-alike', before + text.slice(from, starts[index]) + after, mangled).map((span) => ({
      ...span,
      start: span.start + shift,
      end: span.end + shift,
    }));
  });
}

/** Calls `toText` with each placeholder as it was given out, whatever the model made of it, and puts in what that returns. */
export function replacePlaceholders(text: string, toText: (placeholder: string, written: string) => string): string {
  return text.replaceAll(mangled, (written, ...groups: (string | undefined)[]) => {
    const [spelling = '', number = ''] = groups.slice(0, 6).filter((group) => group !== undefined);
    const kind = readers.find(({ expression }) => expression.test(spelling))?.kind;
    return kind ? toText(writePlaceholder(kind, Number(number)), written) : written;
  });
}
