"""What reading one file may cost, and how a process is held to it."""

from dataclasses import dataclass

OPEN_FILES = 64


@dataclass(frozen=True)
class Limits:
    """What one file may cost: `seconds` of computing, `megabytes` of memory, pages, and seconds for recognising scans."""

    seconds: int = 30
    megabytes: int = 600
    most_pages: int = 200
    recognition_seconds: int = 120

    @property
    def waiting(self) -> int:
        """Seconds after which nobody waits for the process any longer."""
        return self.seconds + self.recognition_seconds


OF_AN_IMPORT = Limits()
"""A rapid review that somebody sends: short, and they are waiting."""
OF_A_BATCH = Limits(seconds=120, megabytes=800, most_pages=1_000, recognition_seconds=900)
"""An analyst's documents, up to whole inquiries."""


def hold_this_process_to(limits: Limits) -> None:
    """Limit time, memory and open files of this process; no file may be written. Windows has no such limits."""
    try:
        import resource
    except ImportError:
        return
    memory = limits.megabytes * 1024 * 1024
    for what, most, last in (
        (resource.RLIMIT_CPU, limits.seconds, limits.seconds + 1),
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_NOFILE, OPEN_FILES, OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        _, hard = resource.getrlimit(what)
        known = hard != resource.RLIM_INFINITY
        resource.setrlimit(what, (min(most, hard), min(last, hard)) if known else (most, last))
