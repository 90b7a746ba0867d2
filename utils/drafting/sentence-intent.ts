/** What a requester's sentence does. `rest` tells or thanks. */
export type SentenceIntent = 'question' | 'request' | 'problem' | 'pleasantry' | 'rest';

const any = (...patterns: readonly RegExp[]): RegExp => new RegExp(patterns.map((pattern) => pattern.source).join('|'), 'iu');
/** A whole word in any script: `\b` knows ASCII only. */
const words = (list: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'iu');

const REQUEST = any(
  words(
    "please|pls|kindly|(?:could|can|would|will) you|(?:i|we) (?:would|'d) like|i'd like|we'd like|(?:i|we)(?: also)? (?:want|need|request|require)|let me know|tell me|fix this|help me|help us",
  ),
  words(
    'bitte|bitten|ich möchte|wir möchten|ich will|wir wollen|(?:ich|wir) (?:brauche|brauchen|benötige|benötigen)|(?:brauchen|benötigen) wir|(?:brauche|benötige) ich|(?:können|könnten|würden) sie|kannst du|könntest du|hätte gerne?|hätten gerne?',
  ),
  words(
    'por favor|quisiera|quisiéramos|quiero|queremos|necesito|necesitamos|me gustaría|nos gustaría|(?:podría|podrían|puede|pueden|podéis)(?: ustedes)?|solicito|ayuda',
  ),
  words(
    "s'il vous plaît|svp|je voudrais|nous voudrions|j'aimerais|nous aimerions|je souhaite|nous souhaitons|merci de|pouvez-vous|pourriez-vous|j'ai besoin|nous avons besoin|il nous faut|il me faut|je veux",
  ),
  words('gostaria|preciso|precisamos|queria|poderia|poderiam|per favore|per cortesia|vorrei|vorremmo|ho bisogno|potreste|può'),
  words('graag|alstublieft|kunt u|kan je|ik wil|wij willen|we willen|ik heb nodig|zou u|zouden jullie'),
);
const PROBLEM = any(
  words(
    "not|can't|cannot|can not|doesn't|don't|didn't|won't|isn't|wasn't|aren't|never|nobody|error|errors|fail|fails|failed|failing|failure|failures|broken|stopped|stuck|wrong|missing|lost|problem|issue|unable|crash|crashes|crashed|disabled|expired|denied|blocked|rejected|twice|declined|timeout|gets? http",
  ),
  words(
    'nicht|kein|keine|keinen|nie|fehler|fehlermeldung|fehlgeschlagen|kaputt|abgelaufen|gesperrt|problem|doppelt|verloren|fehlt|fehlen|unmöglich',
  ),
  words(
    'no puedo|no podemos|no funciona|no me|no se|error|errores|fallo|falla|falló|caducad[oa]|bloquead[oa]|problema|perdid[oa]|nunca|imposible|rechazad[oa]',
  ),
  words("ne|n'est|n'arrive|pas|erreur|échec|échoue|bloquée?|expirée?|problème|perdue?|impossible|jamais|panne|refusée?"),
  words('não|erro|falha|non|errore|fallito|scadut[oa]|bloccat[oa]|niet|geen|fout|foutmelding|kapot|verlopen|geblokkeerd'),
);
/** Trouble that is over is no trouble; thanks ask nothing. */
const PLEASANTRY = any(
  words(
    "thanks?|thank you|thx|cheers|that did it|(?:it |now )?works? (?:now|again|fine|perfectly)|all good|(?:is|it's|that's) (?:solved|resolved|fixed)|appreciate|have a (?:nice|great|good)|hope (?:you|this|that)|no worries|perfect|great|awesome|you can close",
  ),
  words('danke|dank|funktioniert (?:jetzt|nun|wieder)|geht (?:jetzt|wieder)|erledigt|alles klar|schönen tag|schönes wochenende'),
  words('gracias|ya funciona|solucionado|resuelto|perfecto|buen día|un saludo'),
  words('merci|ça marche|cela fonctionne|résolu|parfait|bonne journée'),
  words('obrigad[oa]|grazie|bedankt|dank u|funziona|werkt (?:nu|weer)|já funciona'),
);
const QUESTION_START = words(
  '^(?:what|how|when|where|why|who|which|can|could|is|are|do|does|did|will|would|should|may|wie|was|wann|wo|warum|wieso|welche[rsnm]?|kann|können|ist|sind|gibt es|wird|werden|muss|müssen|qué|cómo|cuándo|cuánto|dónde|por qué|cuál|quand|comment|combien|pourquoi|où|quel(?:le)?s?|est-ce que|quanto|quando|come|dove|perché|como|onde|hoe|wanneer|waar|waarom|wat|welke)',
);

/** Judged from the sentence alone, in seven languages; a wrong guess costs a search too many, never a fact. */
export function toSentenceIntent(sentence: string): SentenceIntent {
  const text = sentence.trim();
  const wordCount = text.split(/\s+/).length;
  if (/[?？]["»”’')\]]*$/.test(text)) return 'question';
  const politeWithAsk = REQUEST.test(text) && wordCount > 3;
  if (PLEASANTRY.test(text) && wordCount <= 14 && !politeWithAsk) return 'pleasantry';
  if (politeWithAsk) return 'request';
  if (QUESTION_START.test(text) && wordCount >= 4 && wordCount <= 30 && !/[,;:]$/.test(text)) {
    // "When I open the link, …" tells; "When will I get it" asks.
    return /^\S+\s+(?:i|we|you|he|she|they|the|ich|wir|der|die|das)\s/i.test(text) && /,/.test(text)
      ? toTelling(text)
      : 'question';
  }
  return toTelling(text);
}

function toTelling(text: string): 'problem' | 'rest' {
  return PROBLEM.test(text) ? 'problem' : 'rest';
}
