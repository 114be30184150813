"""What a process does that reads files for the library: text, facts, passages, themes. It keeps one reading process at hand."""

from pathlib import Path

from second_question.documents import CannotRead
from second_question.documents.batches import ReadingProcess
from second_question.library.adding import Read
from second_question.library.entry import digest_of
from second_question.library.records import is_table_of_records, records_in

_process: list[ReadingProcess] = []


def begin() -> None:
    """Get ready: called once in each process."""
    import signal
    from multiprocessing.util import Finalize

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asked ends this one
    Finalize(None, end, exitpriority=0)


def end() -> None:
    """End the reading process, if there is one."""
    while _process:
        _process.pop().close()


def read_file(file: str) -> Read:
    """What is in a file, or the sentence that says why nothing is."""
    try:
        data = Path(file).read_bytes()
        if is_table_of_records(file, data):
            return Read(file, digest_of(data), tuple(records_in(data)))
        if not _process:
            _process.append(ReadingProcess())
        document = _process[0].read(data, Path(file).name)
    except OSError as error:
        return Read(file, problem=f"{file}: {error.strerror}. Check the name of the file.")
    except CannotRead as reason:
        return Read(file, problem=f"{file}: {reason}")
    from second_question.library.reading import entry_of

    digest = digest_of(data)
    return Read(file, digest, (entry_of(document, digest, Path(file).stem),))
