"""The words by which recommendations and their parts are known (L10, F4). Patterns over folded text; pure data.

Where a pattern has a group `part`, the part is that group; otherwise it is the whole match.
"""

import re

PARTS = ("who", "what", "how", "by_when", "outcome", "measure")

_NUMBER = r"(?:no\.? ?|number )?(?P<number>\d{1,2}(?:\.\d{1,2})?[a-z]?|[a-h]\b|one|two|three|four|five|six|seven|eight|nine|ten)"
LABEL = re.compile(
    rf"\W*(?:\d{{1,2}}(?:\.\d{{1,2}})*[.)]? )?(?:(?:key|local|national|priority|multi-agency|single-agency|"
    rf"overarching|system|partnership) )?"
    rf"recommendation(?: ?{_NUMBER} ?(?:[:.)\-|\t]|$|\n| (?=[a-z\"“]))| ?: )\s*"
)
SHORT_LABEL = re.compile(r"\W*r(?:ec)?\.? ?(?P<number>\d{1,2}(?:\.\d{1,2})?)\b ?[:.)\-|\t]?\s*")
NUMBERED = re.compile(
    r"\W*(?P<number>(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[.:])|"
    r"\d{1,2}(?:\.\d{1,2}){0,2}|(?:[a-h]|[ivx]+)(?=[.):]))[.):]?\s+(?=\S)"
)
LEARNING_LABEL = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]? )?\W*(?:(?:what )?(?:we|the review|this review) (?:have |has )?learn(?:ed|"
    r"t)\W*:|"
    r"what this (?:tells|teaches|taught) us\W*:|"
    r"(?:key |local |practice )?(?:learning point|learning|lesson|key learning|message|learning theme)s? ?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})?[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten)\b ?[:.)\-|]?|(?:key |"
    r"practice )?(?:learning(?: points?)?|lessons?)(?: for practice)?[*_]*:)\s*"
)

FINDING_LABEL = re.compile(r"\W*(?:finding|theme) (?:\d{1,2}|[a-h]|one|two|three|four|five|six)\b ?[:.)\-]?\s*")
# A sentence that opens a list of what was learned.
LEARNING_LEAD = re.compile(
    r"\b(?:learn(?:ed|t|ing)?|lessons?|draw|teach(?:es)?|taught|tells? us|conclusions?|take from (?:this|it)|"
    r"messages?)\b[^.?!]*:$"
)
LEARNING_COLUMN = re.compile(
    r"\W*(?:(?:key |immediate |early )?learning|lessons?|what (?:we|was|has been) (?:have )?learn\w+)\b"
)

MODAL = re.compile(
    r"\b(?:should|must|ought to|needs? to|(?:is|are) (?:asked|invited|required|expected|requested|encouraged|"
    r"recommended|advised) to|"
    r"(?:is|are) to|ha(?:s|ve) to|shall|will|to)\b"
)
STRONG = re.compile(
    r"\b(?:should|must|ought to|needs? to|(?:is|are) (?:asked|invited|required|requested) to|shall|will|would|"
    r"to make this)\b"
)
DIRECTIVE = re.compile(
    r"\b(?:should|must|ought to|needs? to|(?:is|are) (?:asked|invited|required|requested|encouraged|recommended|"
    r"advised) to|"
    r"opportunit(?:y|ies) (?:for|to)|would (?:like|hope|expect|want|wish) (?:to see )?(?:the|all|each|every)|"
    r"may wish to|will want to|would be (?:helpful|useful|good|right|beneficial|of benefit) (?:if|for)|"
    r"would benefit from|"
    r"recommend(?:s|ed)?|(?:has|have) (?:asked|agreed|undertaken|decided|commissioned)|(?:is|are) to (?!be\b)|"
    r"will (?!be\b|have\b))\b"
)
# Something is asked for now; “should have” says what was not done.
DEMANDS = re.compile(
    r"\b(?:should|must|ought to|needs? to|has to|have to)\b(?! (?:also |then |therefore )?have (?!to\b))|\b(?:is|"
    r"are) asked to\b|"
    r"\brecommend(?:s|ed)?\b"
)
# As minutes put it: somebody, or something, “to” do or be done, without another verb before.
MINUTED = re.compile(
    r"\W*(?!(?:in order|to|how|what|whether|who|why|it|there|this|that|he|she|they|the (?:review|decision|aim|"
    r"purpose|question|"
    r"need|duty|reason|right|wish|plan|family|child|parents))\b)(?:(?!(?:is|are|was|were|has|had|have|did|does|do|"
    r"will|would|"
    r"able|asked|agreed|told|went|came|ought|need|needs|needed|having|due|likely|known|referred|decided|attempts?|"
    r"failure|"
    r"refus\w+|opportunit\w+|and then|because|how|what|who|which|that)\b)[\w'’&,/-]+ ){1,9}?to (?:be \w+|(?!the\b|"
    r"a\b|an\b|"
    r"his\b|her\b|their\b|this\b|that\b|all\b|each\b|every\b)[a-z]{2,})\b"
)
# A sentence that opens a list of what is asked for, and one after which who is asked stays the same.
LEADS = re.compile(
    r"\b(?:should|must|ought to|needs? to|(?:is|are|was|were) asked|asks?|recommend(?:s|ed)?|seeks?|resolved|agreed|"
    r"assurance|"
    r"following actions)\b[^.?!]*:$"
)
ASKS_DIRECTLY = re.compile(r"\b(?:should|must|ought to|needs? to|asked to|to)\W*:$")
OF_A_REVIEW = re.compile(
    r"\bquestions?\b|\breview (?:would|should|could|will|might)\b|\bconsider(?:ed)?:$|\blines of\b"
)
# What stands in a list or an agenda and proposes nothing; and what is asked of a review to come.
NO_PROPOSAL = re.compile(
    r"\W*(?:whether|why|for whom|(?:an? |the )?(?:local )?(?:lcspr|cspr|"
    r"child safeguarding practice review)\b(?! (?:panel|action))|"
    r"it would (?:add|help)|(?:\S+\s*){1,3}\Z)"
)
INDIRECT = re.compile(r"\W*(?:what|how|who|which|for whom|when|where)\b")
# Whom a report asks, where it puts questions.
PUT_TO = re.compile(
    r"\b(?:questions?|considerations?|challenges?|matters?) (?:\w+ ){0,3}?(?:for|to|before) (?:the |all |its |"
    r"both )?(?:\w+ ){0,3}?"
    r"(?:boards?|partnerships?|partners|leaders|agencies|executive)\b|"
    r"\b(?:boards?|partnerships?|partners|executive) (?:is|are|may wish|will wish|should|might|will want|needs?) "
    r"(?:\w+ ){0,4}?(?:ask|consider|answer|reflect)\w*\b"
)
# A question to somebody who could act on it.
INTERROGATIVE = re.compile(
    r"\W*(?:how |what |when |where |who |which |in what way )?(?:is|are|does|do|did|will|would|might|should|could|"
    r"can|has|have|may) "
    r"(?P<who>(?:the |its |all |each |both |every )?(?:[\w'’-]+ ){0,7}?[\w'’-]+?) (?:to |now |also |itself |"
    r"themselves )?"
    r"(?:intend|consider|know|ask|plan|tell|find|make|take|seek|assure|satisfy|ensure|do|need|want|have|keep|retain|"
    r"hold|be able)\b"
)
# An action by its label, in minutes and letters.
ACTION = re.compile(
    r"\W*(?:(?:agreed |immediate )?actions?(?: point)?(?: \d{1,2})?[*_]* ?[:\u2013-][*_]*\s+|(?:ap|r|"
    r"rec) ?\d{1,2}\b[*_]* ?[:.)\u2013-]?[*_]*\s+)(?=\w)"
)
# Somebody who acts is asked, wherever it stands; or undertakes to act, in a part that says what follows.
ASKED = re.compile(
    r"\b(?:is|are) (?:therefore |also |further )?(?:asked|invited|requested|urged|advised|encouraged) (?:to|"
    r"by this review to)\b|"
    r"\b(?:the )?(?:review|reviewer|reviewers|report|author|authors|panel|we) (?:therefore |also |further |would )*"
    r"(?:asks?|invites?|urges?|calls? on|advises?|would like|looks? to) (?:the |all |both |each |every |that )?"
    r"[\w' -]{2,60}? to\b|"
    r"\b(?:i|we|the (?:review|reviewers?|author|report|panel)) would (?:like|hope|expect|want|wish) (?:to see )?"
    r"(?=(?:the|all|both|each|every)\b)"
)
GOES_ON = re.compile(
    r"\W*(?:this|it|its|these|they|their|such|that|he|she|the (?:audit|result|effect|aim|outcome|change|plan)s?)\b"
)
FOLLOWS_ON = re.compile(
    r"\W*(?:(?:we|they|the \w+) (?:want|hope|expect|aim|intend|wish) |we(?:'ll| will) |this |it |its |their |that |"
    r"the (?:aim|effect|"
    r"audit|result|outcome))"
)
FOLLOWS = re.compile(
    r"\b(?:should|must|ought to) (?!have\b)|\b(?:is|are) to (?!be (?:found|seen|expected|welcomed|hoped)\b)|"
    r"\bneeds? to (?!have\b)|\bwill (?!have\b|be (?:able|clear|seen|needed)\b)|"
    r"\b(?:has|have) (?:agreed|undertaken|offered|decided) to\b|\b(?:is|are) asked to\b|"
    r"\b(?:has|have) (?:now |already |since )?(?:changed|introduced|begun|started|set up|rewritten|put in place)\b"
)
IMPERATIVE = re.compile(
    r"\W*(?:set up|develop|review|ensure|create|agree|provide|establish|introduce|strengthen|raise|improve|update|"
    r"produce|deliver|"
    r"commission|consider|write|build|make|extend|replace|ask|audit|publish|use|share|include|embed|explore|work|"
    r"offer|link|put|"
    r"talk|seek|identify|monitor|promote|require|train|refresh|redesign|map|test|stop|start|give|help|support|bring|"
    r"carry out|end|name|buy|appoint|hold|keep|check|tell|send|meet|look|run|add|remove|change|clarify|adopt|refer|"
    r"report|record|"
    r"visit|listen|invite|recruit|fund|move|reduce|measure|count|teach|brief|convene|complete|re-\w+)\b"
)
ASKS = re.compile(rf"(?:{DEMANDS.pattern})|^(?:{IMPERATIVE.pattern})|^(?:{MINUTED.pattern})")
INLINE = re.compile(
    r"\b(?:it is (?:therefore |further |also |strongly )?recommended(?: that)?|"
    r"(?:the |this )?(?:review|reviewer|reviewers|report|author|authors|panel|lead reviewer|independent reviewer|"
    r"rapid review|"
    r"meeting|partners|partnership) (?:therefore |also |further |would )?recommends?(?: that)?|"
    r"(?:the |this )?(?:review|reviewers?|reports?|authors?|panel|we|i) (?:also |therefore |would )?(?:suggest|"
    r"propose)s? that|"
    r"(?:we|i) (?:therefore |also |further |would )?recommend(?: that)?|(?:the|our|one|a|first|"
    r"second) (?:\w+ )?(?:recommendation|suggestion|proposal) "
    r"(?:\w+ ){0,5}?is (?:that|for|to)|(?:it|there) would be (?:helpful|useful|merit|benefit|value) (?:if|in))\s+"
)
OPENING = re.compile(
    r"\W*(?:(?:it is (?:\w+ )?recommended|(?:the |this )?(?:\w+ ){0,2}recommends?|we (?:\w+ )?recommend|"
    r"that)(?: that)?\s+|"
    r"(?:in order )?to [^,.]{4,120}, |(?:by|within|before|over|following|given|where|when|if|as|in|for|from|during|at|"
    r"until) [^,]{2,90}, "
    r"(?=(?:the|each|every|all|both)\b))+"
)
INTRODUCES = re.compile(
    r"\b(?:following|these|those|\w+) recommendations? (?:(?:is|are|were|have been|has been) (?:made|grouped|set out|"
    r"for|drawn|based)|"
    r"below|follow|build|address|arise)|\bmakes? (?:the following |\w+ )?recommendations?\b|^recommendations? (?:for|"
    r"to) [^.]{0,60}:?$"
)

ACTOR = re.compile(
    r"\b(?:partnerships?|partners?|boards?|lscps?|lscbs?|scps?|trusts?|icbs?|ccgs?|commissioners?|councils?|"
    r"local authorit(?:y|ies)|"
    r"police|constabulary|forces?|services?|schools?|academ(?:y|ies)|colleges?|nurser(?:y|ies)|departments?|teams?|"
    r"agenc(?:y|ies)|"
    r"organisations?|chairs?|leads?|leaders?|managers?|directors?|heads?|headteachers?|governors|panels?|government|"
    r"dfe|ministry|"
    r"nhs|hospitals?|camhs|gps?|practices|practitioners?|professionals?|staff|social workers?|health visitors?|"
    r"midwi(?:fe|ves)|"
    r"midwifery|maternity|housing|probation|ofsted|cafcass|social care|health|education|providers?|groups?|"
    r"sub-?groups?|"
    r"committees?|hubs?|mash|officers?|supervisors?|secretary of state|office|authority|authorities|college of|"
    r"association|"
    r"chief|executives?|network|workforce|reviewers?|scrutineer|charity|charities|nurses?|doctors?|teachers?|"
    r"designated \w+|named \w+|"
    r"children's services|we|unit)\b"
)
NO_ACTOR = re.compile(
    r"^\W*(?:training|audits?|guidance|polic(?:y|ies)|procedures?|protocols?|pathways?|consideration|information|"
    r"supervision|records?|"
    r"assessments?|referrals?|learning|work|action|attention|this|these|it|there|children(?!'s)|every child|families|"
    r"parents|a (?!\w+ (?:group|team))|"
    r"an (?!independent))\b"
)

_DATE = (
    r"(?:the )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?(?:end of |start of |beginning of |middle of |early |late |mid-)?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|"
    r"jul|aug|sept?|oct|nov|dec)"
    r"\.?,? ?(?:20\d\d|'?\d\d)?\b"
)
_COUNT = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty-four)"
BY_WHEN = re.compile(
    rf"\b(?:(?:by|before|from|until|no later than|not later than|in|at|on) (?:the )?(?:end of |start of |"
    rf"beginning of )?{_DATE}"
    rf"|(?:by|before|until) (?:the )?(?:end|start|beginning|middle) of (?:the |this |next )?[\w/ -]{{3,30}}?(?=[,.;)]|"
    rf"$| to | and | so )"
    rf"|within (?:the next |a further )?{_COUNT}(?: working)? (?:days|weeks|months|month|year|"
    rf"years)(?: of [\w' ]{{3,40}})?"
    r"|within (?:a|the next|the) (?:week|month|quarter|year|six months|twelve months)"
    rf"|(?:in|over) the next {_COUNT} (?:days|weeks|months|years)|{_COUNT} (?:months|weeks) (?:from|"
    rf"after) [\w' ]{{3,40}}"
    r"|(?:by|in|before) (?:q[1-4]|quarter [1-4]|(?:spring|summer|autumn|winter|easter|"
    r"christmas)(?: term)?)(?: of)?(?: 20\d\d(?:[/-]\d\d)?)?"
    r"|(?:by|in|before|during|from) (?:20\d\d(?:[/-]\d\d)?)|(?:by|before|from|until|in|over) (?:next |this |"
    r"the (?:next|coming|following|new) )(?:spring|summer|autumn|winter|easter|christmas|"
    rf"january|february|march|april|may|june|july|august|september|october|november|december|year|month|week|"
    rf"quarter|term)"
    rf"|(?:a|one|two|six|twelve|\d{{1,2}}) (?:year|month|week)s? from now|this (?:week|month|term)|q[1-4]\b"
    r"|(?<=, )(?:january|february|march|april|may|june|july|august|september|october|november|december) 20\d\d"
    r"|immediately|with immediate effect|"
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
HOW = re.compile(
    r"(?:\b(?P<part>by (?:\w+ly |first |jointly )?(?!(?:being|having|spring|following)\b)\w{2,}ing\b[^.;]*"
    r"|(?:through|via|using|by means of|by way of|by use of|with the help of) (?!(?:out|which|that)\b)[^.;]{6,}"
    r"|(?:this|it|the change|the work) (?:should|will|can|could|is to|must) (?:be (?:done|achieved|brought about|"
    r"delivered|made|taken forward)|involve|include|mean changing|start)[^.;]*"
    r"|(?:require|ask) (?:its|the|all|their|each|both) [^.;,]{3,60} to [^.;]+|replac(?:e|ing) (?:its|the|"
    r"their) [^.;,]{3,60} with [^.;]+|in such a way that [^.;]+|"
    r"together with [^.;]+|(?:before|until) (?:the |a |an |any |its |their )(?:\w+ ){1,4}(?:is|are|has|"
    r"have) (?:\w+ )?\w+(?:ed|en|de|ut|nt)\b[^.;]*|prior to "
    r"(?:approval|closure|discharge|transfer|any \w+)[^.;]*|with (?:a|an|its|the) (?:new |joint |short |named |"
    r"single |shared )?"
    r"(?:question|box|prompt|tool|checklist|budget|post|worker|link|flag|alert|card|field|guide|script)\b[^.;]*"
    r"|to be (?:made|given|held|done|offered|provided|delivered|led|run) by [^.;]+|"
    r"in place of [^.;]+"
    r"|with (?:peer review|support from|help from|a new|an? \w+ (?:form|template|tool|group|record|check))[^.;]*|"
    r"staffed [^.;]+"
    r"|the (?:steps|work|change|new \w+|plan) (?:is|are|will|should) (?:to )?(?:include|involve|consist|begin)[^.;]*))"
)
OUTCOME = re.compile(
    r"\b(?P<part>so that [^.;]+|in order (?:to|that) [^.;]+|(?:with the (?:aim|intention|purpose|goal) (?:of|that)|"
    r"the (?:aim|intention|purpose|goal) (?:is|being)|aimed at) [^.;]+"
    r"|the (?:intended |expected |desired )?(?:outcome|result|effect|difference|impact)(?: that is intended| we want|"
    r" sought)? (?:is|will be|should be|being)[^.;]*"
    r"|(?:intended |expected |desired )?outcomes?(?:s)?: ?[^.;]+"
    r"|(?:this|which|it) (?:will|should|would) (?:mean|ensure|enable|help|give|allow|make|lead|reduce|increase|"
    r"improve|result|provide|support)\b[^.;]*"
    r"|as a result,? [^.;]+|with the (?:result|effect) that [^.;]+|what (?:will|should) be different[^.;]*)"
)
# An effect that somebody is to find out: a measure, at some time.
FINDS_OUT = re.compile(
    r"\b(?:(?:monthly|quarterly|termly|annual|yearly|weekly|six-monthly) (?:\w+ )?(?:returns?|data|figures|counts?|"
    r"audits?|samples?|"
    r"numbers?)\b[^.;]*"
    r"|(?:progress|uptake|use|compliance|numbers?|data|figures|results?) (?:\w+ ){0,3}(?:reported|returned|reviewed|"
    r"shared|published|"
    r"counted)\b[^.;]{0,60}\b(?:every|each|monthly|quarterly|annually|after|in)\b[^.;]*"
    r"|reports? (?:each|every|once a) (?:year|month|quarter|term)[^.;]*"
    r"|(?:to |will |would |shall )?(?:know|find out|establish|be satisfied)\b[^.;?]{0,80}?\b(?:whether|if|that|"
    r"how many|how often|"
    r"how far)\b[^.;?]*"
    r"|(?:to |will |would |shall )?(?:tell|show|see|check)\b[^.;?]{0,60}?\b(?:whether|how many|how often|"
    r"how far)\b[^.;?]*"
    r"|(?:with |of |count |report )?how (?:many|often|far) [^.;?]*"
    r"|(?:count(?:ed|s)?|return(?:ed|s)?|figures?) [^.;?]*(?:each|every|in|at|after) (?:\w+ )?(?:month|quarter|year|"
    r"term|20\d\d)[^.;?]*)"
)
# An audit that is itself what is asked for.
TO_DO = re.compile(
    r"\W*(?:now |also )?(?:carry out|undertake|conduct|complete|commission|do|arrange|hold|run|lead|begin|agree|"
    r"plan)?\W*"
)
# A label within a paragraph.
INNER_LABEL = re.compile(r"(?:^|(?<=[.;!?*_] )|(?<=\n))[*_(]*(?P<label>[a-z][a-z' /-]{1,40}?)[*_]*:[*_]* (?=\S)")
# A few words before what is to be done; and who it is by initials or a name. The second is for the text as written.
TITLE = re.compile(r"[*_]*[^.:;!?\n]{3,70}[.:][*_]* +(?=\S)")
NAMED = re.compile(
    r"[*_(]*(?:that )?(?P<who>[A-Z]{2,4}(?= to |, )|(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sister|Sgt|Ch Insp|Insp|DI|"
    r"DCI|DS|Cllr)\.? "
    r"[A-Z][\w'’-]+(?: and I\b)?)"
)
PURPOSE = re.compile(
    r"(?<!need )(?<!needs )(?<!action )(?<!steps )(?<!due )(?<!continue )(?<!how )(?<!asked )(?<!required )(?<!or "
    r")(?P<part>\bto (?:ensure|make sure|make certain|improve|reduce|enable|prevent|increase) [^.;]+)"
)
MEASURE = re.compile(
    r"\b(?P<part>(?:(?:this|it|the (?:effect|impact|change|outcome|success|difference|result))s? (?:will|should|must|"
    r"is to|is) (?:then )?be )?"
    r"(?:measured|evidenced|demonstrated|evaluated|tested|tracked|judged) (?:by|through|in|with|against|at|using|"
    r"after|from|within|six|twelve|three)\b[^.;]*"
    r"|(?:a |an |the |re-?|repeat(?:ed)? |follow-up |multi-agency )*(?:audit|dip[- ]sample|dip sampling|case sampling|"
    r"survey|spot check|re-audit)s?\b[^.;]*"
    r"|(?:\w+ )?(?:should|will|must|is to|are to) be (?:\w+ )?(?:audited|dip[- ]sampled|measured|evaluated|"
    r"monitored)\b[^.;]*"
    r"|(?:compar(?:e|ed|ing|ison)) [^.;]*|(?:against|from) (?:a|the|its|this) baseline[^.;]*|success (?:will|is|would|"
    r"measure)[^.;]*"
    r"|(?:we|partners?|the (?:partnership|board)) (?:will|would|should) know[^.;]*"
    r"|(?:measures?|measured|measurement|evidence of (?:success|impact|change)|success measures?|success criteria|"
    r"indicator): ?[^.;]+"
    r"|(?:its|the|their) (?:effect|impact|effectiveness|difference|use) (?:\w+ )?(?:will|should|must|is to|is|"
    r"to) be (?:\w+ )?(?:measured|evaluated|reviewed|checked|audited|monitored|tested|reported|assessed|known|seen|"
    r"counted)[^.;]*"
    r"|(?:evaluat|measur|monitor)(?:e|es|ed|ing) (?:the |its |their |of )*(?:\w+ )?(?:impact|effect|effectiveness|"
    r"difference|use|uptake|outcome|change|change in)[^.;]*"
    r"|(?:report|reported|reporting|feed ?back|assurance|assured|evidence|data|figures?)\b[^.;]{0,80}\b(?:impact|"
    r"effect|effectiveness|difference|change in practice|adopted|embedded|per cent|percentage|%|number of|quarterly|"
    r"every quarter)[^.;]*"
    r"|(?:number|proportion|percentage|share|rate|count) of [^.;]*(?:will|should|rise|fall|reduc|increas|recorded|"
    r"counted|reported|compared)[^.;]*)"
)

# The label of a line or the heading of a column that holds a part.
PART_LABELS: dict[str, re.Pattern[str]] = {
    "measure": re.compile(
        r"(?:(?:how )?(?:we|you|they|partners) (?:shall|will|would) know\b.*|how (?:it|this|they) (?:will|is to|"
        r"should|shall) be (?:checked|measured|known|tested|judged|evaluated)|checked(?: on| by)?|(?:how (?:will |"
        r"shall |do |would )?(?:we|you|partners|it|this|the \w+|progress|success|impact|"
        r"effect)?\W*(?:\w+ ){0,3}(?:know|measured|measure|evidenced|tested|checked|judged)\w*"
        r"|(?:success |impact |outcome )?(?:measures?|measurement|metric|indicators?|kpis?)(?: of (?:success|impact|"
        r"effect))?|evidence(?: of .*)?|success (?:criteria|looks like)|audit|assurance|evaluation|monitoring|"
        r"how and when .*)"
        r"|measured by|checked by|test|(?:baseline|date) .*(?:effect|measure)\w*|check(?: of effect)?|proof)"
    ),
    "outcome": re.compile(
        r"(?:intended |expected |desired |planned )?(?:outcomes?|impact|results?|benefits?|effect)(?: for .*| we want|"
        r" sought| intended)?"
        r"|(?:what|the) (?:will|should|is to|would) (?:be )?(?:different|difference)(?: .*)?|what (?:we|"
        r"partners) (?:want|hope|expect) to (?:see|achieve)|difference(?: .*)?|aims?|purpose|so that|"
        r"what .* looks? like|intended (?:effect|change|difference)|why"
    ),
    "by_when": re.compile(
        r"(?:by )?when\b.*|time ?-?scales?|time ?frames?|deadline|target(?: date)?|due(?: (?:by|date))?|(?:completion|"
        r"target|end|review) date|date(?: due)?|complet(?:e|ed|ion)(?: by)?|by"
    ),
    "who": re.compile(
        r"(?:by )?who(?:m)?\b.*|(?:action |accountable |named )?(?:lead|leads|owner|owners|owned by|led by)(?: \w+|"
        r" \(.*\))?|(?:lead |responsible |accountable )(?:agency|agencies|officer|organisation|person|body|partner|"
        r"lead|professional)s?|responsib\w+(?: .*)?|account\w+|agenc(?:y|ies)|for|assigned to|organisation"
    ),
    "how": re.compile(
        r"how(?: (?:will |shall |is )?(?:it|this|the change|we)? ?(?:\w+ ){0,3}(?:done|happen|achieved|change|"
        r"come about|about|delivered|do it)?)?|(?:key )?(?:steps|tasks|milestones)|method|means|approach|"
        r"by what means|actions? (?:to (?:be taken|achieve .*)|required|needed)"
    ),
    "what": re.compile(
        r"what\b.*|(?:the )?(?:recommendation|action|change|improvement|task|objective)s?(?: .*)?|(?:we|"
        r"what we) (?:ask|recommend)"
    ),
}
