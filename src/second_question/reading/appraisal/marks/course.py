"""How a local review was done and what came of it: method, people who took part, time (L3 to L9). Pure data."""

COURSE: dict[str, tuple[str, ...]] = {
    "method": (
        r"methodolog(?:y|ies)",
        r"method",
        r"systems (?:approach|methodology|model|thinking|based)",
        (
            r"(?:welsh|scie|learning together|signs of safety|significant incident learning process|"
            r"silp) (?:\w+ )?(?:model|approach|method\w*|process|review)"
        ),
        r"learning together",
        r"silp",
        r"appreciative (?:en|in)quiry",
        r"root cause analysis",
        r"hybrid (?:approach|model|methodology)",
        r"(?:review|systemic|proportionate|blended|collaborative|mixed|bespoke|thematic) (?:approach|model|process)",
        r"(?:agency|individual management|key|agency learning) (?:reports?|reviews?|summar\w+|chronolog\w+)",
        r"documents? (?:were|was) (?:read|reviewed|considered|examined)",
        r"read (?:the )?(?:records|files|case files)",
        r"conversations? with",
        r"interview(?:s|ed)",
        r"panel (?:met|meetings?|oversaw)",
        r"met (?:with|on|five|four|three|six|twice)",
        r"integrated chronology",
        r"table ?top",
        r"models? (?:developed|of|was|used|from)",
        r"timelines? (?:of|was|were)",
        r"focus groups?",
        r"workshops? with",
        r"case (?:file )?audit",
    ),
    "reviewer": (
        r"(?:lead |independent |the |co )reviewers?",
        r"independent (?:author|lead|chair|consultant|overview)\w*(?: author| writer)?",
        r"(?:report |overview )?author(?:s|ed)?(?: of)?",
        r"written by",
        r"led by",
        r"carried out by",
        r"conducted by",
        r"undertaken by",
        r"commissioned (?:an|a|two|the|from)",
    ),
    "took_part": (
        (
            r"(?:was|were|been) (?:\w+ )?(?:offered|invited|spoken|contacted|approached|met|interviewed|consulted|"
            r"involved|asked|visited)"
        ),
        r"met (?:with|the|both|him|her|twice)?",
        r"(?:spoke|talked|spoken|talking) (?:to|with)",
        r"contribut(?:e|ed|ion|ions)",
        r"took part",
        r"take part",
        r"participat(?:e|ed|ion)",
        r"attended",
        r"shared (?:their|her|his) (?:views?|experiences?|story|memories|thoughts)",
        r"(?:told|said to|explained to) (?:the )?(?:independent |lead )?(?:review\w*|us|authors?)",
        r"reflected",
        r"views? (?:of|were|are|from)",
        r"conversations? with",
        r"engag(?:e|ed|ement) (?:with|in) (?:the|this) review",
    ),
    "said": (
        (
            r"(?:she|he|they|mother|father|mum|dad|parents|grandmother|family|grandparents) (?:\w+ )?(?:said|told|felt|"
            r"feels|described|explained|recalled|remembered|thought|believed|wanted|wished|spoke|asked|would have|"
            r"wondered|said that|is clear|found)"
        ),
        r"in (?:her|his|their) (?:own )?(?:words|view|opinion)",
        r"according to (?:the )?(?:mother|father|family|parents|grandmother|him|her)",
    ),
    "declined": (
        r"declin(?:e|ed|es|ing)",
        r"(?:did|do|does) not (?:wish|want|respond|reply|take up|feel able|participate|take part|contribute|answer)",
        r"chose not",
        r"(?:have|has|had) not (?:yet )?(?:responded|replied|taken part|contributed|participated|wished|been in touch)",
        r"(?:was|were) (?:not|un) ?able to (?:take part|contribute|contact|speak|meet|participate|engage|involve|be)",
        r"unable to (?:take part|contribute|contact|speak|meet|participate|engage|involve|reach)",
        (
            r"not (?:possible|appropriate|been possible|yet possible) to (?:speak|meet|involve|contact|engage|include|"
            r"seek|approach|hear)"
        ),
        (
            r"(?:could|can|have|has|had|was|were) not (?:be |been )?(?:involved|contacted|approached|invited|spoken|"
            r"interviewed|reached|traced|consulted|able)"
        ),
        r"no (?:reply|response|answer)",
        r"did not (?:involve|include|seek|speak|meet)",
        r"without the (?:views?|involvement|contribution)",
        r"refused",
        r"despite (?:\w+ )?(?:letters|attempts|efforts|invitations|offers)",
        r"not (?:involved|contributed|taken part|participated)",
        r"on the advice of (?:the )?(?:police|cps|crown)",
        r"(?:views?|voices?) (?:of the (?:family|parents) )?(?:are|were|is|was) not (?:included|sought|obtained|available)",
    ),
    "event": (
        (
            r"(?:practitioner|practitioners'?|learning|reflective|multi agency|staff|practice) (?:learning )?(?:events?|"
            r"workshops?|sessions?|conversations?|groups?|days?|meetings?)"
        ),
        r"(?:one to one|individual|group|facilitated) (?:conversations?|meetings?|interviews?|discussions?)",
        r"workshops?",
        r"focus groups?",
        r"survey of (?:staff|practitioners)",
        r"case groups?",
    ),
    "practitioner": (
        r"people who (?:had )?(?:worked|known|met)",
        r"practitioners?(?:'s|')?",
        r"professionals?",
        r"front ?line (?:staff|workers?|practitioners?|practice)",
        r"staff",
        r"workers?",
        r"those who (?:worked|knew|had worked)",
    ),
    "started": (
        r"commissioned (?:this|the|a) (?:local )?review",
        (
            r"(?:decision|decided|agreed) (?:\w+ )?(?:to|on|that) (?:\w+ )?(?:commission|undertake|hold|start|carry out|"
            r"conduct|begin|initiate|a review)\w*"
        ),
        r"(?:was|were) (?:commissioned|initiated|started|begun|agreed) (?:in|on|by)",
        r"review (?:began|started|commenced|was commissioned|was agreed|opened)",
        r"(?:began|started|commenced) (?:in|on)",
        r"commissioned (?:in|on)",
    ),
    "finished": (
        r"(?:was|were|be) (?:completed|finished|concluded|published|signed off|finalised|endorsed|ratified|approved)",
        r"(?:completed|finished|concluded|published|signed off|finalised|endorsed|approved) (?:in|on|by|within)",
        r"date (?:of (?:publication|report|completion)|completed|published)",
        r"publication date",
        r"published",
    ),
    "six_months": (
        r"six months?(?:'|s)?",
        r"(?:statutory|required|expected) time ?(?:scale|frame|limit)s?",
        r"within (?:time ?scale|six|the time)",
    ),
    "delay": (
        r"delay(?:ed|s)?",
        r"(?:took|taken) longer",
        r"(?:paused|suspended|put on hold|held up|waited|postponed|extended)",
        r"beyond (?:the )?six months",
        r"longer than (?:the )?six months",
        r"awaiting (?:the )?(?:outcome|trial|conclusion|criminal|inquest)",
        r"not (?:completed|published|possible to complete) within",
        r"later than",
        r"held (?:back|until|over|up)",
        r"deferred",
        r"intended to (?:publish|finish|complete)",
    ),
    "parallel": (
        r"criminal (?:proceedings|trial|investigation|process\w*|case)",
        r"inquest",
        r"coron(?:er|ial)\w*",
        r"crown prosecution service",
        r"court (?:proceedings|hearing|case)",
        r"sick(?:ness)?",
        r"illness",
        r"pandemic",
        r"capacity of",
        r"trial",
        r"family court",
        r"hearings?",
        r"(?:the )?judge",
        r"police investigation",
    ),
    "action_plan": (r"action plans?", r"implementation plan", r"improvement plan", r"delivery plan"),
    "summary": (r"executive summary",),
    "pseudonym": (
        r"pseudonym(?:s|ised)?",
        r"anonymis(?:ed|e|ation)",
        r"not (?:his|her|their) real names?",
        r"names? (?:have|has) been changed",
        r"identif(?:y|ied|ies|ying) (?:details|information|features)",
        r"referred to (?:as|in this)",
        r"known in this (?:report|review)",
    ),
    "intimate": (
        r"genital\w*",
        r"semen",
        r"anal(?:ly)?",
        r"vagina\w*",
        r"naked",
        r"masturbat\w+",
        r"ligature",
        r"autopsy",
        r"post ?mortem (?:found|showed|examination found|revealed)",
        r"hanged",
        r"hanging from",
    ),
}
