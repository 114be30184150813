"""When an answer to an item of a checklist is yes, partly or no: what the software applies, and a reader should too. Pure data.

Where an item is not here, its words say enough. No answer is better than another (A3).
"""

GRADES: dict[str, str] = {
    "RR01": "Yes: three kinds of agencies or more are named as involved. Partly: two. No: none or one.",
    "RR02": (
        "Yes: nearly all who took part have name, post and organisation. Partly: some have, or only names, "
        "initials or posts are given. No: services alone."
    ),
    "RR03": (
        "Yes: name, age or birth, and two more details. Partly: some of these, or a letter for the name. No: none."
    ),
    "RR04": "Yes: a group is given for the child. No: it is not; “not recorded” and a language are none.",
    "RR05": (
        "Yes: a group is given for both parents or the family. Partly: for one of them. No: for none; a language "
        "is none."
    ),
    "RR06": "Yes: two kinds of relatives or more, and who they are. Partly: they are only mentioned. No: nobody is.",
    "RR07": (
        "Yes: what was done for the child and every brother and sister. Partly: some of it is still to be "
        "confirmed or done, or siblings are passed over. No: nothing."
    ),
    "RR09": "Yes: fewer than eight dated entries in a row. Partly: eight to thirteen. No: fourteen or more.",
    "RR11": (
        "Yes: reasons and questions why run through what is judged, eight or more. Partly: a few, in a short "
        "review. No: hardly any."
    ),
    "RR12": (
        "Yes: four statements of what the child does, likes, says or fears, or three with the child's own words. "
        "Partly: two. No: fewer; that the voice was not captured is none."
    ),
    "RR13": (
        "Yes: several sentences on what the men were for the child and how they were met. Partly: two. No: only "
        "that there is one."
    ),
    "RR14": "Yes: two statements of what it meant here. Partly: named, or left for later. No: nothing, or “none”.",
    "RR15": (
        "Yes: says whether the criteria are met, or whether there will be a local review. Partly: hedged, "
        "proposed, or the criteria settled and the decision left open. No: no decision."
    ),
    "RR16": (
        "Yes: two reasons from the case, or one for each criterion. Partly: less, or reasons where nothing is "
        "decided. No: none; “as above” is none."
    ),
    "RR18": (
        "Yes: two statements of what was learned or changed at once. Partly: one, mere headings, or actions "
        "alone. No: nothing."
    ),
    "RR19": (
        "Yes: by which means, to whom, and by whom or when. Partly: some of that. No: nothing; to remind staff or "
        "find training is nothing."
    ),
    "RR20": (
        "Yes: two questions for a review; or, without one, what is still open or why nothing is. Partly: one "
        "question, or only that nothing new is expected. No: nothing."
    ),
    "RR21": (
        "Yes: an earlier review and what became of its learning. Partly: only mentioned, or looked for in vain. "
        "No: nothing; “N/A” is nothing."
    ),
    "RR22": "Yes: 6 to 16 pages. Partly: 4, 5, or 17 to 20. No: any other number.",
    "RR23": "Yes: none. Partly: fewer than 150 words of it. No: more.",
    "RR24": "Yes: none without what it stands for. Partly: up to three. No: four or more.",
    "LR01": (
        "Yes: a summary of the review in a part of its own, by any name. Partly: at the front, of the case alone, "
        "or a few words. No: neither."
    ),
    "LR02": (
        "Yes: why there is a review, and the questions, aims or lines of enquiry that it set out with. Partly: "
        "one of the two. No: neither."
    ),
    "LR03": (
        "Yes: a method is named, or told in at least four ways of finding out. Partly: only some of what was read "
        "or whom it met. No: nothing of either."
    ),
    "LR04": (
        "Yes: who led or wrote it by name, and how that person is independent. Partly: one of the two. No: neither."
    ),
    "LR05": (
        "Yes: circumstances told concisely. Partly: they take up much of the report, or a chronology begins. No: "
        "a run of fourteen dated entries or more."
    ),
    "LR06": (
        "Yes: what the child said, did, liked or showed, in a part of its own or again and again. Partly: a "
        "little of it. No: nothing."
    ),
    "LR07": (
        "Yes: what the family said in detail, from more than one adult. Partly: a little, or one voice. No: nothing."
    ),
    "LR08": ("Yes: views are there, or it says why they are not. No: neither views nor a reason."),
    "LR09": (
        "Yes: those who worked with the family met together, or one by one with the reviewer. Partly: only "
        "through their own agencies’ reports. No: not at all."
    ),
    "LR10": (
        "Yes: reasons throughout, reaching the system around people. Partly: some reasons. No: what was and was "
        "not done."
    ),
    "LR11": (
        "Yes: others were looked at or counted, and it says what was found. Partly: said in passing, or a figure "
        "with nothing made of it. No: the one case."
    ),
    "LR12": (
        "Yes: what part leaders had is told, and more than once or with something asked of them. Partly: one or "
        "the other. No: neither; a board that publishes, regrets or monitors does not count."
    ),
    "LR13": (
        "Yes: what they meant here is weighed, in two statements or a part of its own. Partly: given, or said to "
        "be unexplored. No: nothing, or that there were no issues."
    ),
    "LR15": (
        "Yes: learning is set out as such, in another place than recommendations. Partly: learning and "
        "recommendations are mixed, or only one of them is set out. No: no learning is set out."
    ),
    "LR16": (
        "Yes: all recommendations say it. Partly: some do. No: none does. What an action plan elsewhere says is "
        "not counted."
    ),
    "LR17": (
        "Yes: all recommendations say it. Partly: some do. No: none does. That something be improved, ensured or "
        "strengthened is no way to bring it about."
    ),
    "LR18": ("Yes: all recommendations say it. Partly: some do. No: none does."),
    "LR19": (
        "Yes: all recommendations say it. Partly: some do. No: none does. To monitor is not to measure; an audit "
        "that is itself what is asked for is none of itself."
    ),
    "LR21": (
        "Yes: a table or part that says who does what by when. Partly: one is spoken of, or shows only what was "
        "done. No: neither."
    ),
    "LR23": (
        "Yes: nothing points to the family. Partly: a named school, an exact day, or intimate matters. No: names, "
        "numbers or addresses, or both a school and exact days."
    ),
    "LR24": ("Yes: none without what it stands for. Partly: up to three. No: four or more."),
    "LR25": (
        "Yes: within six months of the decision, or later with a reason. No: later without one. Not clear: the "
        "dates are not told."
    ),
}
