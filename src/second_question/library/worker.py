"""What becomes of a file of the library: a reading process says what is in it, and another process makes an entry of that."""

from dataclasses import dataclass
from pathlib import Path

from second_question.documents import CannotRead
from second_question.documents.answers import Answer, document_in
from second_question.documents.batches import ReadingProcess
from second_question.library.entry import Entry, digest_of
from second_question.library.records import is_table_of_records, records_in


@dataclass(frozen=True)
class Read:
    """What a file holds, the sentence that says why nothing was read, or that it is in the store already."""

    place: str
    digest: str = ""
    entries: tuple[Entry, ...] = ()
    problem: str = ""
    there: bool = False


@dataclass(frozen=True)
class Answered:
    """What a reading process says of a file."""

    place: str
    digest: str
    answer: Answer


def begin() -> None:
    """Get ready: called once in each process that makes entries."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asked ends this one


def ask(file: Path, process: ReadingProcess) -> Read | Answered:
    """What is in a table of records, or what the process says of any other file."""
    try:
        data = file.read_bytes()
        digest = digest_of(data)
        if is_table_of_records(str(file), data):
            return Read(str(file), digest, tuple(records_in(data)))
        return Answered(str(file), digest, process.answer(data, file.name))
    except OSError as error:
        return not_there(file, error)
    except CannotRead as reason:
        return Read(str(file), problem=f"{file}: {reason}")


def made_of(answered: Answered) -> Read:
    """What is in a file of which a process has said something."""
    from second_question.library.reading import entry_of

    try:
        document = document_in(*answered.answer)
    except CannotRead as reason:
        return Read(answered.place, problem=f"{answered.place}: {reason}")
    entry = entry_of(document, answered.digest, Path(answered.place).stem)
    return Read(answered.place, answered.digest, (entry,))


def not_there(file: Path, error: OSError) -> Read:
    """The sentence on a file that cannot be opened."""
    return Read(str(file), problem=f"{file}: {error.strerror}. Check the name of the file.")
