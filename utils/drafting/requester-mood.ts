/** Words of anger or loss; one of them with emphasis, or two, make an apology fitting. */
const STRONG =
  /(?<!\p{L})(?:unacceptable|ridiculous|outrageous|furious|angry|disgrace\w*|appalling|disappoint\w*|frustrat\w*|fed up|losing (?:real )?money|are you serious|sick of|worst|lawyer|manager|complaint|unverschämt|inakzeptabel|unzumutbar|verärgert|enttäuscht\w*|sauer|frechheit|beschwer\w*|anwalt|indignad\w*|inaceptable|inadmisible|harto|harta|decepcionad\w*|vergüenza|queja|abogado|furieu\w*|inacceptable|inadmissible|scandaleu\w*|déçue?|honteu\w*|avocat|inaceitável|inaccettabile|onacceptabel|waardeloos)(?!\p{L})/giu;

/** Is the requester upset, from their own public words? Two signs are asked for: shouting, rows of exclamation marks, words of anger. */
export function isUpset(text: string): boolean {
  const words = new Set([...text.matchAll(STRONG)].map((match) => match[0].toLowerCase())).size;
  const shouted =
    text
      .match(/(?<![\p{L}\p{N}_-])\p{Lu}{4,}(?![\p{L}\p{N}_-])/gu)
      ?.filter((word) => !/^(?:HTTP|HTTPS|JSON|SAML|GDPR|DSGVO|RGPD|IBAN|API|HTML|POST|NOTE)$/.test(word)).length ?? 0;
  const emphasis = /!{2,}/.test(text) || shouted >= 2;
  return words >= 2 || (words >= 1 && emphasis) || (shouted >= 3 && /!{2,}/.test(text));
}
