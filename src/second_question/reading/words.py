"""What kind of words a text uses: reasons, the system around people, one person's slip. Rough, and meant to be lenient.

A prompt that is wrong costs a tired writer a minute, so in doubt the text is believed.
"""

import re

from second_question.reading.patterns import folded

# Somebody gives a reason, or says how it looked to those who acted.
REASON = re.compile(
    r"\b(?:because|as a result|due to|owing to|led to|leads? to|mean[st]? that|meant|meaning that|reasons?|so that|"
    r"in order to|explain\w*|contribut\w+|caus(?:e|es|ed|ing)|stem(?:s|med)? from|result(?:s|ed|ing) (?:in|from)|why|"
    r"therefore|made (?:it|this|that)|prevent(?:s|ed)?|allow(?:s|ed)?|believed|assum\w+|thought|understood|expected|relied|"
    r"rel(?:y|ied|ying) on|(?:did|do|does) not know|(?:was|were) not (?:aware|told|asked)|unaware|had no|"
    r"there (?:was|were) no|without|lack\w*|depend\w*|in the belief|felt (?:un)?able|afraid|frightened|"
    r"since (?:the|no|she|he|they|it)|as (?:the|no) \w+ (?:was|were|had)|made sense|barriers?|hindered|"
    r"stood in the way|enabled|helped|possible|took (?:it )?for granted|(?:treated|read|seen|taken|understood|recorded) as|"
    r"no ?body (?:asked|knew|had|was|told|saw)|no one (?:asked|knew|had|was|told|saw)|(?:can|could|may|might) ?not|"
    r"so (?:the|she|he|they|it|no ?body|each|everyone)|instead of|rather than|arranged|designed|meant to)\b"
)

# Something in the system around people, not in one person.
SYSTEM = re.compile(
    r"\b(?:work ?loads?|case ?loads?|vacan\w+|staff(?:ing)?(?: shortages?)?|short-staffed|turnover|supervis\w+|managers?|"
    r"management|systems?|systemic\w*|process(?:es)?|procedures?|polic(?:y|ies)|protocols?|pathways?|templates?|forms?|"
    r"databases?|software|inbox(?:es)?|portal|rota|cover|hand-?overs?|sick(?:ness)?|funding|budgets?|commission\w*|capacity|"
    r"resourc\w+|waiting lists?|pressures?|targets?|cultur\w+|norms?|expectations?|guidance|thresholds?|induction|"
    r"restructur\w+|reorganis\w+|organisation\w*|contract\w*|leadership|remit|rules?|arrangements?|multi-agency|"
    r"records? (?:has|have|had|names?|holds?)|"
    r"across (?:the )?agenc\w+|covid\w*|lockdown|pandemic|no (?:one|body) (?:was|is|had)|training|checklists?|alerts?|"
    r"flags?|duty desk|teams? (?:was|were|had)|services? (?:was|were|had))\b"
)

_WORKER = (
    r"(?:social worker|worker|practitioner|health visitor|midwife|nurse|gp|doctor|officer|teacher|manager|clinician|consultant|"
    r"registrar|receptionist|administrator|individual|member of staff|staff member|professional|safeguarding lead|clerk|person)"
)
_SLIPPED = (
    r"(?:failed|forgot|missed|overlooked|misread|misinterpreted|misinterpreting|misunderstood|neglected|omitted|ignored|"
    r"made an? (?:mistake|error)|should have|did not (?:follow|read|act|send|open|pass|share|record|refer|escalate|recogni[sz]e|"
    r"complete|respond|check|notice|reply|forward))"
)
_SLIP = r"(?:error|failing|failure|mistake|oversight|misjudgement)"

# One person, or one agency, made a mistake (R4, R9).
SLIP = re.compile(
    rf"\b{_WORKER}(?: [\w-]+){{0,3}}? {_SLIPPED}\b"
    rf"|\b(?:human|individual|clerical|administrative|personal) {_SLIP}\b"
    rf"|\b{_SLIP} (?:by|of|on the part of) (?:an?|one|the|a single) (?:[\w-]+ )?{_WORKER}\b"
    r"|\b(?:missed|unread|overlooked) e-?mail\b"
    rf"|\b(?:single|one|sole) (?:individual|person|{_WORKER})\b"
    rf"|\b(?:was|were|lay|lies|rests?) (?:solely |only |entirely )?(?:the )?(?:fault|responsibility|{_SLIP}) (?:of|with|by) "
    r"(?:one|a single|the) (?:agency|organisation|service|school|trust|police|individual)\b"
)

_WORDS = re.compile(r"[a-z]{3,}")
_SENTENCES = re.compile(r"[^.!?\n]+[.!?]*")
PLAIN = frozenset(
    _WORDS.findall(
        "about above after again against all also although and any are because been before being between both but can could "
        "did does doing done down during each either few for from further had has have having her here hers him his how "
        "however into its itself just made make many may might more most much must near neither nor not now off once one "
        "only other our out over own said same shall she should since some such than that the their them then there these "
        "they this those through too under until very was were what when where which while who whom whose why will with "
        "within without would yet you your two three several case review child children agency agencies partners met "
        "criteria criterion"
    )
)
"""Words that carry no meaning of their own in a review."""


def stems(text: str) -> set[str]:
    """The beginnings of the words that carry meaning, six letters each: "referred" and "referral" are one."""
    return {word[:6] for word in _WORDS.findall(folded(text)) if word not in PLAIN}


def word_count(text: str) -> int:
    """How many words it has."""
    return len(text.split())


def has(pattern: re.Pattern[str], *texts: str) -> bool:
    """Whether one of these texts says such a thing."""
    return any(pattern.search(folded(text)) for text in texts)


def sentences(text: str) -> list[tuple[int, str]]:
    """The sentences with the offset of each."""
    return [(match.start(), match.group()) for match in _SENTENCES.finditer(text) if match.group().strip()]
