/**
 * English words and phrases of support that often stand for one another, one line per group, phrases divided by "|"; compared by
 * their stems. Finer than `concept-groups.ts`, which bridges languages; written by us from general knowledge.
 */
export const synonymGroups = `
login|log in|log on|logon|sign in|signin|sign on|logging in|signing in|authenticate
logout|log out|log off|sign out|signout|logoff
signup|sign up|register|registration|create an account|enroll|join
cancel|unsubscribe|terminate|end subscription|stop subscription|opt out
delete|remove|erase|get rid of|discard|uninstall|purge|clear|wipe
add|insert|include|attach|append
create|make|set up|setup|new|generate|build
change|modify|edit|update|alter|adjust|switch|replace
configure|configuration|settings|preferences|options|set up|setup|customize|customise
enable|turn on|activate|switch on|allow|start using
disable|turn off|deactivate|switch off|block|stop
restore|recover|get back|undelete|retrieve|bring back|revert|undo
reset|restart|reboot|reload
fix|repair|resolve|solve|troubleshoot|correct|solution|workaround
error|problem|issue|bug|failure|fault|trouble|wrong|crash|fail
broken|not working|does not work|doesn t work|isn t working|stopped working|fails|failed
slow|sluggish|lag|lagging|performance|speed|latency|faster
price|cost|fee|charge|how much|pricing|pay|payment|rate
refund|money back|reimburse|reimbursement|return
invoice|bill|billing|receipt|statement
plan|subscription|tier|package|license|licence
free|no cost|without paying|at no charge|gratis
upgrade|update|newer version|latest version
downgrade|older version|previous version|roll back|rollback
password|passcode|passphrase|pin|credential
username|user name|login name|user id|account name
two factor|2fa|mfa|two step|multi factor|verification code|authenticator
email|e mail|mail|message|inbox
picture|photo|image|photograph|screenshot|pic
video|movie|clip|film
file|document|attachment
folder|directory|dir
phone|mobile|smartphone|cell|cellphone|handset|telephone
computer|pc|desktop|laptop|machine
app|application|program|software
browser|chrome|firefox|safari|edge
website|web site|site|webpage|web page|page|url|link
download|save|export|get a copy|back up|backup
upload|import|send up|transfer
copy|duplicate|clone|replicate
move|transfer|migrate|migration|relocate|drag
share|sharing|give access|invite|collaborate|grant
permission|access|role|rights|privilege|authorize|authorise
admin|administrator|owner|manager
user|member|people|person|customer|client|employee|staff
team|group|organization|organisation|workspace|company
contact|reach|get in touch|support|help desk|call|customer service
notification|alert|reminder|notify|notified
find|search|look for|locate|look up|discover
show|display|view|see|visible|appear
hide|conceal|invisible|not show|suppress
connect|link|pair|integrate|integration|sync|synchronize|hook up
disconnect|unlink|unpair|detach
sync|synchronize|synchronise|synced
install|installation|deploy|set up|setup
purchase|buy|order|acquire|get
ship|shipping|delivery|deliver|dispatch
track|tracking|monitor|follow|watch
limit|maximum|max|quota|cap|restriction|restrict|threshold
minimum|min|at least|lowest
size|large|big|length|dimension
list|table|overview|index
secure|security|safe|safety|protect|protection|encrypt|encryption
private|privacy|confidential|personal data|hidden
spam|junk|unwanted
lost|missing|disappeared|gone|cannot find|can t find|vanished
stolen|hacked|compromised|breach
supported|compatible|compatibility|work with|support
require|required|requirement|need|prerequisite|must|mandatory|necessary
different|difference|differ|versus|vs|compare|comparison
begin|start|launch|open|get started|initiate
stop|end|quit|close|exit|halt|finish
wait|delay|how long|take time|duration|time
date|day|deadline|when|schedule|calendar
choose|select|pick|choice|option
rename|change the name|name
merge|combine|join|consolidate
print|printer|printing
screen|display|monitor
sound|audio|volume|noise|mute
language|locale|translate|translation
profile|account|my details
address|location|where
explain|describe|mean|meaning|definition|define|what is
reason|why|cause|because
method|way|how to|steps|procedure|process|instructions|guide|tutorial
allow|permit|possible|able|can i|let
automatic|automatically|auto|automate
manual|manually|by hand
wifi|wi fi|wireless|internet|network|connection
key|shortcut|hotkey|keyboard
button|icon|toggle|switch
test|try|trial|demo|testing|check|verify|verification|confirm|validate
expire|expiration|expiry|valid|renew|renewal
`;
