"""Every kind of background work: which function does it, how often it is tried, and who may start it.

The function is named by its dotted path, because it may live in an app above this one. It is called with the job and a
`Progress`, and gives what the job's page shows as the result: a dictionary, of which `message` is a sentence and `page` an
address to go on to. It must be safe to call again: a worker may die at any point.
"""

from dataclasses import dataclass

from second_question.rules.access import Permission


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of work. No permission means that only the system itself starts it."""

    id: str
    function: str
    about: str
    attempts: int = 3
    permissions: tuple[Permission, ...] = ()


KINDS = (
    Kind(
        id="register.preview",
        function="second_question_web.incidents.register.jobs.preview",
        about="Looks through a file of notifications and says what would come into the register",
        permissions=(Permission.REGISTER_IMPORT,),
    ),
    Kind(
        id="register.import",
        function="second_question_web.incidents.register.jobs.bring_in",
        about="Brings the notifications of a file into the register",
        permissions=(Permission.REGISTER_IMPORT,),
    ),
    Kind(
        id="register.forget_files",
        function="second_question_web.incidents.register.jobs.forget_files",
        about="Deletes the files of imports that are a month old",
    ),
    Kind(
        id="rapid_review.read_file",
        function="second_question_web.rapid_reviews.importing.jobs.read_file",
        about="Reads the file of a rapid review that exists already, so that somebody can look through it",
        permissions=(Permission.RAPID_REVIEW_WRITE,),
    ),
    Kind(
        id="library.read_file",
        function="second_question_web.library.depositing.jobs.read_file",
        about="Reads a document that was given to the library, so that somebody can check its facts",
        permissions=(Permission.LIBRARY_DEPOSIT,),
    ),
    Kind(
        id="library.redact",
        function="second_question_web.library.depositing.jobs.redact",
        about="Makes a copy of a document without what names the area, so that somebody can check it",
        permissions=(Permission.LIBRARY_DEPOSIT,),
    ),
    Kind(
        id="library.rebuild",
        function="second_question_web.library.rebuilding.rebuild",
        about="Makes the index of the library anew",
    ),
    Kind(
        id="library.meaning",
        function="second_question_web.library.rebuilding.add_meaning",
        about="Adds to the library what its new passages mean, for searches in other words",
    ),
    Kind(
        id="files.scan",
        function="second_question_web.files.scanning.scan_job",
        about="Looks for malware in a file that was given to the system",
        permissions=(Permission.NOTIFICATION_WRITE, Permission.REGISTER_IMPORT, Permission.LIBRARY_DEPOSIT),
    ),
    Kind(
        id="home.alerts",
        function="second_question_web.home.alerts.send_alerts",
        about="Writes to people about dates that are near or have passed",
    ),
    Kind(
        id="library.alerts",
        function="second_question_web.library.alerts.sending.send_alerts",
        about="Writes to people about what is new in the searches of the library that they saved",
    ),
    Kind(
        id="summaries.remind",
        function="second_question_web.rapid_reviews.summaries.jobs.remind_daily",
        about="Reminds agencies of the summaries and signatures that they owe",
    ),
    Kind(
        id="trail.check",
        function="second_question_web.trail.nightly.check_chain",
        about="Checks that no row of the trail was changed or taken away",
    ),
    Kind(
        id="jobs.tidy",
        function="second_question_web.jobs.tidying.tidy",
        about="Forgets queue entries that nobody needs any more",
    ),
)

_BY_ID = {kind.id: kind for kind in KINDS}


def kind(kind_id: str) -> Kind:
    """The kind of that id.

    Raises:
        KeyError: there is no such kind.
    """
    return _BY_ID[kind_id]
