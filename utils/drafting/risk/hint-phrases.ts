/** Nothing that a support team answers: written for whoever types into a chat box, whichever language they do it in. */
export const offTopicPhrases: readonly string[] = [
  '(write|compose|make up|create|give) (me |us )?(a|an|another|some|the) _ (poem|haiku|limerick|song|lyrics|story|essay|novel|joke|jokes|sonnet|rap|fairy tale|bedtime story|love letter|cover letter)',
  '(write|compose) (me |us )?(a|an) (poem|haiku|limerick|song|story|essay|joke|sonnet|rap|novel|love letter|cover letter)',
  '(tell|know) (me |us )?(a|any|some) (good )?(joke|jokes|story|riddle)',
  "(who won|who is the president|who was the first|capital of|how tall is|what's the weather|what is the weather|weather (today|tomorrow|in)|meaning of life|recipe for|what year did|distance (to|from) the (moon|sun))",
  '(solve|do|answer) (this|the|my) _ (equation|homework|integral|riddle|assignment|exercise)',
  '(my|a) (homework|school essay|term paper|thesis|exam)',
  '(are you|am i (talking|chatting|speaking) (to|with)) (a |an )?(ai|bot|robot|human|real person|chatgpt|gpt|language model|machine)',
  '(what|which) (language )?model are you',
  '(ignore|disregard|forget) (all |any )?(of )?(your |the |my )?(previous|prior|earlier|above) (instructions|prompts?|rules|messages)',
  '(pretend|imagine) (to be|you are|that you are)',
  '(your|the) (system prompt|initial prompt|hidden instructions)',
  '(who|what) do you think (will win|about (politics|god|love|the election))',
  '(write|code|program|generate) (me |us )?(a |an |some )?(python|javascript|java|c\\+\\+|bash|sql|php|rust) (script|code|program|function|game|query)',
  '(do you (love|like) me|will you marry me|what is your favou?rite|how old are you|where do you live|sing me)',
  '(schreib|schreibe|schreiben sie|dichte|verfasse|erzahl|erzahle|erzahlen sie) (mir |uns |bitte |mal )*(ein|eine|einen) _? ?(gedicht|lied|geschichte|aufsatz|witz|marchen|roman|reim|liebesbrief)',
  '(hauptstadt von|wie wird das wetter|wie ist das wetter|wer hat die wm|rezept fur|meine hausaufgaben|bist du (ein|eine) (ki|bot|mensch|roboter)|sind sie (ein|eine) (ki|bot|mensch|roboter)|vergiss alle|ignoriere alle|sinn des lebens)',
  '(escribe|escribeme|escriba|cuenta|cuentame|cuenteme|hazme) (me )?(un|una) (poema|cancion|cuento|chiste|ensayo|historia|redaccion)',
  '(capital de|que tiempo (hace|hara)|quien gano (el|la)|receta de|mis deberes|eres (un|una) (ia|bot|robot|humano|persona)|ignora (todas )?las instrucciones|sentido de la vida)',
  '(ecris|ecrivez|ecris-moi|ecrivez-moi|raconte|raconte-moi|racontez-moi|compose) (moi )?(un|une) (poeme|chanson|histoire|blague|dissertation|conte|redaction)',
  '(capitale (de|du)|quel temps (fait|fera)|qui a gagne (le|la)|recette (de|du)|mes devoirs|es-tu (un|une) (ia|robot|humain)|etes-vous (un|une) (ia|robot|humain)|ignore (toutes )?les instructions|sens de la vie)',
  '(scrivi|scrivimi|raccontami|racconta|componi|mi scriva) (una|un) (poesia|canzone|storia|barzelletta|tema|favola|racconto)',
  '(capitale (di|della)|che tempo (fa|fara)|chi ha vinto (il|la)|ricetta (di|per)|i miei compiti|sei (un|una) (ia|robot|umano|persona)|ignora (tutte )?le istruzioni|senso della vita)',
  '(escreve|escreva|escreve-me|conta|conte|conta-me|me conte|faz|faca) (me )?(um|uma) (poema|cancao|historia|piada|redacao|conto|musica)',
  '(capital (de|do|da)|como (esta|vai estar) o tempo|quem ganhou (o|a)|receita de|(os meus|meus) trabalhos de casa|minha licao de casa|es (um|uma) (ia|robo|humano)|voce e (um|uma) (ia|robo|humano)|ignora as instrucoes|sentido da vida)',
  '(schrijf|schrijf me|vertel|vertel me|maak|dicht) (een) (gedicht|liedje|verhaal|mop|opstel|grap|sprookje)',
  '(hoofdstad van|wat voor weer|wie heeft (het|de) _ gewonnen|recept voor|mijn huiswerk|ben je een (ai|bot|robot|mens)|bent u een (ai|bot|robot|mens)|negeer alle|zin van het leven)',
];

const product =
  '(available|released?|launched?|supported|ready|shipped|rolled out|come out|be out|go live|arrive in|support|add|introduce|offer|integrate|bring back)';

/** What will be, and nobody knows yet: releases, plans, prices to come. By language; the reply is looked at with the same. */
export const futurePhrases: Readonly<Record<string, readonly string[]>> = {
  en: [
    'roadmaps?',
    `when (will|is|are|do you|can we expect|should we expect|does) _ ${product}`,
    `will (you|there|it|this|that) (ever |soon |also |be )*${product}`,
    '(is|are) there (any )?plans? (to|for)',
    '(do|are|have) you (have )?(plan|planning|planned|plans) (to|for|on)',
    '(we|they|our team) (plan|are planning|intend|hope|expect) to (release|launch|add|support|ship|introduce|bring|offer|roll out)',
    '(is|are|was|were) (planned|scheduled|expected|slated) (for|to be|to (launch|ship|arrive))',
    '(will|should) (soon )?be (released|launched|rolled out|added|introduced|available (soon|later|in (q[1-4]|20|the|early|late|mid)))',
    '(coming|available) (soon|shortly|later this year|next (month|quarter|year))',
    '(upcoming|next|future) (release|version|update|feature|features)',
    '(price|prices|pricing|cost|costs|fee|fees|plan) _ (next year|in 20[2-9][0-9]|in the future|go up|increase|rise)',
    '(by|in|before) q[1-4]',
    'release date',
    '(support|supported|add|added|available|possible|offer|adding|planned|plans) _ in (the|a) (near |not too distant |foreseeable )?future',
  ],
  de: [
    'roadmap|fahrplan',
    'wann _ (verfugbar|erscheint|kommt|erscheinen|veroffentlicht|unterstutzt|eingefuhrt|geplant|live|freigeschaltet|nachgeliefert)',
    '(ist|sind|plant|planen|gibt es) _ (geplant|plane|planung|vorgesehen|angedacht)',
    '(planen|plant) (sie|ihr|wir|das team)',
    '(wird|werden|soll|sollen) _ (veroffentlicht|eingefuhrt|erscheinen|ausgerollt|nachgereicht|unterstutzt werden|verfugbar sein)',
    '(nachste|kommende|kunftige|zukunftige)(n|r|s)? (version|release|update|funktion|funktionen|versionen)',
    '(preis|preise|kosten) _ (nachstes jahr|nachsten jahr|in zukunft|kunftig|20[2-9][0-9])',
    '(demnachst|in zukunft|kunftig) (verfugbar|unterstutzt|moglich|geplant)|in (naher )?zukunft',
  ],
  es: [
    'hoja de ruta|roadmap',
    'cuando _ (disponible|saldra|lanzaran|lanzan|estara|anadiran|soportara|llegara|publicaran|habra|sera compatible)',
    '(tienen|tienes|hay|teneis) _ (previsto|planes|pensado|planeado|prevision)',
    '(planean|planeais|esta previsto|esta prevista|tenemos previsto|se lanzara|estara disponible|se anadira)',
    '(proxima|proximas|futura|futuras) (version|versiones|actualizacion|funcion|funciones)',
    '(precio|precios|costara|tarifa|tarifas) _ (ano que viene|proximo ano|en el futuro|20[2-9][0-9]|subira|subiran)',
    'en (el|un) futuro',
  ],
  fr: [
    'feuille de route|roadmap',
    'quand _ (disponible|sortira|sera|arrivera|lancerez|ajouterez|prendrez en charge|publierez|aurons|paraitra)',
    "(avez-vous|vous avez|est-il|prevoyez-vous|y a-t-il) _ (prevu|prevue|l'intention|projet|plans?|de prevu|intention)",
    '(prevoyez-vous|nous prevoyons|est prevue?|sera bientot|sera disponible|seront disponibles|sera lancee?|sera ajoutee?)',
    '(prochaine|prochaines|future|futures) (version|versions|mise a jour|fonctionnalite|fonctionnalites)',
    "(prix|tarif|tarifs|coutera) _ (l'an prochain|l'annee prochaine|a l'avenir|20[2-9][0-9]|augmenter|augmenteront|augmentera)",
    "a l'avenir|dans (un|le) futur",
  ],
  it: [
    'roadmap|tabella di marcia',
    'quando _ (disponibile|uscira|sara|arrivera|lancerete|aggiungerete|supporterete|pubblicherete|supportera)',
    "(avete|e|c'e|ci sono) _ (in programma|previsto|prevista|piani|intenzione)",
    '(prevedete|prevediamo|e previst[oa]|sara disponibile|sara rilasciat[oa]|verra lanciat[oa]|verra aggiunt[oa])',
    '(prossima|prossime|futura|future) (versione|versioni|aggiornamento|funzione|funzioni|funzionalita)',
    '(prezzo|prezzi|costera|tariffa|tariffe) _ (anno prossimo|prossimo anno|in futuro|20[2-9][0-9]|aumenter[a-z]*)',
    'in futuro',
  ],
  pt: [
    'roteiro|roadmap',
    'quando _ (disponivel|sera|saira|chegara|lancarao|lancam|adicionarao|suportara|havera|estara)',
    '(tem|ha|existe|existem|voces tem) _ (previsao|planos|previsto|prevista|planeado|planejado|intencao)',
    '(esta previst[oa]|planeiam|planejam|planeamos|planejamos|sera lancad[oa]|estara disponivel|sera adicionad[oa])',
    '(proxima|proximas|futura|futuras) (versao|versoes|atualizacao|funcao|funcoes|funcionalidade|funcionalidades)',
    '(preco|precos|custara|tarifa) _ (proximo ano|ano que vem|no futuro|20[2-9][0-9]|aumentar|subir)',
    'no futuro',
  ],
  nl: [
    'roadmap|routekaart',
    'wanneer _ (beschikbaar|uitgebracht|komt|komen|verschijnt|ondersteund|toegevoegd|gelanceerd|live)',
    '(zijn er|hebben jullie|heeft u|is er) _ (plannen|gepland|planning|van plan)',
    '(staat|staan) _ (gepland|op de planning)|(wordt|worden|zal|zullen) _ (uitgebracht|gelanceerd|toegevoegd|uitgerold)',
    '(volgende|komende|toekomstige|nieuwe) (versie|versies|update|release|functie|functies)( komt| uit)?',
    '(prijs|prijzen|kosten|tarief) _ (volgend jaar|in de toekomst|20[2-9][0-9]|omhoog|stijgen)',
    'in de toekomst',
  ],
};

/** Words that say that something is wrong, or that help is wanted, and not with what. All seven languages. */
export const emptyWords =
  "help me please pls support urgent urgently asap hello hi problem problems issue issues trouble same again still broken work works working doesn't does not don't isn't it fix error errors wrong fail fails failed failing anything nothing something thing things stuff need needs needed question questions ticket request important quick hey dear team anyone happen happens happened try tried stopped stop just now ago yesterday today since know answer response respond reply waiting " +
  'hilfe bitte dringend problem probleme geht funktioniert nicht mehr immer noch wieder gleiche gleiches dasselbe kaputt fehler hallo frage fragen anfrage brauche brauchen klappt lauft hilft helfen jetzt heute gestern seit nichts etwas sache antwort warte ' +
  'ayuda ayudame por favor urgente problema problemas mismo misma no funciona va sigue error falla hola necesito pregunta consulta otra vez todavia nada algo ahora hoy ayer respuesta espero ' +
  'aide aidez-moi aider svp urgent urgence probleme problemes meme ne marche pas fonctionne toujours encore erreur bonjour besoin question demande rien quelque chose maintenant aujourd hier reponse attends ' +
  'aiuto aiutatemi per favore urgente problema problemi stesso stessa non funziona va ancora errore ciao salve bisogno domanda richiesta niente qualcosa ora oggi ieri risposta aspetto ' +
  'ajuda ajudem-me por favor urgente problema problemas mesmo mesma nao funciona ainda erro ola preciso pergunta pedido nada algo agora hoje ontem resposta espero ' +
  'help hulp alstublieft aub dringend spoed probleem problemen zelfde hetzelfde werkt niet nog steeds weer kapot fout hallo nodig vraag vragen niets iets nu vandaag gisteren antwoord wacht doet';
