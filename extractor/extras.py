"""Optional libraries: loaded when first needed, and a clear error where they are missing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from extractor.errors import MissingExtra

__all__ = ["load_extra"]


def load_extra(module: str, extra: str) -> ModuleType:
    """The module ``module``, which the extra ``extra`` of the distribution installs.

    Raises:
        MissingExtra: it is not installed; the message says how to install it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != module.partition(".")[0]:
            raise
        raise MissingExtra(
            f"the library {module.partition('.')[0]!r} is not installed",
            hint=f"Install it with: pip install 'un-agenda-extractor[{extra}]'.",
        ) from None
