import type { RiskTable } from '../risk-table.ts';

const insult =
  '(idiots?|morons?|imbeciles?|stupid|dumb|incompetent|useless|assholes?|bastards?|scammers?|crooks|thieves|liars?|pathetic|clowns?|worthless|cretins?|dickheads?|cunts?|pricks?|retard(s|ed)?|bitch(es)?|scum|trash)';
const account = '(account|subscription|membership|contract|plan|service)s?';
const end = '(cancel|close|terminate|delete|end|deactivate)';
const lawyer = '(lawyer|attorney|solicitor|barrister)s?';
const device = '(battery|charger|device|phone|adapter|cable|laptop|unit|product|oven|heater|machine)';
const body = '(hand|fingers?|face|arm|leg|eyes?|skin|foot)';

export const en: RiskTable = {
  phrases: {
    refund: [
      '(want|need|demand|demanding|expect|require|request|requesting|claim|insist on|like|asking for|ask for|deserve|owe (me|us)|entitled to) _ (refund|refunded|reimbursement|reimbursed|money back|money returned)',
      '(want|need|demand|expect|request|like) _ (payments?|charges?|fees?|amount) (returned|reversed|back)',
      '?(please|pls|kindly) (also |just |immediately )?(refund|reimburse|return (my|our) money|give (me|us) (a|my|our) (full )?refund|issue (me |us )?(a|the) (full )?refund)',
      '?(can|could|will|would|must|should) you (please |kindly |also )?(refund|reimburse) (me|us|my|our|the|this|that|it|one|both)',
      '?(can|could|may) (i|we) (please )?(get|have) (a|my|our) (full |partial )?(refund|money back)',
      '(give|send|get|pay) (me |us )?(back )?(my|our) money back',
      '(i|we) (demand|want|expect) (my|our) (money|payment)',
      '^(refund|reimburse) (me|us|my|our)',
    ],
    legal: [
      `(my|our) ${lawyer} (will|shall|is going to|are going to|is about to) (contact|write|sue|be in touch|take|call|send)`,
      `?(contact|contacted|contacting|hire|hired|call|called|instruct|instructed|consult|consulted|involve|involved|speak to|speaking to|spoken to|talk to|talking to|talked to|engage|engaged|retain|retained|hear from|get) (a|an|my|our|the) ${lawyer}`,
      `(over|through|with|to) (my|our) ${lawyer} (if|unless|tomorrow|next|now|on)`,
      '?(take|taking|taken|start|starting|begin|pursue|consider|considering|prepare|preparing|threaten) _ legal (action|proceedings|steps)',
      '?(take|taking|see|meet) you (all )?(to|in) court',
      '(go|going|take this|take it) to (small claims )?court',
      '?(sue|suing) (you|your)',
      '(file|filing|bring) _ (lawsuit|suit) against',
      '?(report|reporting|reported|complain|complaint|notify|notified|escalate) _ (authority|authorities|regulator|ombudsman|ftc|ico|bbb|better business bureau|attorney general|trading standards|consumer protection|watchdog|cfpb)',
      '(dispute|disputing|contest|contesting) _ (charges?|payments?|transactions?) (with|through|at) (my|our) (bank|card|credit card)',
      '(initiate|file|start|request|open|issue|raise|filing|starting) (a|the) (chargeback|charge back)',
    ],
    safety: [
      '?!(kill|hurt|harm|hang|cut) (myself|yourself|yourselves)',
      '?!(suicide|suicidal|self-harm)',
      '?!(end|ending|take|taking) my (own )?life',
      "?!(don't|do not|no longer) want to (live|be alive|exist|go on living)",
      '(want|wanna) to die$',
      '?(caught|catch|catches|catching|set|is on|was on|went up in|burst into) (fire|flames)(?! (to|every|when))',
      `?${device} _ (exploded|overheated|melted|smoking|sparked|sparks|on fire|smoke)`,
      '?(smoke|sparks|flames) (is |was |were |are )?(came|coming|comes|pouring|shooting) (out of|from)',
      `(burned|burnt|injured|hurt|cut|scalded) (my|his|her|our|their) ${body}`,
      '(burned|burnt|injured|electrocuted) (myself|himself|herself)',
      '(was|were|got|been) (seriously |badly |slightly )?(injured|electrocuted|hospitali[sz]ed|hurt)',
      '(somebody|someone|people|you|they) (is|are|will be|going to) (going to )?(get |be )?(hurt|killed|shot)',
      '(got|gets|gave (me|him|her|us)) (a|an) (electric|electrical) shock',
      '?(kill|shoot|stab|murder|beat up) (you|everyone|everybody|someone|somebody|all of you|him|her)(?! (the|a|an|some))',
      '(bomb|burn down|blow up) (you|your (office|house|building|place))',
    ],
    churn: [
      `?(please|pls|kindly|can you|could you|hereby|just) (please |just |now |immediately )?${end} (my|our) _ ${account}`,
      `?(please|pls|kindly|can you|could you|hereby|just) (please |just |now |immediately )?${end} (my|our) ${account}`,
      `(want|wanna|need|like|wish|decided|going|ask you|intend|planning|have) (to )?${end} (my|our|the|this) ([a-z]+ )?${account}`,
      `^${end} (my|our) ([a-z]+ )?${account}`,
      `(cancelling|canceling|closing|terminating) (my|our) ([a-z]+ )?${account}`,
      '(switch|switching|move|moving|go|going|change|changing|migrate|migrating|moved|switched) (over )?to (a|an|one of your|your|another|other) ([a-z]+ )?(competitors?|competition|providers?|vendors?|rivals?|suppliers?)',
      '(leaving|leave|dropping|ditching) you for',
      "!(will not|won't|not going to|not) (be )?(renew|renewing|extend|extending) (our|my|the)",
      '(take|taking) (my|our) (business|money|custom) elsewhere',
    ],
    abuse: [
      `?(you|you people|you guys|you all|you lot|your _ (team|support|staff|agents?|people)|u) (are|is|re|r) (really |all |just |such |so |a |an |complete |total |absolute |fucking |bloody |bunch of |pack of |group of |the |most |bunch |of |nothing but |completely |totally |utterly |incompetent |useless |stupid |little |lazy )*${insult}`,
      `?(you|your) (fucking|bloody|stupid|damn|goddamn|useless|pathetic|dumb|lazy|incompetent|worthless) (idiots?|morons?|people|bastards?|fools?|cunts?|lot|clowns?|liars?|assholes?|team|staff)`,
      `?(you|you're|youre) (all )?(a |an )?(fucking |bloody |complete |total )?(idiots?|morons?|assholes?|imbeciles?|scumbags?|cunts?)`,
      '?!(fuck|screw) (you|yourself|yourselves|off|u)(?! up)',
      '?!f[*#@$]+c?k? (you|off)',
      '?!(go|burn|rot) (to|in) hell',
      '?!shut (the (fuck|hell) )?up(?! (the|my|our|a))',
      '?!(son of a bitch|sons of bitches|piss off|eat shit|kiss my ass)',
      '!watch your back',
      '!(i|we) know where (you|your family) (work|works|live|lives)',
      '!(i will|i ll|going to) (hunt|destroy|ruin) (you|your (life|family))',
    ],
    privacy: [
      "?(see|seeing|view|access|viewing|sees|received|receive|receiving|got|shows|showing|displays|shown|visible) _ (another|other|a different|wrong) (company|companies|customer|customers|client|clients|person|people|organi[sz]ation|family|business|tenant)('s|s'|')?(?! (service|portal|support))",
      "?(see|seeing|view|access|received|got|shows|showing|shown|visible|logged in(to)?) _ (someone|somebody|stranger|anyone)( else)?'?s'? ([a-z]+ )?(data|invoices?|orders?|account|details|information|documents?|tickets?|name|address|emails?)",
      '?(gdpr|ccpa|article 1[57]|art\\.? ?1[57]|subject access) _ (request|erasure|erase|delete|deletion|copy|forgotten)',
      '?(request|exercise|demand|exercising|invoke|requesting) _ (erasure|right to be forgotten|right of access|subject access|right to erasure)',
      '?(copy|delete|erase|erasure|deletion|remove|removal) (of )?(all )?(of )?(my|our) personal (data|information)',
      '?(all|the|any|what|which) (the )?(personal )?(data|information) (that )?you (hold|have|store|keep|stored|process) (on|about) (me|us)',
      '?(data|security|privacy) (breach|leak)(?! (policy|policies|plan|training|notification|procedure|template))',
      '?(customer|personal|user|users|client|clients|our|my) ([a-z]+ )?(data|list|details|records|passwords?) (was|were|has been|have been|got|is|are) (leaked|stolen|exposed|published|hacked)',
    ],
  },
  negation:
    "not|never|no|don't|dont|doesn't|didn't|won't|wouldn't|isn't|aren't|wasn't|haven't|hasn't|cannot|can't|without|instead of|rather than|nobody|nothing",
  negationAfter: '(is|are|was|s) (not|no longer)( [a-z]+)? (needed|necessary|required|involved|what)',
  asking:
    'how|whether|what|where|when|which|if|know|understand|wonder|wondering|learn|status|policy|policies|track|unable|once|before|after|should i|who',
  questionStart:
    'how|what|where|when|which|who|why|can i|can we|could i|may i|do|does|did|is|are|am|should|will|would|has|have',
  others: '(my|our|a|the|your|their|this|that|one|another|every|some|of) ?(of our )?([a-z]+ )?(customer|client|buyer|shopper|guest|donor|patient|subscriber|tenant|user|member|employee)s?|customers|clients|buyers|shoppers|users|members',
  joining: 'and|but|so|because|then|or|although|though|while',
};
