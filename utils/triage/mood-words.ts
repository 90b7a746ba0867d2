/** Words in any script that stand alone: `\b` knows ASCII only. `*` in the list stands for any ending. */
export function anyOf(...lists: readonly string[]): RegExp {
  const words = lists.join('|').replaceAll('*', String.raw`\p{L}*`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`, 'giu');
}

/** What turns a word after it into its opposite: "not urgent", "kein Notfall". Within three words before it. */
export const NEGATION = anyOf(
  "not|no|cannot|isn't|isnt|wasn't|aren't|don't|doesn't|didn't|never|nothing|without|hardly|neither|nor|less",
  'nicht|kein*|nie|niemals|ohne|weder|noch nie',
  'no|nunca|sin|ni|tampoco|nada',
  "pas|ne|n'est|plus|jamais|sans|aucune?|ni",
  'não|nao|nunca|sem|nem|non|senza|mai|niet|geen|nooit|zonder',
);

/** It is still not working, it has stopped; nobody is told to hurry by these alone. */
export const OUTAGE = anyOf(
  "outage|(?:is|are|went|gone|been|completely) (?:completely |totally |all )?down|(?:can't|cannot|can not|unable to) (?:\\p{L}+ ){0,3}(?:work|log ?in|sign ?in|access|operate|sell|ship)|locked out|data loss|lost all|hacked|breach*|compromised|security incident|production (?:is|system|environment|server)|stopped working|all (?:our |my |of our )?(?:users|customers|staff|employees)|whole (?:team|company|office)|everyone is (?:affected|blocked)|fraud*|stolen|unauthori[sz]ed|nobody (?:can|is able to)|no one can",
  'ausfall|ausgefallen|totalausfall|stillstand|steht still|steht alles|komplett (?:down|ausgefallen)|nichts geht mehr|geht nichts mehr|(?:niemand|keiner) kann|datenverlust|gehackt|ausgesperrt|gestohlen|betrug*|sicherheitsvorfall|produktion steht|alle (?:kunden|nutzer|mitarbeiter|kollegen)|ganze (?:team|firma|abteilung)',
  'caíd[oa]s?|se ha caído|apagón|fuera de servicio|no (?:podemos|puedo) (?:trabajar|acceder|entrar|operar)|nadie puede|bloquead[oa]s? por completo|hackead[oa]|robad[oa]|fraude|pérdida de datos|tod[oa]s (?:los|las|nuestr[oa]s) (?:usuarios|clientes|empleados)|toda la empresa|brecha de seguridad',
  "en panne|panne (?:totale|générale)|hors service|ne fonctionne plus du tout|plus personne ne|personne ne peut|(?:ne |n')?(?:peux|pouvons|peut|peuvent|arrive|arrivons) (?:plus|pas à) (?:travailler|accéder|nous connecter|me connecter)|piratée?|volée?|fraude|perte de données|tous (?:nos|les) (?:clients|utilisateurs|employés)|toute (?:l'équipe|l'entreprise)|faille de sécurité",
  'fora do ar|ninguém consegue|hackead[oa]|roubad[oa]|fora de serviço|non funziona più nulla|nessuno (?:può|riesce)|fuori servizio|rubat[oa]|frode|storing|ligt (?:plat|eruit)|niemand kan|gehackt|gestolen|fraude',
);

/** The writer says that it can't wait. */
export const HURRY = anyOf(
  "urgent|urgently|asap|as soon as possible|immediately|immediate|right away|right now|emergency|critical|time[- ]sensitive|high priority|top priority|deadline|at once|without delay|cannot wait|can't wait",
  'dringend|eilig|eilt|sofort|umgehend|schnellstmöglich|so schnell wie möglich|notfall|kritisch|unverzüglich|höchste priorität|dringlich|frist',
  'urgente|urgentemente|urge|cuanto antes|lo antes posible|inmediat(?:o|a|amente)|de inmediato|emergencia|crític[oa]|ahora mismo|plazo',
  'urgente?s?|urgence|au plus vite|dès que possible|le plus (?:vite|rapidement) possible|immédiat(?:e|ement)?|tout de suite|critique|sans délai|sans attendre',
  'o mais rápido possível|imediatamente|emergência|o quanto antes|il prima possibile|immediatamente|subito|emergenza|dringend|spoed|zo snel mogelijk|onmiddellijk|met spoed',
);

const DAY =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|segunda|terça|quarta|quinta|sexta|lunedì|martedì|mercoledì|giovedì|venerdì|maandag|dinsdag|woensdag|donderdag|vrijdag';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** A day or hour by which something has to be done. The nearer ones make it urgent. */
export const DEADLINE_NEAR = anyOf(
  '(?:by|before|until|due|audit|launch|demo|presentation|flight|meeting|goes live|go live) (?:\\p{L}+ ){0,3}(?:today|tonight|tomorrow|noon|midnight|end of (?:the )?day|eod)|(?:today|tonight|tomorrow|this (?:morning|afternoon|evening)) at the latest|within (?:the )?(?:next )?(?:an|one|two|few|[1-9]|1[0-2]) hours?|in (?:an|one|two|[1-9]|1[0-2]) hours?',
  '(?:bis|vor|spätestens|noch) (?:\\p{L}+ ){0,2}(?:heute|morgen|mittag|mitternacht)|innerhalb (?:von |der nächsten )?(?:einer|zwei|\\d{1,2}) stunden?|in (?:einer|zwei|\\d{1,2}) stunden?',
  '(?:antes de|para|hasta) (?:\\p{L}+ ){0,2}(?:hoy|mañana|mediodía|medianoche)|en (?:una|dos|\\d{1,2}) horas?|hoy mismo',
  "(?:avant|pour|d'ici|jusqu'à) (?:\\p{L}+ ){0,2}(?:aujourd'hui|demain|ce soir|midi|minuit)|dans (?:une|deux|\\d{1,2}) heures?|aujourd'hui même",
  '(?:até|antes de|para) (?:hoje|amanhã)|(?:entro|prima di|per) (?:oggi|domani|stasera)|(?:voor|uiterlijk|vóór) (?:vandaag|morgen|vanavond)',
);
export const DEADLINE = anyOf(
  `(?:by|before|until|no later than|not later than) (?:\\p{L}+ ){0,2}(?:${DAY}|next week|the weekend|end of (?:the )?(?:week|month)|the \\d{1,2}(?:st|nd|rd|th)|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH} \\d{1,2})|before our \\p{L}+`,
  `(?:bis|vor|spätestens|bis spätestens) (?:\\p{L}+ ){0,2}(?:${DAY}|wochenende|ende (?:der woche|des monats|nächster woche)|nächster woche)|bis (?:zum )?\\d{1,2}\\.`,
  `(?:antes del?|para el|hasta el|a más tardar) (?:\\p{L}+ ){0,2}(?:${DAY}|fin de semana|fin de mes|\\d{1,2} de \\p{L}+)`,
  `(?:avant|d'ici|pour|jusqu'à|au plus tard) (?:\\p{L}+ ){0,2}(?:${DAY}|week-end|la fin (?:de la semaine|du mois))|(?:avant|d'ici) le \\d{1,2}`,
  `(?:até|antes de|entro|prima di|voor|uiterlijk|vóór) (?:\\p{L}+ ){0,2}(?:${DAY})`,
);

/** The writer says that it can wait. */
export const NO_HURRY = anyOf(
  "no rush|no hurry|not urgent|isn't urgent|whenever you (?:can|have time|get a chance|get time)|when you have (?:a )?(?:time|moment|minute)|take your time|low priority|just curious|just wondering|just out of curiosity|at your convenience|nothing urgent|feature request|suggestion",
  'keine eile|eilt nicht|nicht dringend|nicht eilig|hat zeit|bei gelegenheit|wenn sie zeit haben|wenn ihr zeit habt|nur interessehalber|aus neugier|verbesserungsvorschlag|lassen sie sich zeit',
  'sin prisa|no es urgente|no hay prisa|no corre prisa|cuando (?:puedan|pueda|puedas|tengan tiempo|tengas tiempo)|por curiosidad|sugerencia',
  "pas urgent|n'est pas urgent|rien d'urgent|pas pressée?|quand vous (?:aurez|avez) (?:le temps|un moment)|à l'occasion|par curiosité|suggestion|prenez votre temps",
  'sem pressa|não é urgente|quando puder(?:em)?|non è urgente|senza fretta|quando (?:potete|può)|geen haast|niet dringend|wanneer het uitkomt|als u tijd heeft',
);

export const ANGRY = anyOf(
  'unacceptable|ridiculous|outrageous|furious|angry|disgrace*|appalling|disappoint*|frustrat*|fed up|sick of|worst|terrible|horrible|awful|useless|joke|scam|rip-?off|hate|annoy*|pathetic|incompetent|unhappy|upset|dissatisfied|shame*|never again|wast(?:e|ed|ing) (?:of |my |our ){0,2}(?:time|money|hours?|days?)|third time|still (?:nothing|no (?:reply|answer|response))|complain*|rude|poor service|bad (?:service|experience)',
  'unverschämt*|inakzeptabel|unzumutbar|verärgert|enttäusch*|sauer|frechheit|beschwer*|ärger*|wütend|katastroph*|schrecklich|furchtbar|lächerlich|unmöglich|nervt|miserabel|abzocke|schlecht*|unzufrieden|zum dritten mal|reicht mir|nie wieder',
  'indignad[oa]|inaceptable|inadmisible|hart[oa]|decepcionad[oa]s?|vergüenza|queja|furios[oa]|enfadad[oa]|enojad[oa]|molest[oa]|pésim[oa]|terrible|horrible|estafa|ridícul[oa]|frustrad[oa]|frustrante|desastre|nunca más|mal servicio|insatisfech[oa]',
  'furieu(?:x|se)|inacceptable|inadmissible|scandaleu(?:x|se)|déçue?s?|honteu(?:x|se)|en colère|énervée?|agaçant|horrible|catastroph*|ridicule|arnaque|frustr*|marre|ras le bol|lamentable|mécontente?|insatisfaite?|plus jamais|mauvaise? (?:service|expérience)',
  'inaceitável|péssim[oa]|decepcionad[oa]|absurdo|vergonha|inaccettabile|delus[oa]|pessim[oa]|arrabbiat[oa]|vergogna|truffa|onacceptabel|waardeloos|boos|teleurgesteld|belachelijk|slecht*|schandalig|oplichting',
);

export const PLEASED = anyOf(
  "(?<!be |be a )great|excellent|awesome|amazing|fantastic|(?<!be )wonderful|perfect|love(?! to)|loved|happy(?! to)|pleased|delighted|satisfied|brilliant|(?<!would |'d |be )appreciated?|(?<!be )helpful|impressed|that (?:worked|did it|helped|solved|fixed)|works (?:great|perfectly|well|fine)|well done|good job|superb",
  '(?<!wäre )(?:super|toll|prima)|toller?|tolle[ns]?|großartig*|ausgezeichnet*|perfekt|wunderbar*|zufrieden|begeistert|freu*(?! mich auf)(?! uns auf)|hervorragend*|hilfreich|funktioniert einwandfrei',
  'excelente|genial|perfect[oa]|fantástic[oa]|maravillos[oa]|encantad[oa]|content[oa]|satisfech[oa]|increíble|estupend[oa]|buen trabajo|feliz|agradecid[oa]',
  '(?<!serait |wäre |be )(?:excellente?|génial|parfaite?|super)|fantastique|merveilleu(?:x|se)|ravie?s?|(?<=(?:suis|sommes|très|pas|plus) )contente?s?|satisfaite?s?|formidable|bravo|heureu(?:x|se)|impeccable',
  'ótim[oa]|perfeito|satisfeit[oa]|adorei|grazie mille|ottimo|perfetto|fantastico|soddisfatt[oa]|felice|geweldig|uitstekend|tevreden|blij',
);
