import type { RiskTable } from '../risk-table.ts';

const insult =
  '(idiot|idioten|vollidiot(en)?|trottel|deppen|depp|arschlocher|arschloch|penner|versager|unfahig|unfahiger haufen|unfahige|dumm|blod|bescheuert|inkompetent|betruger|lugner|schwachkopfe?|wichser|abzocker|nichtsnutze|drecksack|hirnlos)';
const lawyer = '(rechts)?anw(alt|alts|altin|alte|alten)';
const account = '(konto|account|abo|abonnement|vertrag|mitgliedschaft|tarif|nutzerkonto|kundenkonto|zugang)';
const ours = '(mein|meinen|meine|unser|unseren|unsere|das|den|dieses|diesen)';
const device = '(akku|ladegerat|netzteil|gerat|kabel|handy|telefon|adapter|batterie|maschine|ofen)';

export const de: RiskTable = {
  phrases: {
    refund: [
      '(will|wollen|mochte|mochten|verlange|verlangen|fordere|fordern|erwarte|erwarten|beantrage|beantragen|hatte gern|hatten gern|bitte um|bitten um|bestehe auf|bestehen auf) _ (ruckerstattung|erstattung|ruckzahlung|geld zuruck|ruckvergutung|geld wieder)',
      '?(bitte|umgehend|sofort) _ (erstatten|erstattet|ruckerstatten|zuruckerstatten|zuruckzahlen|zuruckuberweisen|zuruckzuzahlen|zu erstatten)',
      '?(erstatten|uberweisen|zahlen|geben) sie (mir|uns) _ (zuruck|beitrag|betrag|geld|gebuhr|kosten|doppelte|zahlung)',
      '?(bitte|konnen sie|konnten sie|wurden sie) (erstatten|mir|uns|sie mir) _ (erstatten|zuruckerstatten|zuruckzahlen)',
      '(mein|unser) geld (sofort |endlich )?(zuruck|wieder)',
    ],
    legal: [
      `?(meine[nm]?|unsere[nmr]?|meiner|einen|eine|einem|einer) ${lawyer} _ (einschalten|eingeschaltet|beauftragen|beauftragt|ubergeben|nehmen|einzuschalten|wenden|konsultieren|kontaktieren|kontaktiert|melden)`,
      `(schalte|schalten|beauftrage|beauftragen|nehme|nehmen) _ ${lawyer}`,
      `(mein|meine|unser|unsere) ${lawyer} (wird|werden) (sich|sie|ihnen)`,
      '?(rechtliche[rn]?|juristische[rn]?|gerichtliche[rn]?) (schritte|schritten|vorgehen|mittel)',
      '?(gehe|gehen|ziehe|ziehen|treffen uns|sehen uns) _ vor (das )?gericht',
      '?vor gericht (gehen|ziehen|sehen|wieder|bringen)',
      '?(klage einreichen|verklagen|verklage|anzeige erstatten|erstatte anzeige|strafanzeige|einstweilige verfugung|mahnverfahren|mahnbescheid)',
      '?(datenschutzaufsicht*|datenschutzbehorde|aufsichtsbehorde|verbraucherzentrale|verbraucherschutz|bundesnetzagentur|bafin|landesdatenschutz*) _ (melden|gemeldet|einschalten|eingeschaltet|beschwer*|informieren|informiert|wenden|anzeigen)',
      '?(melde|melden|beschwer*|wende|wenden|schalte|informiere|informieren) _ (datenschutzaufsicht*|datenschutzbehorde|aufsichtsbehorde|verbraucherzentrale|verbraucherschutz|bafin)',
      '(lasse|lassen|werde|werden|lass) _ (zuruckbuchen|ruckbuchung veranlassen|ruckbuchen)',
    ],
    safety: [
      '?!(will|mochte|kann) (so )?nicht mehr (weiter)?leben',
      '?!(suizid*|selbstmord*|umbringen|mich toten|mir das leben nehmen|mir etwas antun|leben beenden|lebensmude)',
      '?(feuer gefangen|fangt feuer|in flammen|in brand (geraten|gesetzt)|abgebrannt|stichflamme)',
      `?${device} _ (explodiert|brennt|gebrannt|geschmolzen|raucht|qualmt|uberhitzt|funken|durchgeschmort|verschmort)`,
      '?(verletzt|verbrannt|verbruht|geschnitten|vergiftet) (und musste|worden|hat|habe)',
      '?(hat|habe|haben|hatte) (mich|sich|mir) _ (verletzt|verbrannt|verbruht|vergiftet)',
      '?(stromschlag|elektrischen schlag|bombendrohung)',
      '(ich|wir) (bringe|bringen|schlage|schlagen|steche|erschiesse|mache|machen) (euch|sie|dich|jemanden|alle) (um|tot|fertig|alle um|ab)',
      '!(passiert (euch|ihnen|dir) (etwas|was)|komme (ich )?(bei (ihnen|euch)|zu (ihnen|euch)) (vorbei )?(und|mit) (schlage|waffe|einer waffe))',
    ],
    churn: [
      `?(hiermit|bitte|fristlos|sofort) _ ${account} _ (kundigen|kundige|kundigung|schliessen|loschen|beenden|auflosen|deaktivieren)`,
      `(kundige|kundigen|beende|beenden|schliesse|schliessen|loschen sie|schliessen sie|kundigen sie|beenden sie) (wir |ich |bitte |hiermit |fristlos )*${ours} ([a-z]+ )?${account}`,
      `(will|wollen|mochte|mochten|werde|werden) _ ${account} _ (kundigen|schliessen|loschen|beenden|auflosen)`,
      '(hiermit|ich|wir) (kundige|kundigen) (ich|wir|hiermit|fristlos|zum|den|das|unser|mein)',
      '?(bestatigen sie|bestatigung) _ kundigung',
      '?(wechsle|wechseln|gehen|gehe|wechsel) _ (anderen anbieter|konkurrenz|mitbewerber|wettbewerber|konkurrenten|andere losung)',
      '(verlangern|verlangere) _ (vertrag|abo|abonnement) nicht',
    ],
    abuse: [
      `?(sie|ihr|du|euer _|ihr _ (team|support|kundendienst)) (sind|seid|bist|ist) (doch |alle |ein |eine |einfach |so |nur |echt |wirklich |die |total |vollig |komplett |lauter |haufen |grosste |absolute |grosser )*${insult}`,
      '?(ihr|sie|du) (verdammten?|dummen?|bloden?|unfahigen?|scheiss|elenden?|faulen?) [a-z]+(en|er|e|t|el)',
      '?!(halt|halten sie|haltet) _ (klappe|maul|fresse|schnauze)',
      '?!(leck|leckt|lecken sie) mich',
      '?!(fick|fickt|verpiss|verpisst|fahrt zur holle|fahren sie zur holle|scher dich zum teufel|hurensohn*|drecksladen|saftladen)',
      '!(ich weiss|wir wissen) wo (du|sie|ihr) (wohnst|wohnen|wohnt|arbeitest|arbeiten|arbeitet)',
    ],
    privacy: [
      '?(sehe|sehen|sieht|erhalten|bekommen|sichtbar|angezeigt|finde|finden|zeigt|stehen|erscheinen) _ (fremden|fremde|fremder|anderer|anderen|eines anderen|einer anderen) _ (unternehmens?|firma|firmen|kunden|person|personen|rechnungen|daten|konten|bestellungen)',
      '?(rechnungen|daten|bestellungen|dokumente|adressen) (eines|einer|von|des) (fremden|anderen|anderer) (unternehmens?|firma|firmen|kunden|person|personen|kontos)',
      '?(art(ikel|\\.)? ?1[57]|dsgvo|ds-gvo) _ (auskunft|loschung|loschen|kopie|verlange|beantrage)',
      '?(verlange|verlangen|beantrage|beantragen|fordere|fordern|mochte|bitte um|bitte) _ (auskunft uber|loschung aller|loschung meiner|loschung samtlicher|losch* alle|losch* meine) _ (daten|personenbezogen*)',
      '?(alle|welche|samtliche) _ (meine|zu mir|uber mich|mich betreffend*) _ (daten|gespeichert*)',
      '?(datenleck|datenpanne|datenschutzverletzung|datendiebstahl|datenschutzvorfall)',
      '?(kundendaten|daten|passworter|kundenliste) (wurden|sind|stehen|wurde) _ (gestohlen|geleakt|veroffentlicht|im netz|entwendet)',
    ],
  },
  negation: 'nicht|kein|keine|keinen|keinem|keiner|nie|niemals|ohne|statt|anstatt|weder',
  negationAfter: 'nicht|unnotig|uberflussig|nie|keineswegs',
  asking: 'wie|wo|wann|ob|was|welche|welcher|welches|wenn|falls|bevor|nachdem|sobald|wissen|wer|moglich',
  questionStart: 'wie|wo|wann|was|welche[rsnm]?|wer|warum|wieso|kann (ich|man)|konnen wir|darf ich|ist|sind|gibt es|muss|hat|haben',
  others: '(unser|unsere|unserer|ein|eine|einer|der|die|den|dem|mein|meine|ihr|von) (von unseren )?([a-z]+ )?(kunde|kundin|kunden|kaufer|kauferin|kaufers|gast|besteller|mitglied|mitglieder|mandant|mandanten|nutzer)|kunden|kaufer|mitglieder',
  joining: 'und|aber|sondern|weil|denn|oder|dass|damit',
};
