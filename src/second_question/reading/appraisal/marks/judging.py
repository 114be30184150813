"""Words by which a review asks why, speaks for the child, or decides (F1, A7, R2). Pure data."""

JUDGING: dict[str, tuple[str, ...]] = {
    # A reason is given, or how it looked to those who acted. Stronger than a mere "as" or "so".
    "why": (
        r"because",
        r"due to",
        r"owing to",
        r"on the grounds? (?:that|of)",
        r"as (?:this|it|there|the case|abuse|neglect|no|three|two|agencies) (?:is|was|were|are|has|had)",
        (
            r"since (?!then|that|january|february|march|april|may|june|july|august|september|october|november|december|"
            r"birth|last|the (?:incident|death|birth|age|summer|spring|autumn|winter|separation))[a-z]+"
        ),
        r"as a (?:result|consequence)",
        r"in consequence",
        r"consequently",
        r"le(?:d|ads?|ading) to",
        r"mean(?:t|s|ing) that",
        r"which (?:meant|means|made|left)",
        r"this (?:meant|means|left)",
        r"(?:the |one |another |part of the |main )?reasons? (?:for|why|was|is|given|behind|lies?|lay|that|were)",
        r"why",
        r"explain(?:s|ed)? (?:by|why|how|that|in part|partly)",
        r"explanations?",
        r"contribut(?:ed|es|ing) (?:to|factor\w*)",
        r"contributory",
        r"underl(?:ying|ie|ies|ay)",
        r"root causes?",
        r"stem(?:s|med) from",
        r"driven by",
        r"result(?:s|ed|ing) (?:in|from)",
        (
            r"made (?:it|this|that|them|him|her) (?:\w+ )?(?:harder|hard|difficult|easier|easy|possible|impossible|likely|"
            r"unlikely|less|more)"
        ),
        r"(?:harder|easier|difficult|easy) (?:for|to) \w+ (?:to )?",
        r"in turn",
        r"(?:behind|beneath) (?:this|that|it)",
        r"(?:was|were) (?:under|mis)stood (?:as|to)",
        r"(?:was|were|had been) (?:read|seen|taken|treated|viewed|interpreted|recorded) as",
        r"made sense",
        r"believ(?:ed|ing)(?: that)?",
        r"assum(?:ed|ing|ption|ptions)(?: that)?",
        r"the (?:effect|consequence|result) (?:of|was|is)",
        r"barriers? to",
        r"stood in the way",
        r"(?:was|were) (?:not|un) ?available",
        r"depend(?:s|ed|ing)? (?:on|upon)",
        r"no (?:agency|service|one) (?:had|has|held|owned)",
        r"there (?:was|is) no (?:route|system|way|process|place|point|mechanism|agreed)",
        r"prevent(?:ed|s) (?!harm)\w+",
        r"(?:no|any) (?:system|process|mechanism|way|procedure|arrangement|prompt|field|alert) (?:to|for|that|by|in|existed)",
        r"relied on",
        r"reliance on",
        r"(?:had|was|were) not (?:been )?(?:designed|set up|commissioned|funded|built|linked|resourced)",
        r"(?:is|was|are|were) not (?:able|set up|commissioned)",
        r"influenced by",
        r"shaped by",
        r"rather than asking",
        r"so that (?:nobody|no one|each|it|they|the)",
        r"nobody(?:'s)? (?:job|owned|had|was responsible|was told|knew)",
    ),
    "why_again": (
        r"and why",
        r"why again",
        r"second question",
        r"why (?:was|were|did|is|had|does|do|might|would) (?:this|that|it|they|the|no)\b",
        r"behind (?:this|that|these|it)",
        r"beneath this",
        r"in turn",
        r"deeper",
        r"root causes?",
        r"underlying",
        r"systemic(?:ally)?",
        r"the (?:second|further|deeper) reason",
        r"that (?:itself|in turn)",
    ),
    # The child says, shows or likes something.
    "voice": (
        (
            r"(?:he|she|they) (?:likes|loves|enjoys|plays|wants|hates|laughs|sings|smiles|settles|prefers|says|explains|"
            r"rolls|crawls)"
        ),
        (
            r"(?:he|she|they) (?:\w+ )?(?:said|told|asked|wrote|drew|explained|liked|loved|enjoyed|played|wanted|felt|"
            r"hoped|dreamed|"
            r"hated|cried|smiled|laughed|showed|described|whispered|texted|sang|danced|preferred|slept|woke|ate|babbled|"
            r"crawled|clung|hid|wished|feared)"
        ),
        (
            r"(?:he|she|they) (?:was|were) (?:happy|sad|afraid|frightened|scared|proud|angry|quiet|hungry|tired|fond|"
            r"good at|lonely|excited|worried|funny|lively|shy|described as|a (?:happy|lively|funny|quiet|bright|loving|"
            r"sociable|kind|caring|smiley|chatty|curious|talented|much loved))"
        ),
        (
            r"(?:child|baby|boy|girl|young person|infant|children) (?:\w+ )?(?:said|told|asked|wrote|drew|liked|loved|"
            r"enjoyed|played|wanted|felt|hoped|hated|cried|smiled|laughed|showed|described|preferred|slept|woke|ate|"
            r"wished)"
        ),
        r"daily li(?:fe|ves)",
        r"lived experiences?",
        r"(?:an |her |his |their )?ordinary (?:day|week|morning|school day)",
        r"what life was like",
        r"wishes and feelings",
        r"voices? of (?:the |a )?(?:child|children|young person)",
        r"(?:child|children|young person|young people)'?s'? voices?",
        r"from (?:his|her|their|the child's|the baby's) (?:own )?(?:perspective|point of view|words|eyes)",
        r"in (?:his|her|their) own words",
        r"described (?:him|her|them) as",
        r"loved (?:to|by|being|his|her|football|music|dancing|animals|drawing)",
        r"favourite",
        r"liked (?:to|being|his|her|football|music|animals|drawing)",
        r"enjoyed (?!a good relationship)\w+",
        r"used to (?:play|sing|dance|draw|walk|come|go|say|ask|hide|wait|tell)",
        r"best friends?",
        r"bedtimes?",
        r"cuddl\w+",
        r"toys?",
        r"football",
        r"dream(?:ed|t|s)?",
    ),
    "voice_named": (
        r"daily li(?:fe|ves)",
        r"lived experiences?",
        r"wishes and feelings",
        r"voices? of (?:the |a )?(?:child|children|young person)",
    ),
    # Somebody speaks of what was known, asked or made of the men.
    "considered": (
        (
            r"(?:was|were|had been|been|being) (?:not |never |rarely |hardly |only |seldom )?(?:asked|spoken to|seen|met|"
            r"assessed|involved|invited|engaged|included|considered|contacted|identified|recorded|known|explored|checked|"
            r"visited|interviewed|consulted|offered|approached|sought|recognised|understood|discussed|heard|named|thought)"
        ),
        (
            r"(?:did|does|do) not (?:\w+ )?(?:ask|speak|see|meet|assess|involve|invite|engage|include|consider|contact|"
            r"identify|record|know|explore|check|seek|recognise|understand)"
        ),
        (
            r"(?:nobody|no one|no agency|no practitioner|few|none) (?:\w+ )?(?:asked|spoke|saw|met|knew|checked|visited|"
            r"considered|thought|contacted|sought|recorded)"
        ),
        (
            r"not (?:asked|spoken to|seen|met|assessed|involved|invited|engaged|included|considered|contacted|identified|"
            r"explored|known to)"
        ),
        r"little (?:is|was) known",
        r"(?:never|not|rarely|seldom) (?:talked|asked|spoken|thought) about",
        r"shaped (?:whom|who|how|what)",
        r"invisible",
        r"role (?:of|in)",
        r"risks? (?:posed|presented|from|that he)",
        r"protective (?:factor|role|figure|presence)",
        r"considered",
        r"explored",
        r"assessed",
        r"engag(?:e|ed|ing|ement)",
        r"overlooked",
        r"hidden",
        r"absent",
        r"curious about",
        r"curiosity about",
        r"asked (?:about|who|him|whether)",
        r"spoke (?:to|with)",
        r"significan(?:t|ce)",
        r"impact (?:of|on)",
        r"affect(?:ed|s|ing)?",
        r"mattered",
        r"relevan(?:t|ce)",
        r"influenc\w+",
        r"understanding of",
        r"account of",
        r"taken into account",
        r"sensitive to",
        r"competen\w+",
    ),
    # Others were looked at and counted.
    "wider_counted": (
        r"(?:figures|numbers|data) (?:for|from|across) (?:the )?(?:county|city|borough|area|partnership|region|trust|council)",
        (
            r"(?:reviewer|reviewers|review|we) (?:asked|visited|rang|spoke to) (?:two|three|four|five|six|seven|eight|ten|"
            r"twelve) (?:other )?\w+"
        ),
        (
            r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|several|"
            r"many|some) (?:other|further|more) (?:\w+ )?(?:children|families|young people|babies|records|cases|practices|"
            r"schools|referrals|plans|files|pupils|reviews|areas|fathers|parents|homes|placements)"
        ),
        (
            r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty) (?:of|in|"
            r"out of) (?:the |every )?(?:other )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
            r"twenty|thirty|forty|fifty|hundred)"
        ),
        (
            r"(?:we|the review|the reviewer) (?:\w+ )?(?:looked at|read|asked|checked|counted|sampled|compared) (?:the |"
            r"all |\w+ )?(?:\w+ )?(?:records|plans|referrals|files|cases|practices|other)"
        ),
        (
            r"of (?:the |these |those )?(?:\d+|(?:twenty|thirty|forty|fifty|sixty)(?: \w+)?)(?: \w+)?,? (?:\d+|one|"
            r"two|three|four|five|six|seven|eight|nine|ten|none|half|most)"
        ),
        r"(?:in|of) the \d+ (?:\w+ )?(?:referrals|records|plans|files|cases)",
        r"(?:audit|dip sample)\w* (?:that was |which was |has |was )?(?:of|found|showed|shows|carried|undertaken)",
        r"in \d+ (?:of|out of) (?:the )?\d+",
    ),
    "wider": (
        (
            r"(?:every|any|all|most|many) (?:other )?(?:family|families|child|children|trusts?|practices?|schools?|areas?|"
            r"tenants?) (?:in (?:the|this)|across|who|with)"
        ),
        r"applies to (?:every|all|other)",
        r"in (?:the )?(?:other|further) (?:\w+ )?(?:records|cases|families|children)",
        r"elsewhere",
        r"everywhere",
        r"in (?:the )?(?:\w+ )?other (?:\w+ )?(?:assessments|records|cases|families|plans|files|referrals)",
        r"other (?:trusts|areas|partnerships|authorities|practices)",
        r"wider (?:practice|system|picture|learning|implications|application|than)",
        r"(?:other|similar) (?:children|families|cases|reviews|areas|young people|babies)",
        r"beyond (?:this|the|one) (?:one )?(?:case|family|child|review|individual)",
        (
            r"(?:across|throughout) (?:the )?(?:partnership|county|city|borough|area|system|agencies|region|country|"
            r"service|services|workforce|all)"
        ),
        (
            r"national(?:ly)? (?:data|picture|issue|problem|level|research|themes?|learning|evidence|figures|concern|"
            r"study|studies|analysis|audit|recommendations?)"
        ),
        r"nationally",
        r"looked at (?:\w+ ){0,4}(?:referrals|records|plans|files|cases|other)",
        r"(?:referrals|records|plans|files|cases) (?:that )?(?:we|the review|were) (?:looked at|read|sampled|audited)",
        r"(?:in|of) the \d+ (?:\w+ )?(?:referrals|records|plans|files|cases)",
        r"research",
        r"(?:audit|dip sample)\w* (?:of|found|showed|shows|in|by|carried|undertaken)",
        r"data (?:from|for|show\w*|on|analysis)",
        r"typical(?:ly)?",
        r"(?:is|was|are|were) not (?:unique|peculiar|unusual|confined|limited|isolated|specific|particular) (?:to)?",
        r"usual(?:ly)? practice",
        r"themes? (?:from|in) (?:other|previous|national)",
        r"how (?:common|widespread|usual|typical)",
        r"window on",
        r"systemic(?:ally)?",
        r"current practice",
        r"would (?:it|this) (?:still )?happen (?:again|today|now|elsewhere)",
        r"today as (?:it|then)",
        r"evidence base",
        r"studies",
        r"statistic\w*",
        r"prevalence",
    ),
    "independent": (
        r"independen(?:t|ce|tly)(?: of| from)?",
        (
            r"no (?:previous |prior |current |real |perceived |direct |line |management |other )?(?:\w+ )?(?:involvement|"
            r"connection|conflict|link|responsibility|contact|association|knowledge|role|employment)"
        ),
        r"never (?:worked|been employed|had)",
        r"conflict of interest",
        r"not (?:connected|employed|previously|been involved|involved|worked)",
    ),
}
