"""Catchphrases: words that sound like an answer, and the question that each leaves open (F1, F2). Pure data.

A phrase is not wrong. It is shown so that its writer adds what it stands for: what exactly, why, and how that is to change.
"""

from dataclasses import dataclass

VERSION = "catchphrases/2021.1"
"""Raised by one with each change of a phrase, so that a count of phrases says which list it was made with."""


@dataclass(frozen=True)
class Catchphrase:
    """A phrase with its inflections.

    `forms` are regular expressions over text in small letters with straight apostrophes. Each begins with two plain letters; a
    space in one also matches a hyphen, a line break or several spaces. `not_after` are the words before which it is no
    catchphrase. `source` is a line of the handbook, or the public document and its chapter.
    """

    id: str
    phrase: str
    forms: tuple[str, ...]
    question: str
    source: str = "F2"
    not_after: tuple[str, ...] = ()


_CHILD = r"(?:child|children|young (?:person|people)|baby|babies|infant|boy|girl|pupil|teenager|adolescent)"
_PEOPLE = r"(?:all |our )?(?:practitioners|professionals|workers|staff|agencies|everyone|partners|schools|gps)"
_RULES = (r"polic(?:y|ies)", r"procedures?", r"protocols?", r"guidance", r"process(?:es)?")
_A_RULE = f"(?:{'|'.join(_RULES)})"

PHRASES = (
    Catchphrase(
        "professional_curiosity",
        "professional curiosity",
        (r"professional(?:ly)? curio(?:us|sity)", r"professional inquisitiveness", r"curious professionals?"),
        "What was not asked, of whom? What made it hard to ask, and what would make it easier next time?",
    ),
    Catchphrase(
        "reflective_curiosity",
        "reflective curiosity",
        (r"reflective curiosity", r"curious (?:mindset|approach|stance)", r"inquisitive (?:practice|approach)"),
        "Which question would a curious person have asked here, and what gave nobody the room to ask it?",
        "review, ch. 3",
    ),
    Catchphrase(
        "respectful_scepticism",
        "respectful scepticism",
        (r"respectful (?:scepticism|skepticism|uncertainty|challenge)", r"healthy (?:scepticism|skepticism)"),
        "Which account was not checked, against what could it have been checked, and why was it not?",
        "review, ch. 3",
    ),
    Catchphrase(
        "face_value",
        "taken at face value",
        (r"at face value",),
        "What was said, by whom? What made it reasonable to believe then, and who could have known otherwise?",
        "review, ch. 3",
    ),
    Catchphrase(
        "self_report",
        "over-reliance on self-reporting",
        (r"over ?reliance on (?:[\w']+ ){0,4}?(?:self report(?:ing|s|ed)?|accounts?)", r"self reporting"),
        "What was taken from one person’s account alone, and what stood in the way of hearing others?",
        "review, ch. 3",
    ),
    Catchphrase(
        "fixed_thinking",
        "fixed thinking",
        (r"fixed (?:thinking|views?|mindset)", r"confirmation bias", r"start again syndrome"),
        "What did people believe about this family, since when, and what would have shown them otherwise?",
        "review, ch. 3",
    ),
    Catchphrase(
        "holistic",
        "holistic",
        (r"holistic(?:ally)?",),
        "Whose part, or which part of the child’s life, was left out? Why could it not be seen from where people stood?",
    ),
    Catchphrase(
        "whole_family",
        "whole family",
        (r"whole famil(?:y|ies)", r"think family"),
        "Who in the family was not seen or not asked, and why not?",
    ),
    Catchphrase(
        "trauma_informed",
        "trauma-informed",
        (r"trauma (?:informed|responsive|aware|sensitive)",),
        "What had happened to this person, and what would somebody who knew it have done differently?",
    ),
    Catchphrase(
        "robust",
        "robust",
        (r"robust(?:ly|ness)?",),
        "What exactly would have to be in it, done by whom, for it to have protected this child?",
    ),
    Catchphrase(
        "strengthen",
        "strengthen",
        (r"strengthen(?:s|ed|ing)?",),
        "What will be different on an ordinary Tuesday, for whom, and how will anybody see that it is?",
    ),
    Catchphrase(
        "voice_of_the_child",
        "voice of the child",
        (
            rf"voices? of (?:the |a |an |this |our )?{_CHILD}",
            r"child(?:ren)?'?s'? voices?",
            r"young (?:person|people)'?s'? voices?",
        ),
        "What did this child say or show, to whom, and what was made of it? If nothing is known, who could have asked?",
    ),
    Catchphrase(
        "lived_experience",
        "lived experience",
        (r"lived experiences?",),
        "What was an ordinary day like for this child, from waking to sleeping?",
        "review, ch. 2",
    ),
    Catchphrase(
        "doing_well",
        "doing well",
        (r"doing (?:very |really |so )?well", r"progressing well"),
        "What was seen, by whom, on which day? Compared with what?",
    ),
    Catchphrase(
        "thriving",
        "thriving",
        (r"thriving",),
        "What was seen or measured that showed it? Who saw the child, and for how long?",
        not_after=("not ", "n't "),
    ),
    Catchphrase(
        "relaxed_and_at_ease",
        "relaxed and at ease",
        (
            r"relaxed and (?:at ease|comfortable|calm|happy)",
            r"appear(?:s|ed|ing)? (?:to be )?(?:relaxed|at ease)",
            r"seem(?:s|ed)? (?:to be )?(?:relaxed|at ease)",
            r"was (?:relaxed|at ease)",
            r"were (?:relaxed|at ease)",
        ),
        "What did the visitor see and hear that led to these words? What else could have explained it?",
    ),
    Catchphrase(
        "good_enough",
        "good enough",
        (r"good enough (?:parent\w*|care|home|mother\w*|standard)", r"good enough(?= for)"),
        "Good enough for whom, measured against what? Would it have been accepted for any other child?",
        "review, ch. 3",
    ),
    Catchphrase(
        "further_training",
        "further training",
        (
            *(
                rf"{more} (?:\w+ ){{0,2}}?training"
                for more in ("further", "more", "additional", "refresher", "extra", "updated")
            ),
            r"training (?:needs? to be|should be|must be|will be|to be) (?:provided|delivered|rolled out|offered|refreshed)",
        ),
        "What do people not know that training would teach? If they know it, what stops them from doing it?",
    ),
    Catchphrase(
        "raise_awareness",
        "raise awareness",
        (r"rais(?:e|es|ed|ing) (?:\w+(?:'s|s'|s)? ){0,3}?awareness", r"awareness raising", r"greater awareness"),
        "Who does not know what? What will they do differently once they do, and how will you find out?",
        "F6",
    ),
    Catchphrase(
        "reminded",
        "practitioners are reminded",
        (r"be(?:en|ing)? reminded", r"are reminded", r"were reminded", rf"remind(?:s|ed|ing)? {_PEOPLE}"),
        "They knew already. What got in the way, and is it still there?",
        "review, ch. 2",
    ),
    Catchphrase(
        "embed",
        "embedded in practice",
        (r"embed(?:s|ded|ding)?(?= (?:\w+ ){0,4}?(?:practice|culture|learning|across|within|in|into|the|this))",),
        "What would somebody see who looked six months from now? Who will look?",
        "review, ch. 2",
    ),
    Catchphrase(
        "golden_thread",
        "golden thread",
        (r"golden thread",),
        "Where exactly did it show, and what runs under all of those places?",
        "review, ch. 3 and 4",
    ),
    Catchphrase(
        "information_sharing",
        "lack of information sharing",
        (
            *(
                rf"{how} (?:\w+ ){{0,2}}?(?:information|data) sharing"
                for how in ("lack of", "poor", "better", "improved?", "effective", "failures? (?:of|in)", "gaps? in")
            ),
            r"golden rules?",
            r"silo(?:s|ed)? working",
            r"work(?:ed|ing)? in silos?",
        ),
        "Which piece of information, held by whom, would have changed what for whom? What stopped it: law, system, time, trust?",
        "review, ch. 2",
    ),
    Catchphrase(
        "communication",
        "breakdown in communication",
        (
            *(
                rf"{what} (?:in|of) (?:\w+ ){{0,2}}?communication"
                for what in ("break ?downs?", "failures?", "lack", "gaps?")
            ),
            r"poor communication",
            r"communication (?:failures?|breakdowns?|issues)",
        ),
        "Who needed to know what by when? How was it meant to reach them, and where did it stop?",
        "review, ch. 4, case study 2",
    ),
    Catchphrase(
        "hard_to_reach",
        "hard to reach",
        (
            r"hard to (?:reach|engage)",
            r"difficult to (?:reach|engage)",
            r"resistant famil(?:y|ies)",
            r"hostile famil(?:y|ies)",
        ),
        "What made the service hard to reach for them? What had happened when they came before?",
        "review, ch. 2",
    ),
    Catchphrase(
        "did_not_engage",
        "did not engage",
        (
            r"not engag(?:e|ed|ing)",
            r"didn't engage",
            r"fail(?:ed|ure|s|ing) to engage",
            r"refus(?:ed|al|es|ing) to engage",
            r"non engagement",
            r"disengag(?:ed|ement|ing)",
            r"lack of engagement",
            r"disguised compliance",
        ),
        "What was offered, when, where and by whom? What may have made it impossible, frightening or useless to them?",
        "review, ch. 2",
    ),
    Catchphrase(
        "missed_opportunity",
        "missed opportunity",
        (r"missed opportunit(?:y|ies)", r"opportunit(?:y|ies) (?:was|were) missed"),
        "Who would have had to do what? What did the day look like from where they stood?",
        "review, ch. 4",
    ),
    Catchphrase(
        "case_drift",
        "drift",
        (r"case drift", r"drift (?:and|or) delay", r"allowed to drift"),
        "Who was waiting for whom, from when to when? Who could have noticed, and what would have told them?",
        "review, ch. 2 and 3",
    ),
    Catchphrase(
        "management_oversight",
        "management oversight",
        (r"management oversight", r"managerial oversight", r"effective supervision"),
        "What was the manager shown, how much time was there, and what would they have had to see to decide otherwise?",
        "review, ch. 2",
    ),
    Catchphrase(
        "procedures_not_followed",
        "procedures were not followed",
        (
            *(
                rf"{rule} (?:\w+ ){{0,2}}?(?:not|never) (?:\w+ )?(?:followed|adhered to|applied|complied with)"
                for rule in _RULES
            ),
            rf"not (?:follow|adhere to|comply with) (?:\w+ ){{0,3}}?{_A_RULE}",
            rf"failed to (?:follow|adhere to|comply with) (?:\w+ ){{0,3}}?{_A_RULE}",
        ),
        "Did people know of it, could it be done in the time there was, and does it fit the work? What did they do instead?",
        "review, ch. 3",
    ),
    Catchphrase(
        "human_error",
        "human error",
        (
            r"human error",
            r"individual (?:error|failing|mistake|practice issue)s?",
            r"isolated (?:incident|error|case)",
            r"one off (?:incident|error|event)",
        ),
        "What made this slip easy to make, and what would have caught it? Could it happen to somebody else tomorrow?",
        "R4",
    ),
    Catchphrase(
        "tragic_accident",
        "tragic accident",
        (r"tragic (?:accident|event|incident|case)", r"could not have been (?:predicted|foreseen|prevented)"),
        "Which decisions came before it, and what lay behind each of them?",
        "R9",
    ),
    Catchphrase(
        "consideration_given",
        "consideration should be given",
        (
            r"consideration (?:should|could|needs to|must|to) be given",
            r"explore (?:this |it )?further",
            r"further exploration",
        ),
        "Who is to decide what, by when?",
        "review, ch. 3 and 4",
    ),
    Catchphrase(
        "timely",
        "timely",
        (r"timely", r"timeliness"),
        "How long did it take, how long should it have taken, and what filled the time between?",
        "review, ch. 2",
    ),
    Catchphrase(
        "lessons_learned",
        "lessons have been learned",
        (
            r"lessons (?:have been|has been|were|are|will be|to be|can be|must be) learn(?:ed|t)",
            r"lessons learn(?:ed|t)",
        ),
        "Which ones, by whom, and what do these people do differently now?",
        "review, ch. 5",
    ),
    Catchphrase(
        "troublesome",
        "troublesome",
        (
            r"troublesome",
            r"challenging (?:behaviour|young (?:person|people)|child)",
            r"streetwise",
            r"lifestyle choices?",
            r"putting (?:himself|herself|themsel\w+) at risk",
        ),
        "What had happened to this young person, and who asked? What might the behaviour have been telling?",
        "review, ch. 3",
    ),
    Catchphrase(
        "low_level",
        "low-level concerns",
        (r"low level (?:\w+ )?(?:concerns?|needs?|neglect|worries)", r"not me[et]t? (?:the )?thresholds?"),
        "Which concerns, how many, over how long? Who added them up, and what did the child live with meanwhile?",
        "review, ch. 4",
    ),
    Catchphrase(
        "promote_engagement",
        "promote",
        (
            r"promot(?:e|es|ed|ing) (?:\w+ ){0,2}?(?:engagement|awareness|understanding|use of|a culture)",
            r"further promotion",
        ),
        "How, by whom, until when? What would show that it had worked?",
        "F4",
    ),
    Catchphrase(
        "invisible",
        "invisible to services",
        (
            r"invisible to services",
            r"lost to services",
            r"hidden from services",
            r"slipp?(?:ed|ing) through (?:the )?(?:net|gaps?|cracks?)",
        ),
        "Who did see the child in those weeks? Who would have had to be told, and by what means?",
        "review, ch. 4",
    ),
    Catchphrase(
        "learning_culture",
        "learning culture",
        (
            r"learning culture",
            r"culture of (?:openness|learning|challenge|safeguarding)",
        ),
        "What happens now to somebody who says that they are worried or unsure? What should happen instead, and who starts?",
        "review, ch. 3",
    ),
    Catchphrase(
        "cultural_competence",
        "culturally competent",
        (r"cultural(?:ly)? (?:competen(?:t|ce|cy)|sensitiv(?:e|ity|ely)|awareness)",),
        "What of this family’s culture, faith or language mattered here? Who asked them, and what was made of the answer?",
        "A6",
    ),
)
