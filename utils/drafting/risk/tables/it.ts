import type { RiskTable } from '../risk-table.ts';

const insult =
  '(idiot[aie]|imbecill[ei]|incompetenti?|incapac[ei]|stupid[oiae]|cretin[oiae]|coglion[ei]|ladr[oi]n?[ei]?|truffator[ei]|buffon[ei]|deficient[ei]|bugiard[oi]|scem[oi]|stronz[oiae]|inutili)';
const account = '(account|abbonamento|contratto|conto|profilo|servizio|piano)';
const ours = "(il mio|il nostro|la mia|la nostra|il|l'|questo|mio|nostro)";

export const it: RiskTable = {
  phrases: {
    refund: [
      '(voglio|vogliamo|chiedo|chiediamo|esigo|esigiamo|pretendo|pretendiamo|richiedo|richiediamo|vorrei|vorremmo|desidero|aspetto) _ (rimborso|rimborsato|rimborsata|rimborsati|rimborsiate|restituzione|indietro i (miei|nostri) soldi|soldi indietro)',
      '(rivoglio|rivogliamo|ridatemi|ridateci|restituitemi|restituiteci|rimborsatemi|rimborsateci|mi rimborsi)',
      '?(vi prego di|prego di|potete|potreste|puo|potrebbe|si prega di|per favore) (rimborsare|rimborsarmi|rimborsarci|restituirmi|restituirci|restituire)',
      '(i miei|i nostri) soldi (indietro|entro)',
      '?(dovete|deve|devono) (restituire|rimborsare|restituirmi|rimborsarmi|ridare|ridarmi)',
      '?(restituite|rimborsate|restituisca|rimborsi|ridatemi|riaccreditate|riaccreditatemi|rimborsatemi) _ (euro|soldi|importo|addebito|somma|denaro|mese|quota)',
      '(voglio|esigo|chiedo|pretendo|vorrei) _ (risarcimento|indennizzo|risarcito|risarcita|la restituzione)',
      '?(mi|ci) (riaccreditiate|riaccrediti|restituiate|restituisca|rimborsiate|ridiate|riaccreditate|rendiate)',
    ],
    legal: [
      '?(il mio|il nostro|i miei|i nostri|la mia) (avvocat[oiae]|legal[ei]) (vi|le|si|prendera|scrivera|contattera|ha gia|sta)',
      "?(contattero|contattato|consultato|consultero|chiamero|rivolgero|rivolgeremo|rivolto|incaricato|parlato) (con |a |al |un |il |l'|mio |nostro )*(avvocat[oa]|legale)",
      '?(portero|porteremo|vediamo|vedremo|ci vediamo|andro|andremo|finira) _ (in tribunale|dal giudice)',
      '?(vie|azioni|azione|procedimento|adire) (legali|legale|giudiziarie|per vie legali)',
      '?(vi denuncio|vi denuncero|vi denunceremo|sporgero denuncia|sporgere denuncia|vi faccio causa|faro causa|faremo causa|diffida)',
      '?(reclamo|segnalero|segnaleremo|segnalazione|esposto|denuncia|rivolgero|rivolgermi) _ (garante|agcm|antitrust|autorita|codacons|altroconsumo|arera|agcom)',
      '(contestero|contestare|contesto) _ (addebito|pagamento) _ banca',
      '?(al|dal|con il|in mano al|alla) (mio|nostro|mia|nostra) (avvocat[oa]|legale)',
      '?(per vie legali|vie legali|adire le vie|azione legale|ufficio consumatori|associazione consumatori|associazioni dei consumatori|giudice di pace)',
      '?(farvi|fargli|farle|vi faro|vi faremo|facciamo|faccio) causa',
      '?(ultimo avviso|ultimo sollecito|ultima diffida) prima di',
    ],
    safety: [
      '?!(farla finita|suicid*|togliermi la vita|uccidermi|non voglio piu vivere|farmi del male|ammazzarmi)',
      '?(preso fuoco|prende fuoco|in fiamme|e esplos[oa]|fa scintille|esce fumo|usciva fumo|si e fus[oa]|scossa elettrica|presa la scossa|allarme bomba)',
      '?(si e|mi sono|ci siamo|e rimast[oa]|si sono) (gravemente )?(ustionat[oaie]|bruciat[oaie] (la|le|il|i|un)|ferit[oaie]|fulminat[oaie]|intossicat[oaie])',
      '?(vi|ti) (ammazzo|ammazzero|uccido|uccidero|spacco la faccia|picchio)',
      '?(usciva|esce|uscito|uscivano|escono|faceva|fa|odore di|puzza di) (molto |del |delle )?(fumo|scintille|fiamme|bruciato)',
      '?!(voglia di vivere|ragione (di|per) vivere|senso (di|a) (continuare a )?vivere|senso vivere|voglio piu vivere|finirla con la vita)',
      '(preso|presa|ricevuto|sentito|prendo) (una |la )([a-z]+ )?(scossa|scarica)',
    ],
    churn: [
      `(vogliamo|voglio|vorrei|vorremmo|desidero|desideriamo|chiedo di|chiediamo di|abbiamo deciso di|ho deciso di|intendo|intendiamo|prego di) (disdire|chiudere|cancellare|rescindere|recedere da|eliminare) ${ours} ?([a-z]+ )?${account}`,
      `?(chiudete|disdite|cancellate|chiuda|disdica|eliminate) ${ours} ?([a-z]+ )?${account}`,
      '(passare|passiamo|passo|andiamo|andare|passeremo|cambiamo) _ (concorrenza|concorrente|altro fornitore|altro gestore|altra azienda)',
      '!non (rinnoveremo|rinnovero|rinnoviamo|rinnovo) (il|l|piu)',
      '?(cercando|cerchiamo|cerco|cercheremo|cercare) _ (altro fornitore|altra soluzione|alternativa|altra azienda|altro servizio|nuovo fornitore)',
      '!non (rinnoveremo|rinnovero|rinnoviamo|rinnovo|intendiamo rinnovare|vogliamo rinnovare)',
      '!non (voglio|vogliamo|desidero|intendo) (piu )?(essere|restare|rimanere) (piu )?(un )?(vostr[oi]|suo) client[ei]',
    ],
    abuse: [
      `?(siete|sei|lei e|voi siete) (tutti |degli |dei |un |una |proprio |solo |davvero |delle |una banda di |un branco di |cosi |il |la |veramente |un'|incompetenti e )*${insult}`,
      "?!(andate|vai|vada|va) (a quel paese|a cagare|all'inferno|al diavolo|a farti fottere|a farvi fottere)",
      '?!(vaffanculo|fanculo|figli[oi]? di puttana|chiudi il becco|chiudete la bocca|mi fate schifo|pezz[oi] di merda)',
      '!(so|sappiamo) dove (lavori|lavorate|abiti|abitate|vivi|vivete)',
      '?(branco|banda|massa|manica|gruppo|mucchio) di (incapaci|idioti|imbecilli|ladri|incompetenti|truffatori|buffoni|cialtroni|cretini|dilettanti)',
      '?(ma )?(siete|sei) (tutti |davvero |proprio |voi |cosi )*(scem[oi]|cretin[oi]|stupid[oi]|ciechi|sordi|fuori di testa|deficienti|analfabeti)',
      '?!(vergognatevi|si vergogni|dovreste vergognarvi|mi fate schifo)',
      '?(e|sono|era|erano) (un|una|dei|degli|delle) (perfett[oi] |ver[oi] |complet[oi] |grand[ei] |total[ei] |emerit[oi] )*(idiot[aie]|imbecill[ei]|cretin[oi]|deficient[ei]|incapac[ei]|stronz[oi]|coglion[ei])',
    ],
    privacy: [
      "?(vediamo|vedo|vede|appaiono|compaiono|appare|compare|ricevuto|ricevo|visibili|mostra) _ (di un'altra|di un altro|di altri|di altre|di un'|di terzi|altrui) ?(azienda|societa|cliente|clienti|persona|persone|aziende|ditta|utente)?",
      '?(cancellazione|copia|accesso|cancellare|eliminazione|eliminare|cancelliate) (di |a )?(tutti )?(i )?(miei) dati',
      "?(diritto|diritti) (di accesso|alla cancellazione|all'oblio|di cancellazione|di rettifica)",
      '?(quali|tutti i) dati (personali )?(che )?(avete|conservate|detenete) (su|di|riguardo a) (di )?me',
      '?(violazione|fuga|furto) (di|dei) dati',
      '?dati _ (trafugati|rubati|divulgati|esposti)',
      "?(dati|fatture|fattura|contratto|ordini|documenti|indirizzo) (di|del|appartenenti a) (un altro|un'altra|altri|altre|uno sconosciuto) ?(cliente|clienti|azienda|persona|persone|utente|societa)?",
      '?(quali|tutti i|dei|i) dati (personali )?(che )?(avete|conservate|detenete|possedete|trattate) (su di|su|di|riguardo a) ?(me|noi)',
      '?(cancellare|eliminare|cancellate|eliminate) (tutti )?i miei dati',
      "?(dati|fattura|fatture|contratto|indirizzo|coordinate|informazioni|iban|documenti) ([a-z]+ )?(di un'altra (persona|azienda|societa|ditta)|di un altro (cliente|utente)|di qualcun altro|di uno sconosciuto|di altri clienti)",
      '?(tutti )?(i )?(miei|nostri) dati (personali )?(vengano |siano |essere )?(cancellati|eliminati)',
      '?(cancellare|cancellate|eliminare|eliminate|cancellazione di|cancellazione dei) (tutti )?(i )?(miei|nostri) dati( personali)',
    ],
  },
  negation: 'non|nessun|nessuno|nessuna|senza|mai|invece di|anziche|piuttosto che|ne',
  negationAfter: '(non) (e|serve|sono|sara)',
  asking: 'come|dove|quando|quanto|quale|quali|se|sapere|chi|prima di|che cosa',
  questionStart: "come|dove|dov'e|quando|quanto|quanta|quale|quali|chi|perche|posso|possiamo|si puo|e possibile|devo|c'e",
  others:
    "(un|una|il|la|i|mio|nostro|nostra|nostri|ogni|dei|del|al|gli|l') ?([a-z]+ )?(cliente|clienti|acquirente|acquirenti|ospite|ospiti|utente|utenti|socio|paziente)|clienti|acquirenti|utenti",
  joining: 'e|ed|ma|perche|o|oppure|solo|quindi|pero',
};
