"""The one part of the graphics state that pdfminer passes over and a reader sees: how opaque filling is.

Text of no opacity is drawn and not seen (PDF 32000-1, 11.6.4.4). PDFium tells it with the colour of a text object.
"""

from __future__ import annotations

from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import Matrix

#: PDFium counts opacity in steps of 1/255: what is less than one step is none.
TRANSPARENT = 1 / 256


class _State(PDFGraphicState):
    opacity = 1.0

    def copy(self) -> PDFGraphicState:
        made = _State()
        made.__dict__.update(self.__dict__)
        return made


class Interpreter(PDFPageInterpreter):
    """Hands the device graphics states with an `opacity`, 0 to 1."""

    graphicstate: _State

    def init_state(self, ctm: Matrix) -> None:
        """Begin with a state that knows its opacity."""
        super().init_state(ctm)
        self.graphicstate = _State()

    def do_gs(self, name: object) -> None:
        """Set what the file has under that name in its ExtGState resources; what is no such state sets nothing."""
        states = resolve1((self.resources or {}).get("ExtGState"))
        state = resolve1(states.get(literal_name(name))) if isinstance(states, dict) else None
        opacity = resolve1(state.get("ca")) if isinstance(state, dict) else None
        if isinstance(opacity, int | float):
            self.graphicstate.opacity = float(opacity)
