"""When an answer to an item of a checklist is yes, partly or no: what the software applies, and a reader should too. Pure data.

Where an item is not here, its words say enough. No answer is better than another (A3).
"""

GRADES: dict[str, str] = {
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
