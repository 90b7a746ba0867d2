import { fold } from '../text/fold.ts';

/**
 * Words that give orders to an assistant instead of telling readers something, on text that is folded (lower case, no accents),
 * in English, German, Spanish and French. One is enough.
 */
const orders: readonly RegExp[] = [
  // Earlier instructions are to be forgotten.
  /\b(?:ignore|disregard|forget|override|bypass|neglect) (?:\w+ ){0,4}?(?:previous|previously|prior|above|earlier|preceding|foregoing|initial|original|system|existing|your|these|those|all)\b (?:\w+ ){0,3}?(?:instructions?|prompts?|directives?|commands?|guidelines|orders|programming|training)\b/,
  /\b(?:ignorier\w*|vergiss|vergessen sie|missacht\w*|ubergeh\w*) (?:\w+ ){0,3}?(?:bisherige|vorherige|vorige|obige|fruhere|vorangegangene|ursprungliche|alle|deine|ihre)\w* (?:\w+ ){0,2}?(?:anweisung|instruktion|befehl|vorgabe|prompt)\w*/,
  /\b(?:ignor[ae]|ignorad|olvid[ae]|descart[ae]|omit[ae]) (?:\w+ ){0,3}?(?:instrucciones|ordenes|reglas|indicaciones|directrices|prompts?) (?:\w+ ){0,2}?(?:anteriores|previas|previos|originales|iniciales|dadas|del sistema)\b/,
  /\b(?:ignor|oubli|neglig)e[zr]? (?:[\w']+ ){0,4}?(?:instructions?|consignes?|ordres?|regles?|directives?) (?:\w+ ){0,2}?(?:precedente|anterieure|ci-dessus|initiale|d'origine|du systeme)/,
  /\b(?:ignore|disregard|forget|overlook) (?:everything|all)(?: (?:of|that) \w+)?(?: the)? (?:above|before|prior|previous|from before|up to now|you (?:know|were told|have been told|have learned)|you(?:'ve| have) been (?:told|instructed)|to your core)\b/,
  /\b(?:ignore|disregard) (?:the |this |all |any )?(?:above|prior inputs?|previous inputs?|web ?page|page|document|article|email|text|table|question)(?: and|, then|\]) (?:instead|state|say|tell|give|write|print|output|respond|reply|answer|show|repeat)\b/,
  /\b(?:ignorier\w*|missacht\w*) (?:sie )?(?:die|das|den|diese[ns]?) (?:\w+ ){0,2}(?:und|sondern) (?:\w+ )?(?:sag|gib|geben|antwort|schreib|erklar|nenn|zeig)/,
  /\bignor[ae] (?:la|el|los|las|est[ea]) (?:\w+ ){1,3}y (?:di|diga|declara|responde|responda|escribe|escriba|muestra|afirma)\b/,
  /\bignore[zr]? (?:la|le|les|cette|ce) (?:\w+ ){1,3}et (?:dis|dites|declare|declarez|indique|indiquez|repond|repondez|ecri|affich)/,
  // It is somebody else from here on.
  /\byou are (?:now|no longer|henceforth) (?:\w+ ){0,4}?(?:\w*(?:gpt|ai|bot)|assistant|language model|llm|dan|free from|unrestricted|jailbroken|persona|developer mode|bound|restricted by)\b/,
  /\bfrom now on,? (?:you(?:'re| are) (?:an?|my|the|going to|in the role)|you (?:act|respond|answer|must|should only|should answer|should respond|speak|behave|pretend|will (?:act|only|respond|answer|always|be an?|pretend))|act as|respond|answer|reply (?:only|as))\b/,
  /\b(?:(?:i want you to|you (?:will|shall|must|are to|should)|will now|must now)|please) (?:act|pretend|behave|role-?play|simulate)(?: as| to be| like| being| an?| having)\b/,
  /\b(?:du bist|sie sind) (?:jetzt|nun|ab sofort|fortan) (?:\w+ ){0,3}?(?:ki|assistent\w*|chat ?bot|bot|sprachmodell)\b/,
  /\bab (?:jetzt|sofort|nun) (?:bist du|sind sie (?:ein|der)|antworte|verhalte|sollst du|musst du|wirst du)\b/,
  /\b(?:ahora eres|a partir de ahora,? (?:eres|seras|actua|actuaras|responde|responderas|debes))\b/,
  /\b(?:tu es|vous etes) (?:maintenant|desormais) (?:\w+ ){0,3}?(?:ia|assistant\w*|chatbot|robot|modele)\b/,
  /\b(?:a partir de maintenant|desormais),? (?:tu|vous) (?:es un|etes un|dois|devez|repond|agi)/,
  // The reader must not know.
  /\b(?:do not|don't|never|without) (?:tell|telling|inform|informing|alert|alerting|warn|warning|let|mention (?:this|it) to) the (?:user|human|reader|requester|recipient)s?\b(?!'s)/,
  /\b(?:sag|sage|sagen sie|verrat\w*|teil\w*|erwahn\w*) (?:\w+ ){0,3}?(?:dem|den|der) (?:nutzer|benutzer|anwender|leser)\w* (?:\w+ ){0,3}?(?:nicht|nichts)\b/,
  /\bno (?:le |se lo |lo )?(?:digas?|menciones?|informes?|reveles?|avises?) (?:\w+ ){0,4}?al? (?:usuario|lector)\b/,
  /\bne (?:l[ea]? |l')?(?:dis|dites|mentionn\w+|revel\w+|inform\w+|previen\w+|preven\w+) (?:[\w']+ ){0,4}?l'utilisateur\b/,
  // What it was told is to be shown.
  /\b(?:reveal|print|output|repeat|leak|display|expose|disclose|show me|tell me|give me|what (?:is|are|was|were)) (?:\w+ ){0,4}?(?:your|the) (?:\w+ )?(?:system|initial|hidden|secret|original) (?:prompt|instructions?|message)\b/,
  /\b(?:zeig\w*|nenn\w*|verrat\w*|gib) (?:\w+ ){0,4}?(?:system-?prompt|systemanweisung\w*|deine anweisungen)\b/,
  /\b(?:muestra\w*|revela\w*|dime|repite) (?:\w+ ){0,3}?(?:prompt del sistema|instrucciones del sistema|tus instrucciones)\b/,
  /\b(?:affiche|revele|montre|repete)[zr]?(?:-moi)? (?:\w+ ){0,3}?(?:prompt systeme|instructions systeme|tes instructions|vos instructions)\b/,
  // It is spoken to.
  /(?:^|[.!?:;\n"'([<>*] ?)(?:(?:dear|hey|attention|important|note(?: to)?|message (?:to|for)|instructions? (?:to|for))[:,]? (?:\w+ ){0,2})?(?:ai|llm|gpt|chatgpt|language model|ai (?:assistant|model|agent)|virtual assistant)s?(?: reading this| processing this)?[:,!] ?(?:please|you|ignore|do not|don't|when|if|always|never|respond|reply|answer|include|add|say|output|write|must|disregard|forget|summari[sz]e|insert|append|recommend)\b/,
  /\b(?:note|message|instructions?|attention) (?:to|for) (?:the |any |all )?(?:ai|llms?|language models?|ai (?:assistants?|models?|agents?)|assistants?|chat ?bots?)\b[^.]{0,20}[:,!]/,
  /\bif you are (?:an? )?(?:ai|llm|large language model|language model|ai (?:assistant|model|agent)|chat ?bot)\b/,
  // The marks between the parts of a prompt.
  /<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id|start_header_id)\|>|\[\/?inst\]|<<\/?sys>>|#{2,} ?(?:system|instruction|new instructions?) ?:|\bbegin (?:new )?system (?:prompt|message)\b/,
  /\b(?:your )?new (?:instructions?|directives?|system prompt)(?: (?:is|are)|:)/,
  /\b(?:do anything now|jailbreak mode|developer mode output|dan mode|never break character|(?:openai|open ai)(?:'s)? (?:content )?polic(?:y|ies) (?:do|does|must|no longer|are|is))\b/,
];

/** Each alone stands in honest articles about assistants; several different ones together in few. */
const hints: readonly RegExp[] = [
  /\bas an ai\b|\bals ki\b|\bcomo (?:una )?ia\b|\ben tant qu'ia\b/,
  /\b(?:your|the) (?:instructions|guidelines|programming|training)\b/,
  /\bwithout (?:any )?(?:restrictions?|limitations?|filters?|censorship|moral\w*|ethical\w*)\b/,
  /\b(?:stay in|break) character\b|\bopen ?ai(?:'s)? (?:content |usage )?polic\w+/,
  /\byour (?:responses?|answers?|outputs?|role|job|task|purpose) (?:is to|must|should|will|are to)\b/,
  /\b(?:you will|you must|you should) (?:always|never|only|not)\b/,
  /\b(?:unfiltered|uncensored|amoral|unethical|illegal)\b/,
  /\b(?:respond|reply|answer) (?:only )?(?:with|as|in)\b/,
  /\b(?:pretend|imagine) (?:that )?you(?:'re| are)\b|\byou are an?\b|\bact as\b/,
];
const ENOUGH_HINTS = 3;

/** The first words in a text that give orders to an assistant, as they stand there folded; `undefined` without any. */
export function findOrders(text: string): string | undefined {
  const folded = fold(text.normalize('NFKC'))
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/\s+/g, ' ');
  for (const order of orders) {
    const found = order.exec(folded);
    if (found) return found[0].trim();
  }
  // Hints are looked for together in a stretch of about a paragraph: a long article holds anything somewhere.
  for (let at = 0; at < folded.length; at += 400) {
    const stretch = folded.slice(at, at + 800);
    const found = hints.flatMap((hint) => hint.exec(stretch)?.[0] ?? []);
    if (found.length >= ENOUGH_HINTS) return found.join(', ');
  }
  return undefined;
}

export function hasOrders(text: string): boolean {
  return findOrders(text) !== undefined;
}
