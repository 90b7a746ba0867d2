import { anyOf } from './mood-words.ts';
import { findCues, quoteAround } from './find-cues.ts';

export type SuggestedTag = { readonly tag: string; readonly quote: string };

/** Topics that most helpdesks tag, by their words; named in the order in which they are offered. */
const TOPICS: readonly (readonly [tag: string, words: RegExp])[] = [
  [
    'security',
    anyOf(
      'hacked|phishing|breach*|security|vulnerab*|stolen|fraud*|gehackt|sicherheits*|betrug*|hackead[oa]|seguridad|fraude|piratée?|sécurité',
    ),
  ],
  [
    'privacy',
    anyOf(
      'gdpr|dsgvo|rgpd|privacy|personal data|datenschutz|personenbezogen*|datos personales|privacidad|données personnelles|vie privée',
    ),
  ],
  [
    'refund',
    anyOf(
      'refund*|money back|reimburse*|rückerstatt*|erstatt*|geld zurück|reembols*|devolución|rembours*|rimborso|terugbetaling|estorno',
    ),
  ],
  [
    'cancellation',
    anyOf('cancel*|unsubscribe|terminate|kündig*|stornier*|cancelar|cancelación|baja|annul*|résili*|disdetta|opzeggen|annuleren'),
  ],
  [
    'billing',
    anyOf(
      'invoice*|bills|(?:my|the|a|this|last) bill|billing|charged?|charges|payment*|receipt*|rechnung*|zahlung*|abbuchung*|abgebucht|factura*|cobro|cobrad[oa]|pago*|facture*|paiement*|prélèvement*|fatura|fattura|factuur|betaling',
    ),
  ],
  [
    'delivery',
    anyOf(
      'deliver*|shipping|shipment*|package|parcel|tracking|liefer*|paket|versand*|sendung*|envío|entrega|paquete|livr*|colis|expédi*|spedizione|levering|pakket|verzending',
    ),
  ],
  [
    'login',
    anyOf(
      'log ?in|sign ?in|password*|locked out|2fa|two-factor|sso|anmeld*|passwort*|einlogg*|kennwort|contraseña|iniciar sesión|acceso|mot de passe|connexion|me connecter|senha|palavra-passe|wachtwoord|inloggen',
    ),
  ],
  ['account', anyOf('accounts?|profile|konto|benutzerkonto|cuenta|perfil|compte|profil|conta')],
  [
    'bug',
    anyOf(
      'bug*|error*|crash*|not working|broken|fehler*|abgestürzt|absturz|stürzt|funktioniert nicht|fallo*|no funciona|erreur*|plante*|ne fonctionne pas|ne marche pas|erro|errore|foutmelding',
    ),
  ],
  [
    'feature-request',
    anyOf(
      'feature request*|suggestion*|would be (?:great|nice|helpful) if|wish list|funktionswunsch|verbesserungsvorschl*|sugerencia*|suggérer',
    ),
  ],
  ['integration', anyOf('api|webhook*|integration*|integrate|schnittstelle*|integración|intégration')],
  ['warranty', anyOf('warranty|guarantee|repair|garantie*|gewährleistung|reparatur|garantía|reparación|réparation|garanzia')],
  [
    'legal',
    anyOf(
      'lawyer*|attorney|legal action|lawsuit|sue you|suing|court|anwalt*|rechtlich*|klage|abogad[oa]|demanda|avocat*|tribunal|poursuites|advocaat|avvocato',
    ),
  ],
];
const MAX_TAGS = 5;
const MAX_TAG_LENGTH = 40;

/** At most five tags: the intent, where there is one, then the topics whose words stand in the text. */
export function suggestTags(text: string, intent: string | undefined): SuggestedTag[] {
  const tags: SuggestedTag[] = intent === undefined ? [] : [{ tag: toTag(intent), quote: '' }];
  for (const [tag, words] of TOPICS) {
    const cue = findCues(text, words)[0];
    if (cue) tags.push({ tag, quote: quoteAround(text, cue) });
  }
  const seen = new Set<string>();
  return tags.filter(({ tag }) => tag !== '' && !seen.has(tag) && seen.add(tag)).slice(0, MAX_TAGS);
}

/** "Card_not-Working?" → "card-not-working"; letters of any script are kept. */
function toTag(label: string): string {
  return label
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .join('-')
    .slice(0, MAX_TAG_LENGTH);
}
