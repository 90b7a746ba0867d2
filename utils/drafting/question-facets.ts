/** What kind of answer a question waits for; a sentence of that kind is worth more. */
export type AnswerKind = 'time' | 'number' | 'path' | 'possibility' | 'reason' | 'remedy';

/** One thing asked: a whole question, or one clause of a question that asks several. */
export type Facet = {
  readonly question: number;
  readonly text: string;
  /** The question it is a clause of, or '' when it is the whole. */
  readonly whole: string;
  readonly kinds: readonly AnswerKind[];
  /** Is it a part of "If …, do we …?", where neither part is a question without the other? */
  readonly isConditional: boolean;
};

const CLAUSE_START =
  'whether|if|how|when|what|which|why|where|who|can|could|should|would|may|must|will|does|do|is|are|ob|wie|wann|was|welche[rsnm]?|warum|wo|wird|werden|kann|können|ist|sind|gibt|muss|müssen|darf|dürfen|si|cómo|cuándo|cuánto|qué|cuál|dónde|por qué|puedo|puede|pueden|podemos|podrían?|se puede|hay|quand|comment|combien|quel(?:le)?s?|pourquoi|où|est-ce|puis-je|peut-on|pouvez-vous|pourriez-vous|pouvons-nous|faut-il';
const CLAUSE_BREAK = new RegExp(`(?:,\\s*(?:and|und|y|et|or|oder)?|\\s(?:and|und|y|et))\\s+(?=(?:${CLAUSE_START})\\s)`, 'iu');

const kindPatterns: readonly (readonly [AnswerKind, RegExp])[] = [
  [
    'time',
    /how (long|soon|often|many (days|hours|weeks))|\bwhen\b|deadline|time limit|valid|wann|wie lange|frist|bis wann|gültig|cu[aá]ndo|cu[aá]nto (tiempo|tarda)|plazo|válido|quand|combien de temps|délai|valable|expir|quanto tempo|quando|hoe lang|wanneer/iu,
  ],
  [
    'number',
    /how (much|many)|what (exactly )?(is|will|do|would).{0,30}(charge|cost|pay|invoice)|price|limit|amount|wie ?viel|betrag|preis|kosten|höhe|cu[aá]nt[oa]s?|importe|precio|límite|combien|montant|prix|limite|quanto|hoeveel/iu,
  ],
  [
    'path',
    /how (do|can|should|to|would)|where|steps|set ?up|configure|\bwie (kann|können|richte|ändere|geht|funktioniert)|\bwo\b|einrichten|c[oó]mo|d[oó]nde|comment|(?<!\p{L})où(?!\p{L})|come posso|onde|hoe kan|waar/iu,
  ],
  [
    'possibility',
    /(^|[,.;]\s*|\band )(can|could|may|is|are|do|does|will|would|should|must|have to)\b|whether|possible|allowed|able to|(^|[,.;]\s*|\bund )(kann|können|darf|ist|sind|wird|werden|gibt|muss|müssen)\b|\bob\b|möglich|se puede|puedo|podemos|posible|hay que|peut-on|puis-je|pouvons|possible|est-ce que/iu,
  ],
  ['reason', /\bwhy\b|reason|cause|warum|wieso|weshalb|grund|por qué|motivo|pourquoi|raison|perché|waarom/iu],
  [
    'remedy',
    /\b(not|can't|cannot|doesn't|error|fail\w*|broken|stopped|wrong|disabled|expired|lost|fix)\b|nicht|fehler|abgelaufen|no puedo|no funciona|caducad|error|ne .{1,20} pas|erreur|expiré|bloqu/iu,
  ],
];

/** What follows explains the question and is not asked. */
const BACKGROUND = /,\s+(?:because|since|as (?:we|i|our|my)|da|weil|denn|ya que|porque|puesto que|car|parce que|puisque)\s.*$/iu;

const CONDITION = /^((?:if|when|once|wenn|falls|sobald|si|cuando|quand|lorsque)\s[^,]{8,}),\s+(.{8,})$/iu;

/** Divides questions into what they ask. */
export function toFacets(questions: readonly string[]): Facet[] {
  return questions.flatMap((question, index) => {
    const asked = question.replace(BACKGROUND, '');
    const parts = toClauses(asked);
    return parts.map((text) => ({
      question: index,
      text,
      whole: parts.length > 1 ? question : '',
      isConditional: parts.length > 1 && CONDITION.test(asked),
      kinds: kindPatterns.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind),
    }));
  });
}

/** "If we go back to Team, do we get …?" is answered by what holds for going back and by what one gets. */
function toClauses(question: string): string[] {
  const condition = CONDITION.exec(question);
  const clauses = condition ? [condition[1] ?? '', condition[2] ?? ''] : question.split(CLAUSE_BREAK);
  const divides = clauses.length > 1 && clauses.every((clause) => clause.trim().split(/\s+/).length >= 3);
  return divides ? clauses.map((clause) => clause.trim()) : [question];
}

const answerPatterns: Readonly<Record<AnswerKind, RegExp>> = {
  time: /\d+[\s-]*(?:to \d+ |bis \d+ |a \d+ |à \d+ )?[\s-]*(?:business |working |calendar )?(?:sec|min|hour|hr|day|week|month|year|sekunde|minute|stunde|tag|woche|werktag|monat|jahr|segundo|hora|d[ií]a|semana|mes|año|seconde|heure|jour|semaine|mois|\ban)|\b(?:at once|immediately|the same day|next billing date|sofort|de inmediato|immédiatement)\b|\d{1,2}(?:st|nd|rd|th)?\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{4}-\d{2}-\d{2}|(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\w* \d{1,2}/iu,
  number:
    /\d|\b(?:full|difference|regular) (?:new )?(?:price|refund)|price difference|per user|kostenlos|\bfree\b|gratuit|gratis/iu,
  path: /\S > \S|\S → \S|^(?:\d+\. )?(?:to |um |para |pour )|`[^`]+`|https?:\/\//iu,
  possibility:
    /\b(?:can|cannot|can't|may|must|not|no|never|only|still|yes|possible|allowed|supported|available|need|required|kept|affected)\b|\b(?:kann|können|nicht|kein\w*|nur|ja|nein|möglich|muss|müssen|darf)\b|\b(?:puede|pueden|no|sí|solo|sólo|posible|debe)\b|\b(?:peut|peuvent|pas|oui|non|seulement|possible|doit)\b/iu,
  reason:
    /\bbecause\b|\bmeans\b|\bcause|\bdue to\b|usually|reason|weil|bedeutet|grund|ursache|wegen|porque|significa|causa|debido|parce que|signifie|cause|raison/iu,
  remedy:
    /\bcause|\bmeans\b|\binstead\b|\bto (?:fix|solve|switch|resolve|restore|re-?enable)|\buse\b|\btry\b|\S > \S|again|beheben|lösen|stattdessen|erneut|solucion|en su lugar|de nuevo|résoudre|à la place|de nouveau/iu,
};

/** Has the sentence the form of an answer of this kind? */
export function hasAnswerForm(sentence: string, kind: AnswerKind): boolean {
  return answerPatterns[kind].test(sentence);
}
