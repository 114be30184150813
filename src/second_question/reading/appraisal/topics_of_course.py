"""What a section about the review's own course is about: its method, reviewer, questions, recommendations. Pure data.

The forms are those of `topics.py`.
"""

OF_COURSE: dict[str, tuple[str, ...]] = {
    "method": (
        r"(?:what|how) (?:i|we) (?:did|worked|went about|looked)\b",
        r"method\w*",
        r"(?:review|our|the) (?:approach|process)",
        r"^approach",
        r"how (?:the|this) (?:review|work|report) (?:was|has|came)",
        r"how we (?:worked|did|went|carried|learned)",
        r"(?:conduct|process|model|scope|framework) (?:of|for) (?:the |this )?review",
        r"how (?:it|this) was done",
        r"^(?:about )?th(?:e|is) review\b",
        r"sources? of information",
        r"^(?:the |our )?process$",
        r"^(?:undertaking|conducting|carrying out|making) (?:the|this) review",
        r"^how i ",
        r"^(?:conduct|scope) of the (?:review|inquiry|enquiry)",
    ),
    "reason": (
        r"what (?:this|the) (?:review|report) is about",
        r"about (?:this|the) review",
        r"reasons? (?:for|why)",
        r"why (?:this|we|the|a|there) ",
        r"how (?:it|this) (?:review )?came (?:about|to)",
        r"purpose",
        r"introduction",
        r"background to (?:the |this )?review",
        r"commission\w*",
        r"decision to (?:hold|undertake|carry|conduct|commission|review)",
        r"rationale for",
        r"about th(?:is|e) (?:review|report)",
        r"^the review\b",
        r"^context (?:of|for) ",
        r"the review$",
        r"what prompted",
        r"aims?",
    ),
    "key_questions": (
        r"key (?:lines|questions?|areas|themes (?:to|for))",
        r"lines? of (?:en|in)quiry",
        r"terms of reference",
        (
            r"questions? (?!for (?:the (?:board|partnership|partners|reader)|teams|practitioners|reflection|"
            r"discussion))(?:for|that|the|to|we|considered|asked)"
        ),
        r"^(?:the )?questions?$",
        r"areas? (?:of|for) (?:focus|exploration|consideration)",
        r"focus (?:of|on)\b",
        r"(?:areas|themes|issues) (?:to be )?(?:explored|considered|examined)",
        r"scope",
        r"what (?:we|the review) (?:wanted|set out|asked|was asked)",
    ),
    "reviewer": (
        r"review(?:er|ers)(?! (?:found|heard))",
        r"authors?(?:ship)?",
        r"independen(?:t|ce)",
        r"who (?:led|wrote|carried out|did)",
        r"(?:chair|lead) (?:and|of)",
    ),
    "family_views": (
        r"^(?:mum|mam|mother) and (?:dad|father)$",
        r"^(?:his|her|their|the) (?:parents|family|mother and father)$",
        (
            r"(?:famil\w+|parents?|mother|father|carers?|relatives|grand\w+)\W*(?:\w+ )?(?:views?|perspectives?|"
            r"involvement|contributions?|engagement|experiences?|voices?|participation|story|told|said|accounts?)"
        ),
        (
            r"(?:views?|perspectives?|voices?|contributions?|involvement|participation|engagement|experiences?|involving|"
            r"listening to|hearing from|talking (?:to|with)|meeting) (?:of |from |by |with )?(?:the |his |her |"
            r"their )?(?:child\w* and )?(?:wider )?(?:famil\w+|parents?|mother|father|carers?|relatives)"
        ),
        r"what (?:the )?(?:family|parents|mother|father|mum|dad) (?:told|said|think|thought|wanted|want)",
        r"in their own words",
        r"family and community",
    ),
    "practitioners": (
        (
            r"(?:practitioners?|professionals?|staff|workers?|workforce|front ?line)\W*(?:\w+ )?(?:views?|perspectives?|"
            r"involvement|contributions?|engagement|experiences?|voices?|participation|events?|workshops?|told|said|"
            r"sessions?)"
        ),
        (
            r"(?:views?|perspectives?|voices?|contributions?|involvement|participation|involving|listening to|"
            r"hearing from|talking (?:to|with)|experiences?) (?:of |from |by |with )?(?:the )?(?:practitioners?|"
            r"professionals?|staff|workers?)"
        ),
        r"(?:learning|reflective|practice) (?:events?|workshops?|conversations?|sessions?)",
        r"those who (?:worked|knew)",
    ),
    "recommendations": (
        r"\brecs\b",
        r"recommendations?(?! (?:to|on|against|about|of the) )",
        r"recommended (?:actions?|improvements?|changes)",
        r"what (?:needs|has|must|should|is) to (?:change|happen|be done)",
        r"what (?:must|should|will) (?:change|happen|be different)",
        r"(?:suggested|proposed|required|agreed) (?:actions?|improvements?|changes)",
        r"improvements? (?:needed|required|to|recommended|that)",
        r"proposals?",
        r"changes? (?:we|needed|that|required|asked|recommended)",
        r"(?:we|what we|things we) (?:ask|recommend)",
        r"action (?:plan|points)",
        (
            r"(?:considerations|challenges?|questions|implications|messages) (?:for|to) (?:the |all )?(?:partnership|"
            r"partners|agencies|leaders)"
        ),
        r"way forward",
        r"^improvements?$",
        r"improvement (?:priorities|actions|areas)",
        r"areas? (?:for|of|to) (?:improvement|improve|change|development)",
        r"(?:following|agreed|proposed|these) (?:\w+ )?(?:actions|recommendations|improvements|changes|steps)",
        r"(?:board|partnership|partners?)(?:'s|s')? (?:response|answer|reply|commitments?)",
        r"response (?:of|from|by) the",
        r"what (?:the )?(?:board|partnership|partners|agencies) (?:will|intends?|undertakes?)",
    ),
    "action_plan": (
        r"what (?:will be done|we (?:will )?do(?: now| next)?|happens (?:now|next)|we are doing)",
        r"^actions?$",
        r"(?:action|implementation|improvement|delivery) plan",
        r"actions?,? (?:and|owners?|by|with|leads?)",
        r"(?:response|plan) (?:to|for) (?:the )?recommendations?",
        r"^actions?$",
        r"^resolutions?$",
        r"smart",
        r"putting .* into practice",
        r"who (?:does|will do) what",
    ),
    "timescale": (
        r"time ?(?:scales?|frame|table)",
        r"^timing",
        r"delay\w*",
        r"parallel (?:proc\w+|investig\w+|process\w+)",
        r"(?:timing|dates|length|duration|timeline) (?:of|for) (?:the |this )?review",
        r"other (?:proceedings|processes|investigations)",
        r"publication",
    ),
    "aside": (
        r"^references?$",
        r"(?:list of|further) (?:references|reading)",
        r"bibliograph\w+",
        r"glossary",
        r"abbreviations",
        r"acronyms",
        r"contents$",
        r"end ?notes",
        r"statutory (?:guidance|framework|context)",
        r"legal framework",
    ),
}
