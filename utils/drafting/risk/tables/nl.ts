import type { RiskTable } from '../risk-table.ts';

const insult =
  '(idioot|idioten|sukkels?|klootzak(ken)?|incompetent|incompetente|eikels?|oplichters?|dieven|leugenaars?|prutsers?|domkoppen|debielen?|waardeloos|lui|stom|dom|imbecielen?|klungels|sukkel|mongolen)';
const account = '(account|abonnement|contract|lidmaatschap|overeenkomst|pakket)';
const ours = '(mijn|ons|onze|het|dit|deze)';

export const nl: RiskTable = {
  phrases: {
    refund: [
      '(wil|willen|eis|eisen|vraag|vragen|verzoek|verwacht|verwachten|ontvang|ontvangen|verlang|verlangen|graag) _ (terugbetaling|geld terug|geld terugkrijgen|terugbetaald|restitutie|terugstorting|geld retour|terugbetaalt|terugstort)',
      '?(kunt u|kunnen jullie|kun je|wilt u|gelieve|graag) _ (terugbetalen|terugstorten|terug te betalen|terug te storten)',
      '?(betaal|stort|geef) (mij |ons |me )?_ (geld|bedrag) terug',
      '(mijn|ons) geld (nu |direct )?terug',
      '(eis|eisen|verwacht|verwachten|verzoek) _ dat _ (terugbetaalt|terugstort|vergoedt)',
      '?(stort|betaal|boek|maak|geef) _ (bedrag|geld|euro|kosten|betaling|abonnementsgeld) _ terug',
      '(wil|willen|eis|eisen|zou|verwacht|verwachten|vraag) _ (terugkrijgen|terugbetaald krijgen|terug hebben|terugbetaalt|terugbetalen|schadevergoeding|vergoeding|terug op mijn rekening)',
      '?(zet|zetten|stort|storten|boekt|boek|betaalt) _ (weer|terug) op (mijn|onze) (rekening|kaart|bankrekening)',
      '(reken|rekenen) erop dat _ (op mijn|terug|weer op) _ (zet|kaart|rekening|betaalt|stort)',
    ],
    legal: [
      '?(mijn|onze) (advocaat|advocate|jurist|rechtsbijstand*) (neemt|zal|gaat|heeft al|schrijft)',
      '?(schakel|schakelen|inschakelen|ingeschakeld|neem|raadplegen|geraadpleegd|bellen|gebeld|spreken|contact met) _ (advocaat|jurist|rechtsbijstand*)(?! van (de|een) klant)',
      '?(mijn|een|onze) (advocaat|jurist|rechtsbijstand*) (inschakelen|ingeschakeld|in te schakelen|bellen|erbij)',
      '?(stap|stappen|ga|gaan|zien|dagen|daag) _ (naar de rechter|voor de rechter|naar de rechtbank|in de rechtbank|kantonrechter)',
      '?(juridische|gerechtelijke) (stappen|maatregelen|procedure|actie)',
      '?(rechtszaak|kort geding|aanklagen|klagen u aan|dagvaarding|ingebrekestelling|aangifte doen|doe aangifte)',
      '?(klacht|melden|melding|meld|aangifte|klagen) _ (autoriteit persoonsgegevens|consumentenbond|geschillencommissie|acm|toezichthouder|afm|kifid|politie)',
      '(storneer|storneren|betwist|betwisten|chargeback) _ (bank|betaling|creditcard*)',
      '?(aan|naar|met|door|via) (mijn|onze|een) (advocaat|advocate|jurist|rechtsbijstand*)',
      '?(juridische|gerechtelijke|rechts) ?(stappen|maatregelen|actie)',
      '?(deurwaarder|kantonrechter|geschillencommissie|consumentenbond|rechtszaak)',
      '?(voor|naar) de rechter',
      '?(laatste aanmaning|laatste waarschuwing|laatste sommatie) (voordat|voor)',
    ],
    safety: [
      '?!(einde aan mijn leven|zelfmoord|suicid*|mezelf van kant|mezelf iets aandoen|wil niet meer leven|mezelf pijn doen)',
      '?(vlam gevat|vat vlam|in brand (gevlogen|gestaan|vloog|staat|gegaan)|vloog in brand|ontploft|ontplofte|gesmolten|rook uit|kwam rook|vonken|elektrische schok|schok gekregen|bommelding)',
      '?(hand|handen|vinger|vingers|gezicht|arm|been|ogen|zich|mij|mezelf) _ (verbrand|verwond|gesneden|vergiftigd)',
      '?(is|raakte|ben|raken) (ernstig |licht )?(gewond|geelektrocuteerd)',
      '?(ik|we) (vermoord|maak|sla|schiet|steek) (je|jullie|u|iemand) (af|dood|neer|kapot|allemaal)?',
      '?(kwam|komt|kwamen|zag|rook|ruikt) _ (rook|vonken|vlammen|brandlucht|verbrand)(?! test)',
      '?!(reden (meer )?om te leven|zin (meer )?om te leven|zin in het leven|leven niet meer zitten|niet meer verder leven|niet meer leven|leven beeindigen)',
      '(kreeg|krijg|kregen|voelde) (ik |we |hij |zij )?(een )([a-z]+ )?(elektrische )?schok(?! van)',
    ],
    churn: [
      `(zeg|zeggen|beeindig|beeindigen|stop|stoppen) (wij |we |ik |hierbij |bij deze |met )*${ours} ([a-z]+ )?${account} _ (op|beeindigen|stop)`,
      `(zeg|zeggen|beeindig|beeindigen|stop|stoppen) (wij |we |ik |hierbij |bij deze |met )*${ours} ([a-z]+ )?${account}`,
      `(wil|willen|ga|gaan|wens|wensen) _ ${account} _ (opzeggen|beeindigen|sluiten|stopzetten|verwijderen|op te zeggen)`,
      `?(sluit|beeindig|verwijder|stop|annuleer|gelieve|kunt u|wilt u) (alstublieft |aub |a\\.u\\.b\\. )?${ours} ([a-z]+ )?${account}`,
      '(stap|stappen|ga|gaan|overstappen|wissel|switchen) _ (concurrent|concurrentie|andere aanbieder|andere leverancier|ander bedrijf)',
      '!(verlengen|verleng) _ niet',
      '?(zoek|zoeken|kijken|kijk|gaan zoeken) _ (andere leverancier|andere aanbieder|alternatief|ander systeem|andere partij|andere oplossing)',
      '!(verlengen|verleng|verlengt) _ (niet|niet meer)|(niet|niet meer) (te )?verlengen',
      '!(geen|niet langer|niet) (een )?klant (meer |van jullie )*(bij|te zijn|van|zijn|blijven)',
    ],
    abuse: [
      `?(jullie zijn|u bent|je bent|jij bent|ben je|zijn jullie) (allemaal |een |echt |gewoon |een stelletje |stelletje |zo |een stel |grote |wel |de |grootste |een bende |totaal )*${insult}`,
      '?!(loop|lopen|ga) (naar de hel|naar de maan|dood|toch weg)',
      '?!(rot op|flikker op|hou je (bek|mond|kop)|krijg de (tering|kanker|klere)|val dood|hoerenzoon|kankerlijers?|tyfus*|godverdomme jullie)',
      '!(ik weet|we weten) waar (je|jullie|u) (woont|wonen|werkt|werken)',
      '?(stelletje|stel|bende|groep|zooitje|club) (prutsers|idioten|klungels|amateurs|oplichters|sukkels|dieven|leugenaars|debielen|incompetente|onbenullen)',
      '?(zijn jullie|bent u|ben je|jullie zijn|u bent) (nou |echt |zo |allemaal |gewoon |nu |wel |te |eigenlijk )*(dom|stom|achterlijk|blind|doof|gek|lui|debiel|imbeciel)',
      '?!(schaam je|schaam u|jullie moeten je schamen|u moet zich schamen)',
      '?(is|zijn|(?<!\\bik )was|waren) (een|echt een|gewoon een|allemaal) ([a-z]+ )?(idioot|idioten|imbeciel|imbecielen|klootzak|klootzakken|sukkel|sukkels|debiel|debielen|eikel|eikels)',
    ],
    privacy: [
      '?(zie|zien|ziet|ontvangen|kreeg|kregen|staan|verschijnen|zichtbaar|getoond) _ (een ander|andere|een andere|iemand anders|vreemde|anderen) _ ?(bedrijf|bedrijven|klant|klanten|persoon|personen|organisatie|gegevens|gebruiker)',
      '?(facturen|gegevens|bestellingen|documenten) van (een ander|een andere|andere|iemand anders|anderen|vreemden)',
      '?(avg|gdpr|artikel 1[57]) _ (verzoek|verwijder*|inzage|wissen|kopie|wis)',
      '?(al |alle )?mijn (persoonsgegevens|persoonlijke gegevens) _ ?(te )?(verwijderen|wissen|in te zien|inzien)',
      '?(recht op) (inzage|vergetelheid|verwijdering|gegevenswissing)',
      '?(welke|alle) (persoons)?gegevens (die )?(u|jullie) (van|over) (mij|ons) (heeft|hebben|bewaart|bewaren)',
      '?(datalek|gegevenslek)',
      '?(klantgegevens|gegevens|wachtwoorden) (zijn|werden|is) _ (gelekt|gestolen|op straat)',
      '?(contract|gegevens|factuur|facturen|bestelling|bestellingen|adres|documenten|mail|account) van (een ander|een andere|andere|iemand anders|anderen) ?(klant|klanten|persoon|bedrijf|personen|patient)?',
      '?(welke|alle|de) (persoons)?gegevens (die )?(u|jullie) (over|van) (mij|ons) (bewaren|heeft|hebben|bewaart|opslaat|verwerkt|opslaan|verwerken)',
      '?(verwijder|wis|wist|verwijdert|verwijderen) (u |alstublieft )?(al |alle )?mijn (persoons|persoonlijke )?gegevens',
      '?(gegevens|bankgegevens|factuur|facturen|adres|contract|naam|klantgegevens|documenten) van (iemand anders|een ander|een andere (klant|persoon)|een vreemde|andere klanten)',
    ],
  },
  negation: 'niet|geen|nooit|zonder|in plaats van|noch|nergens',
  negationAfter: 'niet|overbodig',
  asking: 'hoe|waar|wanneer|of|wat|welke|als|weten|wie|voordat|hoeveel',
  questionStart: 'hoe|waar|wanneer|wat|welke|wie|waarom|kan ik|kunnen we|mag ik|is|zijn|moet|heeft|voldoen|op welke',
  others:
    '(een|de|mijn|onze|ons|elke|van|die|een van de) ([a-z]+ )?(klant|klanten|koper|kopers|gast|gasten|gebruiker|gebruikers|lid|leden|patient)|klanten|kopers|gebruikers',
  joining: 'en|maar|omdat|want|of|dus|zodat|alleen',
};
