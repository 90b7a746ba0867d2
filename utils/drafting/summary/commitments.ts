const words = (list: string): string => `(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`;
const any = (...lists: readonly string[]): RegExp => new RegExp(lists.map(words).join('|'), 'iu');

/** An agent binds the team: says what they will do, have handed on, or come back with. Seven languages. */
const COMMITMENT = any(
  "(?:i|we)(?:'ll|’ll| will| shall)|(?:i|we) (?:am|are) going to|(?:i'm|we're|i’m|we’re) (?:going to|looking into|checking)|(?:i|we) (?:have|'ve|’ve) (?:forwarded|escalated|passed|asked|requested|raised|scheduled|refunded|arranged|opened|ordered)|(?:i|we) (?:promise|guarantee)|you(?:'ll|’ll| will) (?:hear|receive|get|have) (?:back |an answer )?from (?:me|us)|get back to you",
  '(?:ich|wir) (?:werde|werden|melde|melden|kümmere|kümmern|prüfe|prüfen|kläre|klären|schicke|schicken|leite|leiten|erstatte|erstatten)|(?:werde|werden) (?:ich|wir)|(?:melde|melden|prüfe|prüfen) (?:ich|wir)|(?:habe|haben)(?: ich| wir)? .{0,80}(?:weitergegeben|weitergeleitet|veranlasst|beauftragt|eskaliert|angefragt|gebeten)|sie (?:erhalten|bekommen|hören) .{0,40}von (?:mir|uns)',
  '(?:le|les|te|os) (?:enviaré|enviaremos|informaré|informaremos|escribiré|avisaré|avisaremos|responderé|responderemos|llamaremos|contactaremos|mantendré|mantendremos)|(?:vamos|voy) a (?:revisar|comprobar|enviar|reembolsar|resolver|consultar)|(?:he|hemos) (?:reenviado|escalado|pasado|solicitado|trasladado)|(?:revisaré|revisaremos|comprobaré|comprobaremos|reembolsaremos|me pondré|nos pondremos)',
  "je (?:reviens|reviendrai|vérifie|vérifierai|transmets|m’en occupe|vais|vous (?:tiens|tiendrai|envoie|enverrai|recontacte|recontacterai|rembourse))|nous (?:allons|reviendrons|vérifions|vous (?:tiendrons|enverrons|recontacterons|rembourserons))|(?:j’ai|j'ai|nous avons) (?:transmis|transféré|demandé|escaladé)",
  '(?:vi|le|ti) (?:invierò|invieremo|farò|faremo|ricontatterò|ricontatteremo|aggiornerò|aggiorneremo|rimborseremo|risponderò)|(?:ho|abbiamo) (?:inoltrato|segnalato|richiesto|trasmesso)|(?:verifico|verificherò|verificheremo|controllerò|controlleremo|provvederò|provvederemo)',
  '(?:vou|vamos|iremos|irei) (?:verificar|enviar|reembolsar|analisar|encaminhar|resolver|contactar|informar)|(?:encaminhei|encaminhámos|enviaremos|enviarei|verificarei|verificaremos|entraremos em contacto|retornarei|reembolsaremos)',
  '(?:ik|wij|we) (?:zal|zullen|ga|gaan|kom|komen) .{0,60}(?:kijken|controleren|sturen|terug|uitzoeken|contact|terugbetalen|laten weten)|(?:ik heb|we hebben|wij hebben) .{0,60}(?:doorgestuurd|doorgegeven|gevraagd|geëscaleerd)|(?:laat|laten) (?:ik|we|wij|u|je) .{0,20}weten',
);
const TAKEN_BACK =
  /(?<!\p{L})(?:cannot|can't|can’t|won't|won’t|will not|not able|unable|unfortunately|leider|nicht|kein\p{L}*|lamentablemente|no (?:podemos|puedo|vamos|voy)|ne (?:pouvons|peux|pourrons)|malheureusement|purtroppo|non (?:possiamo|posso)|infelizmente|não (?:podemos|posso)|helaas|niet)(?!\p{L})/iu;
/** Manners, no promise: "I will be happy to help". */
const MANNERS =
  /(?:happy|glad|pleased) to|gerne? (?:zur verfügung|für sie da)|à votre disposition|a su disposición|a disposizione|à disposição|will you|\?\s*$/iu;

/** Does this sentence of an agent promise something, judged from it alone? */
export function isCommitment(sentence: string): boolean {
  return COMMITMENT.test(sentence) && !TAKEN_BACK.test(sentence) && !MANNERS.test(sentence);
}
