/**
 * Names that are everyday words as well: taken out where they stand with a capital letter inside a sentence or stand as part
 * of the whole name, left where they are most likely the word.
 */
export const everydayNames: ReadonlySet<string> = new Set(
  `will mark may grant rose hope faith bill sue rob pat art frank jack dawn june april august summer page price case order long
  short young white black brown green gray grey king queen rich joy grace chance chase drew max christian jean rich guy dean
  sunny star sky angel art baker cook fisher hunter porter carter mason taylor smith bell wood woods hill field banks bush day
  love best good sharp strong small little major minor post ward lane park wells west east north south an am do so le la de da
  von van der den el al bin ben the and in on to my no it is as at be by he me or us we al if go so un una les des du dos das
  klein gross lang kurz weiß schwarz braun roth jung wolf fuchs vogel könig kaiser richter schneider bauer koch winter sommer
  sonntag montag mai gut ernst stark blanco rojo cruz paz sol mar luz rey santos leon blanc petit grand roi bon marin
  agent support team admin customer requester info sales service help contact office unknown user guest test demo`
    .trim()
    .split(/\s+/),
);

/** What a greeting is spoken to when it is spoken to nobody by name. */
export const notNames: ReadonlySet<string> = new Set(
  `there team all everyone everybody folks guys sir sirs madam support service customer customers agent friend friends again world
  help desk helpdesk hi hello dear good morning afternoon evening and or you your the my our to whom it may concern thanks thank
  zusammen leute liebes team damen herren sehr geehrte geehrter kundenservice kundendienst support an alle und
  equipo todos todas señor señora señores soporte amigos servicio al cliente buenos buenas días tardes noches
  tous toutes équipe messieurs mesdames madame monsieur service client à le la les
  tutti tutte team gentile gentili signori assistenza servizio clienti equipe pessoal senhor senhora senhores suporte
  allemaal iedereen beste geachte heer mevrouw klantenservice alla alle kaikki hei hej
  i we please can could would is are do does how what when where why this that for in on with no not yes just from as since after
  sent regards best kind warm cheers sincerely ok okay re fwd`
    .trim()
    .split(/\s+/),
);
