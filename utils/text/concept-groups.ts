/**
 * Words of support that mean the same, in English, German, Spanish and French: one line per concept, phrases divided by
 * "|", without accents, "*" for any ending. A phrase may belong to several concepts. Written by us from general knowledge.
 */
export const conceptGroups = `
log in|login*|logon|sign in|signin|sign on|logging in|signing in|authenticat*|anmeld*|einlogg*|iniciar sesion|inicio de sesion|acceder|entrar|connecter|connexion|connecte
log out|logout|sign out|abmeld*|cerrar sesion|deconnect*
sign up|signup|regist*|create an account|enroll|registrier*|konto erstellen|inscri*|crear una cuenta|creer un compte
cancel*|unsubscri*|terminat*|kundig*|stornier*|baja|anular|resili*|annul*
delet*|remov*|eras*|purge|losch*|entfern*|elimin*|borrar|supprim*|effac*
add|adding|added|hinzufug*|anadir|agregar|ajouter|ajout
creat*|set up|setup|erstell*|anleg*|einricht*|crear|creer|configur*
chang*|modif*|edit*|updat*|alter*|switch*|ander*|wechsel*|umstell*|cambi*|actualiz*
setting*|configur*|preference*|option*|einstellung*|konfigur*|ajuste*|parametre*|reglage*
enabl*|turn on|activat*|switch on|re-enable|aktivier*|einschalt*|activar|activer
disabl*|turn off|deactivat*|switched off|deaktivier*|abschalt*|ausschalt*|desactiv*
restor*|recover*|undelet*|retriev*|wiederherstell*|recuper*|restaur*
reset*|restablec*|zurucksetz*|reinitialis*
fix*|repair*|resolv*|solv*|troubleshoot*|workaround|behob*|beheb*|losung*|solucion*|resoudre|reparer|corriger
error*|problem*|issue*|bug*|failure*|fault*|fehler*|storung*|fallo*|erreur*|probleme*|panne
broken|not working|does not work|doesn t work|stopped|stopped arriving|fails|failed|funktioniert nicht|geht nicht|kaputt|no funciona|ne fonctionne pas|ne marche pas|schlagt fehl
slow*|lag*|performance|speed|langsam|lento|lent|lente
price*|cost*|fee|fees|how much|pricing|preis*|kosten|kostet|precio*|cuesta|cuanto cuesta|prix|tarif*|coute|combien
charg*|debit*|abbuch*|abgebucht|cobr*|cargo|cargos|debite*|preleve*|prelevement
pay*|payment*|zahl*|bezahl*|pago*|pagar|paie*|payer|paiement*
refund*|money back|reimburs*|send one payment back|erstatt*|ruckerstatt*|ruckzahlung|reembols*|devolu*|devolv*|rembours*
invoice*|bill|bills|receipt*|rechnung*|factura*|facture*|quittung*|recibo*
billing|abrechnung*|facturacion|facturation
credit note*|gutschrift*|nota de credito|abono|avoir|note de credit
vat|tax|taxes|umsatzsteuer*|mehrwertsteuer*|ust|steuer*|iva|nif|impuesto*|tva|taxe*
plan|plans|subscription*|tier|tarif*|abo|abonnement*|plan*|suscripcion*
annual|annually|yearly|per year|jahres*|jahrlich|jahr|anual|annuel*|an
month*|monat*|mensual*|mes|meses|mensuel*|mois
free|gratis|kostenlos|gratuit*|no cost
upgrad*|hochstuf*|hoherstuf*|mejorar|superieur*
downgrad*|go back to|herabstuf*|ruckstuf*|bajar|inferieur*
proration|prorat*|pro rata|anteilig|prorrat*|au prorata
password*|passwort*|kennwort*|contrasena*|mot de passe|mots de passe|passcode
username|user name|benutzername|nombre de usuario|usuario|nom d utilisateur|identifiant
two factor|two-factor|2fa|mfa|two step|authenticator|zwei-faktor|zwei faktor|zweifaktor*|dos factores|deux facteurs|double authentification
sso|saml|single sign on|single sign-on|okta|identity provider|einmalanmeldung
link|links|url|adresse|enlace*|lien|liens|vinculo
code|codes|kode|codigo*|sicherheitscode
valid*|gultig*|valide*|vigen*|valable*
expir*|abgelaufen|ablauf*|lauft ab|caduc*|venc*|perime*
email*|e-mail*|mail|mails|inbox|correo*|courriel*
file|files|document*|datei*|dokument*|archivo*|fichier*
folder*|ordner|carpeta*|dossier*
download*|herunterlad*|descarg*|telecharg*
upload*|hochlad*|subir|televers*|mettre en ligne
export*|copy of|kopie|copia|copie|exporter
import*|importier*
backup*|back up|sicherung*|copia de seguridad|copias de seguridad|sauvegarde*
move*|transfer*|migrat*|umzieh*|ubertrag*|trasladar|transferir|deplacer|transferer
share*|sharing|invit*|collaborat*|teilen|einlad*|freigeb*|compartir|partager
permission*|access*|role|roles|right|rights|berechtigung*|zugriff*|rolle*|recht*|permiso*|acceso*|rol|roles|droit*|acces
admin*|owner*|inhaber*|propietari*|proprietaire*|administrat*
user*|member*|people|person|persons|seat*|nutzer*|benutzer*|mitglied*|platz|platze|usuario*|miembro*|utilisateur*|membre*
guest*|contractor*|gast|gaste|gastzugang|invitado*|invite|invites
team*|group*|organi*|workspace*|company|arbeitsbereich*|firma|equipo*|espacio de trabajo|equipe*|espace de travail|entreprise
contact*|get in touch|reach|kontakt*|erreich*|contacto|contacter|joindre
support|help|hilfe|ayuda|aide|assistance|soporte
notif*|alert*|reminder*|benachrichtig*|notificacion*|aviso*|alerte*
find*|search*|look for|suchen|finde*|buscar|encontrar|chercher|trouver
connect*|integrat*|sync*|verbind*|verknupf*|conectar|integracion*|relier|synchron*
webhook*|endpoint*|deliver*|zustell*|entrega*|livraison*
api|rate limit*|requests per minute|429|too many requests|throttl*
limit*|maximum|max|quota|cap|raised|hochst*|begrenz*|limite*|maximo|maxim*|plafond
deadline*|time limit*|frist*|plazo*|delai*
how long|when|duration|wie lange|wann|dauer*|cuanto tiempo|cuando|combien de temps|quand|duree
card|cards|credit card|karte*|kreditkarte*|tarjeta*|carte*
bank|bank account|account number|konto|bankkonto|cuenta bancaria|banque|compte bancaire|iban
duplicate*|twice|double|doppelt*|zweimal|duplicad*|dos veces|en double|deux fois
gdpr|dsgvo|rgpd|art 15|art 17|personal data|personenbezogen*|datos personales|donnees personnelles|privacy|datenschutz*|privacidad|confidentialite
security|secure|safe|sicherheit*|seguridad|securite
install*|installier*|instalar|installer
buy|purchas*|order|orders|kauf*|bestell*|comprar|pedido*|acheter|commande*
ship*|shipping|versand*|liefer*|envio*|enviar|expedition
lost|missing|disappear*|gone|verloren|fehlt|verschwunden|perdid*|desaparec*|perdu*|disparu*
status|incident*|outage*|down|ausfall*|storung*|caida|interrupcion*|panne*
language*|locale|sprache*|idioma*|langue*
size|large|big|grosse|gross|tamano|taille
bulk|many at once|massen*|en masse|masivo*|en bloc
certificate*|tls|ssl|zertifikat*|certificado*|certificat*
recovery code*|break-glass|wiederherstellungscode*|codigo de recuperacion|codes de recuperation|code de recuperation
project*|projekt*|proyecto*|projet*
`;
