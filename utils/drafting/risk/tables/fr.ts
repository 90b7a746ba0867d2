import type { RiskTable } from '../risk-table.ts';

const insult =
  '(idiot(e|s|es)?|imbeciles?|incapables?|nuls?|cons?|connards?|abrutis?|incompetent(e|s|es)?|voleurs?|escrocs?|menteurs?|debiles?|cretins?|minables?|clowns?|arnaqueurs?|stupides?|bons a rien)';
const account = '(compte|abonnement|contrat|espace|adhesion|forfait)s?';
const ours = '(mon|notre|le|cet|ce|l)';

export const fr: RiskTable = {
  phrases: {
    refund: [
      "(veux|voulons|demande|demandons|exige|exigeons|souhaite|souhaitons|voudrais|voudrions|aimerais|attends|reclame|reclamons|sollicite) _ (remboursement|rembourse|remboursee|rembourses|remboursees|recuperer mon argent|rendiez (mon|notre) argent|d'etre remboursee?)",
      '(veux|veut|exige|demande|rendez-moi|rendez-nous) _ (mon|notre) argent',
      '?(merci de|veuillez|priere de|pouvez-vous|pourriez-vous|je vous prie de) (bien vouloir )?(me |nous )?(rembourser|proceder au remboursement)',
      '?(remboursez-moi|remboursez-nous|rendez-moi|rendez-nous)',
      '?(me|nous) (remboursiez|rembourser|remboursez|dedommager|dedommagez|indemniser)(?! (sur|via) quel)',
      '?(rendez-moi|rendez-nous|restituez-moi|restituez-nous|reversez-moi|recreditez-moi|recreditez|remboursez) _',
      "(veux|exige|demande|souhaite|attends|voudrais) _ (dedommagement|indemnisation|compensation|restitution|recupere[r]? (mon|notre|l'))",
      "?(recrediter|recreditiez|recreditez|reverser|reversiez|restituer|restituiez|rembourser|remboursiez) (moi )?(les|le|la|mon|mes|l')",
    ],
    legal: [
      '?(mon|notre|nos|mes) avocat(e|s|es)? (va|vont|prendra|vous|se|est|a)',
      '?(contacter|contacte|saisir|saisi|consulter|consulte|prendre|appeler|mandater|mandate|engager) (a |avec )?(un|mon|notre|une) avocat',
      "?(saisir|saisirai|saisirons|saisis|irai|irons|devant|porter) (au |en |le |les |la |cette affaire )*(tribunal|tribunaux|justice|prud'hommes|conciliateur|mediateur)",
      '?(porter plainte|porterai plainte|deposer plainte|depose plainte|deposerai plainte|porte plainte|poursuivre en justice|vous attaquer|mise en demeure|mettre en demeure)',
      '?(actions?|poursuites|demarches|procedures?|suites) (en justice|judiciaires?|juridiques?|legales?)',
      '?(signaler|signalerai|signale|prevenir|previens|saisir|saisirai|plainte|avertir|contacter|alerter) _ (cnil|dgccrf|repression des fraudes|ufc|60 millions|autorite|apd|prefecture)',
      '(contester|contesterai|conteste|opposition) _ (prelevement|paiement|debit) _ banque',
      '?(a|aupres de|entre les mains de|par) (mon|notre|mes|nos|un) avocat(e|s|es)?',
      '?(engager|engagerai|engagerons|entamer|entamerai|intenter|intenterai) _ (poursuites|action|procedure|proces)',
      '?(association de consommateurs|repression des fraudes|mediateur de la consommation|huissier|mise en demeure)',
      '?(derniere relance|dernier avertissement|dernier avis|derniere mise en garde) avant',
      "?(devant|au) (les )?(tribunaux|tribunal|juge|prud'hommes)",
      '(nouvelles de|contacter|saisir) (notre|mon) (service juridique|avocat*|conseil juridique)',
    ],
    safety: [
      '?!(en finir avec la vie|me suicider|suicide|suicidaires?|mettre fin a mes jours|me tuer|plus envie de vivre|me faire du mal)',
      '?(a|ont|avait|prend|prenait) (pris |prendre )?feu',
      '?(en flammes|a explose|fait des etincelles|de la fumee (sort|sortait)|un incendie dans|degage de la fumee|a fondu|decharge electrique|choc electrique|alerte a la bombe)',
      "?(est|suis|ete|s'est|me suis|a ete) (gravement |legerement )?(brulee?|blessee?|electrocutee?|intoxiquee?|coupe la|brulee? la)",
      '?(je vais|on va|je viens) (vous |te |tous vous )*(tuer|buter|frapper|casser la gueule|faire la peau)',
      "?(s'est mise? a|commence a|commencait a|s'est mis a) (fumer|bruler|fondre|chauffer et)",
      '?(fumee|etincelles|flammes) (sort|sortait|sortaient|sont sorties|est sortie|est apparue|noire)|(odeur de brule|senti le brule)',
      "?!(raison|envie|gout|force) (de|a) (vivre|continuer a vivre)|(ne veux plus vivre|mettre fin a ma vie|foutre en l'air)",
      '(pris|prise|recu|ressenti) (une |un )([a-z]+ )?(decharge|choc|secousse|coup de jus|chataigne)',
    ],
    churn: [
      `(resilions|resilie|resilier|cloture|cloturons|arretons|arrete|supprimez|fermez|resiliez|cloturez) ${ours}[' ]([a-z]+ )?${account}`,
      `?(veuillez|merci de|je veux|nous voulons|je souhaite|nous souhaitons|je voudrais|je demande a|nous avons decide de|j'ai decide de|pouvez-vous|pourriez-vous|je vous prie de) (bien vouloir )?(fermer|resilier|cloturer|supprimer|annuler|arreter) ${ours}[' ]([a-z]+ )?${account}`,
      '(passer|passons|partons|partir|allons|aller|changer|passe|vais) _ (concurrent|concurrence|concurrents|autre prestataire|autre fournisseur|autre solution)',
      '!ne (renouvellerons|renouvellerai|reconduirons|renouvelons) (pas|plus)',
      '?(cherchons|cherche|chercher|chercherons|recherchons) _ (autre prestataire|autre fournisseur|alternative|autre solution|nouveau prestataire)',
      '!ne (renouvellerons|renouvellerai|renouvelons|renouvelle|reconduirons|reconduisons|prolongerons) (pas|plus)',
      "(mettons|met|mettre) (un terme|fin) (a|au) (notre|contrat|l'abonnement|la collaboration)",
      '!ne (souhaite|souhaitons|veux|voulons|desire) (plus|pas) (etre|rester) (votre|vos|un de vos) clients?',
    ],
    abuse: [
      `?(vous etes|tu es|t'es|bande|vous n'etes|etes-vous) (d'|de |des |un |une |vraiment |tous |que |qu'|tellement |completement |bande |bande d'|bande de |le |les |sale |gros |aussi )*${insult}`,
      '?!(allez|va|vas) (vous |te )?(faire (voir|foutre|enculer|mettre)|au diable|chier|en enfer)',
      '?!(ferme|fermez|fermez-la|ferme-la) (ta|votre|vos) (gueule|bouche)|(ta gueule|fils de pute|je vous emmerde|enfoires?|encules?|salopards?|salauds?)',
      '!(je sais|on sait) ou (vous|tu) (travaillez|habitez|travailles|habites)',
      "?(bande|equipe|tas|troupeau|ramassis) (d'|de )(idiots|imbeciles|incapables|bras casses|clowns|voleurs|escrocs|amateurs|abrutis|nuls|incompetents|menteurs|branquignols)",
      '?(vous etes|etes-vous|tu es|es-tu) (juste |vraiment |tous |completement |si |aussi |donc )*(betes?|stupides?|idiots?|debiles?|aveugles|sourds|cretins?|cons?)',
      '?!(vous devriez avoir honte|honte a vous|vous me degoutez)',
      '?(est|sont|etait|etaient) (un|une|des) (parfaits? |parfaites? |vrais? |vraies? |gros |grosses? |sombres? |complets? |pauvres? )*(idiots?|idiotes?|imbeciles?|cretins?|cretines?|abrutis?|connards?|debiles?|incapables?|cons?|connes?)',
    ],
    privacy: [
      "?(vois|voyons|voit|apparait|apparaissent|affiche|recu|recois|recevons|visibles?|acces) _ (d'une autre|d'un autre|d'autres|d'un tiers|autre) _ (societe|entreprise|clients?|personnes?|societes|utilisateurs?|compte|organisation)",
      "?(effacement|suppression|copie|acces|effacer|supprimer|effaciez|supprimiez) (a |de |d')?(toutes )?(mes|l'ensemble de mes) donnees( personnelles)?(?! (de|du|dans))",
      "?(droit|droits) (d'acces|a l'effacement|a l'oubli|d'effacement|d'opposition)",
      '?(quelles|toutes les) donnees (personnelles )?(que )?vous (avez|detenez|conservez|possedez) (sur|a propos de) (moi|nous)',
      '?(fuite|violation|vol|piratage) (de|des) (donnees|vos donnees|nos donnees)',
      '?donnees _ (fuite|volees|divulguees|exposees|piratees)',
      "?(donnees|factures?|contrat|coordonnees|dossier|commandes?|documents?|informations) (d'un autre|d'une autre|d'autres|d'un inconnu|de quelqu'un d'autre) ?(client|cliente|societe|entreprise|personne|utilisateur)?s?",
      '?(quelles|toutes les|les|des) (donnees|informations) (personnelles )?(que )?vous (avez|detenez|conservez|possedez|stockez|gardez) (sur|a propos de|concernant) (moi|nous|ma personne)',
      "?(supprimer|effacer|supprimez|effacez) (toutes )?(mes|l'ensemble de mes) (donnees|informations)(?! (de|du) (contact|client))",
      "?(donnees|coordonnees|informations|facture|adresse|iban|releve|contrat) ([a-z]+ )?(de quelqu'un d'autre|d'une autre (personne|societe|entreprise)|d'un autre (client|utilisateur)|d'un inconnu|d'un tiers)",
      '?(toutes )?(mes|nos) donnees (personnelles )(soient |a etre )?(supprimees|effacees)',
      '?(supprimer|supprimez|effacer|effacez|suppression de|effacement de) (toutes )?(mes|nos) donnees( personnelles)',
    ],
  },
  negation: "ne|n'|pas|jamais|sans|aucun|aucune|au lieu de|plutot que|ni|inutile",
  negationAfter: "(n'est|ne sera|ne sont) (pas|plus)",
  asking: "comment|ou se|ou est|ou puis|quand|combien|quel|quelle|quels|quelles|si|s'il|savoir|avant de|qui|est-il possible",
  questionStart:
    'comment|ou|quand|combien|quel|quelle|quels|quelles|qui|pourquoi|puis-je|peut-on|est-ce|est-il|y a-t-il|dois-je|faut-il|etes-vous',
  others:
    "(un|une|le|la|l'|mon|notre|nos|des|chaque|du|de nos|cet) ?([a-z]+ )?(client|cliente|acheteur|acheteuse|utilisateur|adherent|membre|patient|hote)s?|clients|acheteurs",
  joining: 'et|mais|car|parce que|ou bien|donc|seulement',
};
