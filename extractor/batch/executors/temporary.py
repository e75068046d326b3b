"""The folder of the socket through which workers are forked.

``multiprocessing`` removes it at the end of the process, but nobody does when the process is killed. So it lies in a
folder that is locked as long as the process lives, and the next batch removes those that nobody holds.
"""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

__all__ = ["prepare", "remove_left"]

_PREFIX = "un-agenda-"
#: Before this runs what removes the folder of multiprocessing itself (at -100).
_LAST = -200
#: Bytes of the path of the system's temporary folder: with what comes after it, that of a socket may have 103 on macOS
#: and 107 on Linux.
_LONGEST = 50


def prepare() -> None:
    """Let ``multiprocessing`` have its temporary folder inside one of ours, and remove those of killed processes.

    Where it has one already, or the system has no such locks or too long paths, all stays as it is.
    """
    try:
        import fcntl
    except ImportError:
        return
    from multiprocessing import util

    if len(os.fsencode(tempfile.gettempdir())) > _LONGEST:
        return
    remove_left()
    before = tempfile.tempdir
    try:
        folder = tempfile.mkdtemp(prefix=_PREFIX)
        held = os.open(folder, os.O_RDONLY)
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        tempfile.tempdir = folder
        util.get_temp_dir()
    except OSError:
        return  # another batch took it for left behind, or there is no room: it works without
    finally:
        tempfile.tempdir = before
    if os.listdir(folder):
        util.Finalize(None, _remove, args=(Path(folder),), exitpriority=_LAST)
    else:  # it had one before
        os.rmdir(folder)
        os.close(held)


def remove_left() -> None:
    """Remove the folders of processes that were killed: those of this user that nobody has locked."""
    try:
        import fcntl
    except ImportError:  # such a system has none of them
        return
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            try:
                if os.fstat(descriptor).st_uid == os.geteuid():
                    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    _remove(folder)
            finally:
                os.close(descriptor)


def _remove(folder: Path) -> None:
    """Remove a folder of ours: sockets go and empty folders, so that nothing else can, whatever it is called."""
    with suppress(OSError):
        for inner in folder.glob("pymp-*"):
            for path in inner.iterdir():
                if stat.S_ISSOCK(path.lstat().st_mode):
                    path.unlink()
            inner.rmdir()
        folder.rmdir()
