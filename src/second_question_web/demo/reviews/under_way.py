"""Reviews that are being written: summaries coming in, one across two areas, one that is late, one brought in from Word."""

from second_question_web.demo.reviews.acts import (
    Add,
    Ask,
    Begin,
    BringIn,
    Invite,
    KnowNothing,
    Meet,
    Remark,
    Return,
    ReviewStory,
    Write,
)

HEALTH, HOSPITAL, SCHOOL = "Wessenmere Community Health", "Wessenmere Hospitals NHS Trust", "Alder Lane Academy"
SURGERY, HOUSING, ABUSE_SERVICE = "Harbour Street Surgery", "Wessenmere Homes", "Safe Harbour Domestic Abuse Service"

ASTER = ReviewStory(
    "wessenmere",
    9,
    (
        Ask(
            after=1,
            agencies={
                HEALTH: "Imogen Carrow",
                HOSPITAL: "Leila Frost",
                SCHOOL: "Colm Addy",
                SURGERY: "Dr Anselm Roke",
                HOUSING: "Curtis Vale",
                ABUSE_SERVICE: "Priya Lockhart",
            },
            due_after=5,
            note="The family moved in March; please look under both addresses.",
        ),
        KnowNothing(after=2, agency=HOUSING, words="Searched by name, date of birth and both addresses. Nothing."),
        Return(
            after=4,
            agency=HEALTH,
            signed_by="Imogen Carrow",
            answers={
                "involvement": (
                    "Aster's birth visit was booked twice and missed twice. Rowan was seen at two and a half; there "
                    "was nothing of note."
                ),
                "analysis": (
                    "A missed birth visit leads to a letter. The letter went to the address before the move. The "
                    "second time the visitor rang the bell of a locked front door. After two missed visits the "
                    "record turns green, because two attempts are the standard that we report on."
                ),
                "child_as_known": "We never met Aster.",
                "good_practice": "The clerk noticed that the telephone number belonged to a grandmother, and rang her.",
                "concerns": "A standard that counts attempts tells us that all is well.",
                "learning": "Count babies seen.",
            },
            episodes=(
                {
                    "title": "Two visits that did not take place",
                    "what_happened": "Both birth visits were missed, and the record turned green.",
                    "why": "The standard asks for two attempts.",
                    "why_again": "What is reported upwards is effort, because that is in our hands.",
                },
            ),
        ),
        Return(
            after=5,
            agency=HOSPITAL,
            answers={
                "involvement": "Aster was born here, and was brought to the emergency department eleven weeks later.",
                "analysis": (
                    "At birth the midwife asked about domestic abuse once, with the father in the room. She knew "
                    "that this is not how it is done; there was no second room."
                ),
                "good_practice": "The registrar listened to the grandmother apart from the parents.",
                "concerns": "Callum is in no record of ours but as “dad”.",
            },
        ),
        Begin(
            after=5,
            agency=ABUSE_SERVICE,
            answers={"involvement": "Morwenna rang our helpline once, in June. She did not leave her name at first."},
        ),
        Meet(
            after=9,
            called_after=2,
            purpose="Rapid review meeting",
            people=(
                ("Dana Whitlock", "Director of children's services", "Wessenmere Council", "decides", ""),
                ("Sam Pritchard", "Detective superintendent", "Wessen Valley Police", "decides", ""),
                ("Joan Achebe", "Chief nurse", "NHS Wessenmere Integrated Care Board", "decides", ""),
            ),
            agenda=(
                "1. Aster, Rowan and Wren: what we know of their days\n2. The summaries\n3. Why, and why again\n4. "
                "What has to be done at once"
            ),
        ),
        Write(
            after=5,
            section="child_safety",
            place=1,
            answers={
                "safe_now": True,
                "safety_arrangements": "In hospital. Contact with the parents is supervised by ward staff.",
            },
        ),
        Write(
            after=5,
            section="background",
            answers={
                "context_before": (
                    "The parents moved in together in March. The mother was relaxed and at ease at appointments. "
                    "Professionals could have shown more professional curiosity about the father."
                ),
                "earlier_involvement": (
                    "Police attended a disturbance five weeks before. No child was recorded as present."
                ),
            },
        ),
        Add(
            after=6,
            kind="episode",
            records=(
                {
                    "title": "The disturbance five weeks before",
                    "on": -35,
                    "what_happened": (
                        "Officers spoke to the neighbours and to Callum at the door. Nobody went in. No child was "
                        "recorded."
                    ),
                },
            ),
        ),
        Add(
            after=6,
            kind="moment",
            records=(
                {
                    "title": "Asked about abuse with him in the room",
                    "on": -77,
                    "stage": "identification",
                    "lens": "practice",
                    "time": "recent",
                    "direction": "harm",
                    "what_happened": "The question was asked once, with the father there.",
                    "why": "There was no second room.",
                },
                {
                    "title": "Grandmother is rung",
                    "on": -40,
                    "stage": "engagement",
                    "lens": "practice",
                    "time": "recent",
                    "direction": "protection",
                    "what_happened": "A clerk rang the number on file and reached the grandmother.",
                    "why": "She thought that a telephone number is a person.",
                },
                {
                    "title": "Police at the door",
                    "on": -35,
                    "stage": "identification",
                    "lens": "practice",
                    "time": "recent",
                    "direction": "harm",
                    "what_happened": "Nobody went in.",
                },
            ),
        ),
        Add(
            after=6,
            kind="immediate_action",
            records=(
                {
                    "what": "Child protection medical for Rowan and Wren",
                    "for_whom": "Rowan, Wren",
                    "owner": "Duty paediatrician",
                    "by_when": 0,
                    "done_on": 0,
                    "result": "No injury.",
                },
                {
                    "what": "Written agreement with the grandmother reviewed",
                    "for_whom": "Rowan, Wren",
                    "owner": "Social work team manager",
                    "by_when": 4,
                },
            ),
        ),
        Remark(
            after=6,
            section="background",
            by="Chidi",
            text="“Relaxed and at ease”: who says so, and when did they see her?",
        ),
    ),
)

KIT = ReviewStory(
    "norvale",
    13,
    (
        Invite(
            after=1,
            place="wessenmere",
            reason="Kit lived in Wessenmere until he was nine; its schools and health service knew him.",
        ),
        Ask(
            after=1,
            agencies={"Fellside Fostering": "Registered manager", "St Bede's Fold School": "Head of year"},
            due_after=7,
        ),
        Return(
            after=5,
            agency="St Bede's Fold School",
            signed_by="Owen Tarrant",
            answers={
                "involvement": "Kit joined us fourteen months ago. He told his form teacher of the burn.",
                "analysis": (
                    "Two bruises were written down by two teachers in two places. Each had an explanation that "
                    "fitted. The safeguarding lead saw the first; the second was filed as a sports injury, since he "
                    "plays football."
                ),
                "child_as_known": (
                    "Kit talks most when something is being mended. He told of the burn while they were gluing a chair."
                ),
                "good_practice": "His teacher went on gluing, and listened.",
            },
        ),
        Write(
            after=6,
            section="child_safety",
            place=1,
            answers={
                "safe_now": True,
                "safety_arrangements": (
                    "Moved on the same day to carers whom he knows from respite. His social worker of three years "
                    "stays with him."
                ),
            },
        ),
    ),
)

SABLE = ReviewStory("wessenmere", 15, (BringIn(after=6),))

OTIS = ReviewStory(
    "eastmarsh",
    36,
    (
        Ask(
            after=4,
            agencies={"Lockside School": "Deputy head", "Marsh Community and Mental Health NHS Trust": "Named nurse"},
            due_after=12,
        ),
        Return(
            after=16,
            agency="Lockside School",
            signed_by="Hanne Brook",
            answers={
                "involvement": "On our roll since year 7; forty days of absence this year.",
                "analysis": (
                    "Absence was treated as truancy, with letters and then a fine. Nobody asked what was at home "
                    "that he could not leave."
                ),
            },
        ),
        Write(
            after=18,
            section="background",
            answers={"context_before": "Otis cared for his father, who drank, and for a younger sister."},
        ),
    ),
)
