"""The errors of the project and the exit codes bound to them.

::

    AgendaError                      any error that this package raises on purpose
    ├── UsageError                   usage                  2   the call itself is wrong
    │   └── LexiconError             usage.lexicon          2   the user's own word lists are not complete
    ├── InputError                   input                      the paper cannot be read; never raised itself
    │   ├── NotFound                 input.not_found        3   no such file
    │   ├── Unreadable               input.unreadable       3   a directory, no permission, a failing disk
    │   ├── NotAPdf                  input.not_a_pdf        4   empty, or another format
    │   ├── Encrypted                input.encrypted        5   needs a password that is not the empty one
    │   ├── Damaged                  input.damaged          6   a PDF that no engine can open, or one without pages
    │   ├── NoTextLayer              input.no_text_layer    7   a scan, or text that stands for nothing readable
    │   ├── LimitExceeded            input.limit_exceeded   8   larger or longer than the limits allow
    │   │   ├── TimeExceeded         limit.time             8   the process that read it took too long
    │   │   └── MemoryExceeded       limit.memory           8   the process that read it needs too much memory
    │   ├── Crashed                  worker.crashed         6   the process that read it crashed
    │   ├── NoPapers                 input.none            11   nothing to be read where papers were looked for
    │   └── InvalidAgenda            input.invalid         13   JSON that is no agenda of the output contract
    ├── OutputError                  output                 9   the result could not be written
    │   └── DiskFull                 output.full           12   no room for it
    ├── DatabaseError                store.failed          14   the database refused what was asked of it
    │   ├── DatabaseUnreachable      store.unreachable     14   no server, no file, no permission
    │   ├── DatabaseNewer            store.newer           14   written by a later version of this program
    │   └── DatabaseForeign          store.foreign         14   no database, or one of another program
    ├── MissingExtra                 missing_extra         15   an optional library is not installed
    ├── SystemRefused                system                71   the system gives no more processes or open files
    └── InternalError                internal              70   a fault of this program

The code strings and the numbers are a stable interface: scripts may rely on them, new ones are added, none is changed.
Exit code 1 is never used on purpose because it is what Python itself returns for an uncaught exception.
"""

from __future__ import annotations

import errno
from enum import IntEnum
from typing import Any, ClassVar

from extractor.naming import decoded, masked

__all__ = [
    "AgendaError",
    "Crashed",
    "Damaged",
    "DatabaseError",
    "DatabaseForeign",
    "DatabaseNewer",
    "DatabaseUnreachable",
    "DiskFull",
    "Encrypted",
    "ExitCode",
    "InputError",
    "InternalError",
    "InvalidAgenda",
    "LexiconError",
    "LimitExceeded",
    "MemoryExceeded",
    "MissingExtra",
    "NoPapers",
    "NoTextLayer",
    "NotAPdf",
    "NotFound",
    "OutputError",
    "SystemRefused",
    "TimeExceeded",
    "Unreadable",
    "UsageError",
    "write_error",
]


class ExitCode(IntEnum):
    """What the command ``un-agenda`` returns to the shell."""

    DONE = 0
    USAGE = 2
    UNREADABLE = 3
    NOT_A_PDF = 4
    ENCRYPTED = 5
    DAMAGED = 6
    NO_TEXT_LAYER = 7
    LIMIT_EXCEEDED = 8
    OUTPUT = 9
    SOME_FAILED = 10  # no error of its own: each paper that failed has its line
    NONE_FOUND = 11
    DISK_FULL = 12
    INVALID = 13
    DATABASE = 14
    MISSING_EXTRA = 15
    INTERNAL = 70  # EX_SOFTWARE of sysexits.h
    SYSTEM = 71  # EX_OSERR of sysexits.h
    INTERRUPTED = 130  # 128 + SIGINT, the shell's own convention
    BROKEN_PIPE = 141  # 128 + SIGPIPE


class AgendaError(Exception):
    """Base of all errors; a message of one line that says where, what, and what to do next.

    Args:
        what: what is wrong, in words, without the file's name; the class's own sentence when left out.
        where: the file, page or option concerned. May be set later by a caller that knows it (``error.where = path``).
        hint: what to do next; the class's own advice when left out.
    """

    code: ClassVar[str] = "error"
    exit_code: ClassVar[ExitCode] = ExitCode.INTERNAL
    default_what: ClassVar[str] = "something went wrong"
    default_hint: ClassVar[str] = ""

    def __init__(self, what: str | None = None, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(what)
        self.what = what or self.default_what
        self.where = where
        self.hint = self.default_hint if hint is None else hint

    def __str__(self) -> str:
        message = f"{self.where}: {self.what}" if self.where else self.what
        if self.hint:
            message = f"{message.rstrip('.')}. {self.hint}"
        return one_line(masked(message))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        # Errors cross process boundaries when many papers are read at once; keyword arguments are lost by default.
        return _rebuild, (type(self), self.what, self.where, self.hint)


class UsageError(AgendaError):
    """The call is wrong: an option, an argument or their combination."""

    code = "usage"
    exit_code = ExitCode.USAGE
    default_what = "the call is wrong"
    default_hint = "See 'un-agenda --help'."


class LexiconError(UsageError, KeyError):
    """A language, table or word list that the lexicon does not have: the package's own are complete."""

    code = "usage.lexicon"
    default_what = "the word lists are not complete"
    default_hint = "Correct the files in the folder that UN_AGENDA_LEXICON names."


class InputError(AgendaError):
    """The paper given cannot be read. Base class, not raised itself."""

    code = "input"
    exit_code = ExitCode.UNREADABLE
    default_what = "the input cannot be read"


class NotFound(InputError):
    """There is no such file."""

    code = "input.not_found"
    default_what = "no such file"
    default_hint = "Check the path."


class Unreadable(InputError):
    """The file is there but its bytes cannot be had: a directory, no permission, a failing disk."""

    code = "input.unreadable"
    default_what = "the file cannot be read"
    default_hint = "Give a regular file that you may read."


class NotAPdf(InputError):
    """The bytes are not those of a PDF."""

    code = "input.not_a_pdf"
    exit_code = ExitCode.NOT_A_PDF
    default_what = "not a PDF"
    default_hint = "Give the PDF of the paper; a web page or word-processor file must be converted first."


class Encrypted(InputError):
    """The PDF needs a password (one whose user password is empty opens without asking)."""

    code = "input.encrypted"
    exit_code = ExitCode.ENCRYPTED
    default_what = "the PDF is encrypted and needs a password"
    default_hint = "Give it with 'extract --password-file', or remove it with 'qpdf --decrypt --password=... IN OUT'."

    @classmethod
    def locked(cls, password: str | None) -> Encrypted:
        """The error of a PDF that does not open with this password; None or an empty one was not given."""
        return cls("the PDF is encrypted, and the password that was given does not open it" if password else None)


class Damaged(InputError):
    """The PDF is broken beyond what the engines can repair, or has no pages."""

    code = "input.damaged"
    exit_code = ExitCode.DAMAGED
    default_what = "the PDF is damaged beyond reading"
    default_hint = "Fetch the file again, or try to repair it with 'qpdf IN OUT'."


class NoTextLayer(InputError):
    """No page has text that can be read: a scan without recognised text, or a text layer of garbage."""

    code = "input.no_text_layer"
    exit_code = ExitCode.NO_TEXT_LAYER
    default_what = "the PDF has no readable text layer"
    default_hint = "Recognise the text first, for example with 'ocrmypdf IN OUT'."


class LimitExceeded(InputError):
    """The paper is larger, or takes longer, than the limits allow."""

    code = "input.limit_exceeded"
    exit_code = ExitCode.LIMIT_EXCEEDED
    default_what = "the paper exceeds the limits"
    default_hint = "Read it in parts with --pages, or raise the limit."


class TimeExceeded(LimitExceeded):
    """The paper took longer than the time it was given, and the process that read it was ended."""

    code = "limit.time"
    default_what = "it took too long"
    default_hint = "Raise --timeout, or read the paper in parts with --pages."


class MemoryExceeded(LimitExceeded):
    """The paper asked for more memory than it was given; a PDF engine may have given up for want of it."""

    code = "limit.memory"
    default_what = "it needs too much memory"
    default_hint = "Raise --memory, or read the paper in parts with --pages."


class Crashed(InputError):
    """The process that read the paper crashed, most likely inside a PDF engine."""

    code = "worker.crashed"
    exit_code = ExitCode.DAMAGED
    default_what = "the PDF engine crashed"
    default_hint = "Try --reader pdfplumber, or repair the paper with 'qpdf IN OUT'."


class NoPapers(InputError):
    """Folders, patterns or lists that hold no paper."""

    code = "input.none"
    exit_code = ExitCode.NONE_FOUND
    default_what = "no paper was found"
    default_hint = "Give PDF files, folders that hold some, patterns or lists of paths."


class InvalidAgenda(InputError):
    """JSON that is not what this program writes: broken, against the contract, or of another major version."""

    code = "input.invalid"
    exit_code = ExitCode.INVALID
    default_what = "the JSON is not a valid agenda"
    default_hint = "'un-agenda validate' lists all that is wrong."


class OutputError(AgendaError):
    """The result could not be written where it was asked for."""

    code = "output"
    exit_code = ExitCode.OUTPUT
    default_what = "the output cannot be written"
    default_hint = "Check that the folder exists, may be written to and has room."


class DiskFull(OutputError):
    """There is no room for the output, on the disk or in the user's quota."""

    code = "output.full"
    exit_code = ExitCode.DISK_FULL
    default_what = "the disk is full"
    default_hint = "Make room and run the same command again."


def write_error(error: OSError, where: str | None = None, hint: str | None = None) -> OutputError:
    """The error of this package for one of the system's that came while writing.

    ``hint`` says what to do when it is not for want of room; the class's own advice when left out.
    """
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(where=where)
    return OutputError(f"writing failed ({error.strerror or error})", where=where, hint=hint)


class DatabaseError(AgendaError):
    """The database refused what was asked of it: no room, a lock that stays, a broken file."""

    code = "store.failed"
    exit_code = ExitCode.DATABASE
    default_what = "the database failed"
    default_hint = "What was loaded before is kept; load again when the cause is gone."


class DatabaseUnreachable(DatabaseError):
    """The database cannot be opened: no server answers, no such file, no permission."""

    code = "store.unreachable"
    default_what = "the database cannot be opened"
    default_hint = "Check the address, the name and the password, and that the server runs."


class DatabaseNewer(DatabaseError):
    """The database was written by a later version of this program."""

    code = "store.newer"
    default_what = "the database is of a later version of un-agenda"
    default_hint = "Update un-agenda, or load into a new database."


class DatabaseForeign(DatabaseError):
    """The file is no database, or its tables are those of another program."""

    code = "store.foreign"
    default_what = "it is not an un-agenda database"
    default_hint = "Give the database that 'un-agenda load' has written, or a new one."


class MissingExtra(AgendaError):
    """What is asked for needs a library that is an optional part of the distribution."""

    code = "missing_extra"
    exit_code = ExitCode.MISSING_EXTRA
    default_what = "an optional library is not installed"


class SystemRefused(AgendaError):
    """The system refuses what the work needs: processes, open files, memory for its own affairs."""

    code = "system"
    exit_code = ExitCode.SYSTEM
    default_what = "the system refuses what the work needs"
    default_hint = "Allow more processes and open files ('ulimit -u', 'ulimit -n'), or give fewer --workers."


class InternalError(AgendaError):
    """A fault of this program, not of the paper."""

    code = "internal"
    exit_code = ExitCode.INTERNAL
    default_what = "internal error"
    default_hint = "Please report it, with the file and the output of the same command with --debug."


def _rebuild(kind: type[AgendaError], what: str, where: str | None, hint: str) -> AgendaError:
    return kind(what, where=where, hint=hint)


def one_line(text: str) -> str:
    """``text`` on one line, safe to print: a file's name may hold line breaks, terminal escapes and other bytes."""
    if text.isprintable():
        return text
    text = decoded(text)
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)
