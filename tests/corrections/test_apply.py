"""Corrections applied to a result: each whole or not at all, with all that follows from them, and nothing lost."""

from __future__ import annotations

from typing import Any

import pytest

from extractor import Agenda
from extractor.corrections.apply import Outcome, correct
from extractor.corrections.model import Entry
from extractor.model import Diagnostic
from extractor.model.check import breaches
from extractor.structure.checks import check
from tests.corrections.conftest import corrections, entry, replace

TITLE = "Tracing of virtual assets: practical experience of financial intelligence units and prosecutors"


def done(read: Agenda, *entries: Entry) -> Agenda:
    """The corrected result, which keeps the contract; every entry was applied."""
    outcome = tried(read, *entries)
    assert outcome.conflicts == []
    return outcome.agenda


def tried(read: Agenda, *entries: Entry) -> Outcome:
    before = read.to_json()
    outcome = correct(read, corrections(read, *entries))
    assert read.to_json() == before, "the given result stays as it is"
    assert list(breaches(outcome.agenda.to_json().encode())) == []
    return outcome


def item(agenda: Agenda, *path: int) -> Any:
    found: Any = agenda
    for at in path:
        found = found.items[at]
    return found


def test_a_value_is_replaced_and_the_result_says_so(read: Agenda) -> None:
    one = entry(replace("/items/1/title", TITLE, "Tracing"), reason="It ran on.")
    agenda = done(read, one)
    assert item(agenda, 1).title == "Tracing"
    (listed,) = agenda.corrected
    assert (listed.id, listed.action, listed.path, listed.reason) == (one.id, "edit", "items[1].title", "It ran on.")
    note = agenda.diagnostics[-1]
    assert (note.code, note.message) == ("corrections.applied", "1 correction by a person: items[1].title")
    assert agenda.source.review == "none"


def test_a_result_without_corrections_is_written_as_before(read: Agenda) -> None:
    assert '"corrected"' not in read.to_json()
    assert done(read).to_json() == read.to_json()
    assert '"corrected"' in done(read, entry(replace("/items/1/title", TITLE, "Tracing"))).to_json()


def test_an_old_value_that_stands_no_more_is_a_conflict(read: Agenda) -> None:
    good = entry(replace("/document/title", "Annotated provisional agenda", "Agenda"))
    outcome = tried(read, entry(replace("/items/1/title", "Something else", "Tracing")), good)
    (conflict,) = outcome.conflicts
    assert conflict.path == "items[1].title"
    assert 'the old value was "Something else", and now it is' in conflict.why
    assert item(outcome.agenda, 1).title == TITLE
    assert outcome.agenda.document.title == "Agenda", "the others are applied"
    note = outcome.agenda.diagnostics[-1]
    assert (note.code, note.severity, note.path) == ("corrections.conflict", "warning", "items[1].title")
    assert outcome.agenda.source.review == "look"


def test_an_entry_is_applied_whole_or_not_at_all(read: Agenda) -> None:
    outcome = tried(read, entry(replace("/items/1/title", TITLE, "Tracing"), replace("/items/99/title", "x", "y")))
    assert item(outcome.agenda, 1).title == TITLE
    assert len(outcome.conflicts) == 1
    assert outcome.agenda.corrected == []


@pytest.mark.parametrize(
    "operation",
    [
        replace("/document/date", "2031-02-03", "31 March"),
        replace("/document/kind", "annotated_agenda", "novel"),
        replace("/schedule/0/start", "10:00", "25:00"),
        replace("/documents/0/item", "2", "77"),
        replace("/blocks/0/id", 1, 5),
        replace("", None, {}),
        replace("items/1/title", TITLE, "x"),
        {"op": "remove", "path": "/document/title"},
        {"op": "remove", "path": "/blocks/3"},
        {"op": "add", "path": "/document/news", "value": 1},
        {"op": "add", "path": "/items/99", "value": {}},
        {"op": "add", "path": "/items/0", "value": {"title": "x"}},
        {"op": "add", "path": "/items/0", "value": None},
        {"op": "move", "path": "/items/0/items/0", "from": "/items/0"},
        {"op": "test", "path": "/items/1/title", "value": "no"},
        replace("/meetings/0/timezone", "Europe/Vienna", "Europe/Nowhere"),
        replace("/meetings/0/timezone", "Europe/Vienna", "../../etc/passwd"),
        replace("/items/1", None, 5) | {"op": "replace"},
    ],
    ids=str,
)
def test_what_would_break_the_contract_is_refused(read: Agenda, operation: dict[str, Any]) -> None:
    good = entry(replace("/document/title", "Annotated provisional agenda", "Agenda"))
    outcome = tried(read, entry(operation), good)
    assert [one.entry.patch[0].path for one in outcome.conflicts] == [operation["path"]]
    assert outcome.applied == [good]
    assert item(outcome.agenda, 1).title == TITLE


def test_applied_twice_is_applied_once(read: Agenda) -> None:
    entries = [
        entry(replace("/items/1/title", TITLE, "Tracing")),
        entry({"op": "remove", "path": "/schedule/0"}, action="remove"),
    ]
    once = done(read, *entries)
    again = correct(once, corrections(read, *entries))
    assert again.agenda.to_json() == once.to_json()
    assert (again.applied, len(again.known), again.conflicts) == ([], 2, [])


def test_a_value_that_stands_already_is_no_conflict(read: Agenda) -> None:
    outcome = tried(read, entry(replace("/items/1/title", "Of an earlier version", TITLE)))
    assert (outcome.applied, len(outcome.known), outcome.conflicts) == ([], 1, [])


def test_corrections_of_another_file_are_not_applied(read: Agenda) -> None:
    made = corrections(read, entry(replace("/items/1/title", TITLE, "Tracing")))
    outcome = correct(read, made.model_copy(update={"sha256": "0" * 64}))
    assert item(outcome.agenda, 1).title == TITLE
    assert outcome.agenda.diagnostics[-1].code == "corrections.other_file"
    assert outcome.agenda.source.review == "look"


def test_a_value_that_was_found_right_settles_its_diagnostics(read: Agenda) -> None:
    note = Diagnostic(code="agenda.title_broken", severity="error", message="?", page=1, path="items[1].title")
    source = read.source.model_copy(update={"review": "doubtful"})
    doubtful = read.model_copy(update={"source": source, "diagnostics": [*read.diagnostics, note]})
    settles = [{"code": note.code, "path": note.path}]
    looked = entry({"op": "test", "path": "/items/1/title", "value": TITLE}, action="accept", settles=settles)
    agenda = done(doubtful, looked)
    assert note.code not in {one.code for one in agenda.diagnostics}
    assert agenda.source.review == "none"
    assert agenda.corrected[0].action == "accept"


class TestFollow:
    """What follows from a correction elsewhere in the result."""

    def test_the_symbol_leads_the_symbols(self, read: Agenda) -> None:
        agenda = done(read, entry(replace("/document/symbol", "CAC/COSP/WG.2/2031/1", "CAC/COSP/WG.2/2031/9")))
        assert agenda.document.symbols == ["CAC/COSP/WG.2/2031/9"]
        agenda = done(read, entry(replace("/document/symbols", ["CAC/COSP/WG.2/2031/1"], ["X/1", "X/2"])))
        assert agenda.document.symbol == "X/1"
        agenda = done(read, entry(replace("/document/symbol", "CAC/COSP/WG.2/2031/1", None)))
        assert agenda.document.symbols == []

    def test_moments_follow_day_hour_and_zone(self, read: Agenda) -> None:
        agenda = done(
            read, entry(replace("/schedule/0/start", "10:00", "09:30"), replace("/schedule/0/end", "13:00", "00:30"))
        )
        row = agenda.schedule[0]
        assert row.starts_at
        assert row.starts_at.isoformat() == "2031-05-12T09:30:00+02:00"
        assert row.ends_at
        assert row.ends_at.isoformat() == "2031-05-13T00:30:00+02:00"
        row = done(read, entry(replace("/meetings/0/timezone", "Europe/Vienna", "Asia/Tokyo"))).schedule[0]
        assert row.starts_at
        assert row.starts_at.isoformat() == "2031-05-12T10:00:00+09:00"
        row = done(read, entry(replace("/schedule/0/date", "2031-05-12", None))).schedule[0]
        assert (row.starts_at, row.ends_at) == (None, None)

    def test_what_names_a_renumbered_item_names_it_by_its_new_number(self, read: Agenda) -> None:
        agenda = done(read, entry(replace("/items/0/number", "1", "9")))
        assert [one.number for one in item(agenda, 0).items] == ["9(a)", "9(b)"]
        had = {(block.id, block.item) for block in read.blocks if block.item in ("1", "1(a)", "1(b)")}
        assert had
        assert {(agenda.blocks[number - 1].item) for number, _ in had} == {
            old.replace("1", "9") for _, old in had if old
        }

    def test_an_annotation_and_its_block_are_one(self, read: Agenda) -> None:
        held = item(read, 0, 0).annotation[0]
        for path in ("/items/0/items/0/annotation/0/text", f"/blocks/{held.id - 1}/text"):
            agenda = done(read, entry(replace(path, held.text, "It opens at 10 a.m.")))
            assert item(agenda, 0, 0).annotation[0].text == agenda.blocks[held.id - 1].text == "It opens at 10 a.m."

    def test_what_a_changed_text_mentions_is_found_again_or_stands_nowhere(self, read: Agenda) -> None:
        reference = next(one for one in read.references if one.span and one.item)
        block = read.blocks[reference.block - 1]
        agenda = done(read, entry(replace(f"/blocks/{block.id - 1}/text", block.text, f"See {reference.text}.")))
        (same,) = [one for one in agenda.references if one.block == block.id]
        assert same.span == (4, 4 + len(reference.text))
        agenda = done(read, entry(replace(f"/blocks/{block.id - 1}/text", block.text, "Nothing.")))
        assert [one for one in agenda.references if one.block == block.id] == []
        assert len(agenda.references) == len(read.references)

    def test_a_block_that_becomes_an_annotation_stands_at_its_item(self, read: Agenda) -> None:
        at = next(at for at, one in enumerate(read.blocks) if one.role == "heading")
        block = read.blocks[at]
        agenda = done(
            read,
            entry(
                replace(f"/blocks/{at}/item", block.item, "3"), replace(f"/blocks/{at}/role", "heading", "annotation")
            ),
        )
        assert block.id in [one.id for one in item(agenda, 2).annotation]
        back = done(
            read,
            entry(
                replace(f"/blocks/{at}/item", block.item, "3"), replace(f"/blocks/{at}/role", "heading", "annotation")
            ),
            entry(replace(f"/blocks/{at}/item", "3", "2")),
            entry(replace(f"/blocks/{at}/role", "annotation", "furniture")),
        )
        assert block.id not in [one.id for one in (*item(back, 1).annotation, *item(back, 2).annotation)]

    def test_a_listed_document_is_the_same_at_its_item(self, read: Agenda) -> None:
        document = read.documents[0]
        agenda = done(read, entry(replace("/documents/0/title", document.title, "Paper on assets")))
        assert item(agenda, 1).documents[0].title == "Paper on assets"
        agenda = done(read, entry(replace("/items/1/documents/0/symbols", document.symbols, ["X/1"])))
        assert agenda.documents[0].symbols == ["X/1"]
        agenda = done(read, entry(replace("/documents/0/item", "2", "3")))
        assert document.title not in [one.title for one in item(agenda, 1).documents]
        assert document.title in [one.title for one in item(agenda, 2).documents]

    def test_joined_items_keep_annotations_and_documents(self, read: Agenda) -> None:
        second, third = item(read, 1), item(read, 2)
        moves = [
            {"op": "move", "from": "/items/2/annotation/0", "path": "/items/1/annotation/-"} for _ in third.annotation
        ]
        moves += [
            {"op": "move", "from": "/items/2/documents/0", "path": "/items/1/documents/-"} for _ in third.documents
        ]
        title = f"{second.title} {third.title}"
        joined = entry(
            replace("/items/1/title", second.title, title), *moves, {"op": "remove", "path": "/items/2"}, action="join"
        )
        agenda = done(read, joined)
        assert len(agenda.items) == len(read.items) - 1
        assert len(item(agenda, 1).annotation) == len(second.annotation) + len(third.annotation)
        assert {agenda.blocks[one.id - 1].item for one in item(agenda, 1).annotation} == {"2"}
        assert [one.item for one in agenda.documents] == [
            "2" if one.item == "3" else one.item for one in read.documents
        ]

    def test_an_item_that_is_split_or_moved(self, read: Agenda) -> None:
        new = item(read, 1).model_dump(mode="json") | {
            "number": None, "label": None, "title": "experience", "annotation": [], "documents": [], "items": []
        }  # fmt: skip
        split = entry(replace("/items/1/title", TITLE, "Tracing"), {"op": "add", "path": "/items/2", "value": new})
        move = entry({"op": "move", "from": "/items/2", "path": "/items/1/items/-"}, action="move")
        agenda = done(read, split, move)
        assert [one.title for one in item(agenda, 1).items] == ["experience"]
        assert len(agenda.items) == len(read.items)

    def test_diagnostics_name_their_values_as_they_are_counted_now(self, read: Agenda) -> None:
        paths = ["schedule[0]", "schedule[1].title", "schedule[2]", "schedule", "items[1]", None]
        notes = [Diagnostic(code="a.b", severity="info", message="?", path=path) for path in paths]
        noted = read.model_copy(update={"diagnostics": notes})

        def after(*operations: dict[str, Any]) -> list[str | None]:
            return [one.path for one in done(noted, entry(*operations)).diagnostics if one.code == "a.b"]

        remove: dict[str, Any] = {"op": "remove", "path": "/schedule/1"}
        assert after(remove) == ["schedule[0]", "schedule[1]", "schedule", "items[1]", None]
        row = read.schedule[0].model_dump(mode="json")
        added = ["schedule[0]", "schedule[2].title", "schedule[3]", "schedule", "items[1]", None]
        assert after({"op": "add", "path": "/schedule/1", "value": row}) == added
        moved = ["schedule[1]", "schedule[2].title", "schedule[0]", "schedule", "items[1]", None]
        assert after({"op": "move", "from": "/schedule/2", "path": "/schedule/0"}) == moved


class TestChecks:
    """The checks are run again on the corrected result."""

    @staticmethod
    def doubts(agenda: Agenda) -> list[tuple[str, str | None]]:
        return [(one.code, one.path) for one in agenda.diagnostics if one.severity != "info"]

    @pytest.fixture
    def broken(self, read: Agenda) -> Agenda:
        """A result with a title that was cut off, and the diagnostic that the checks give."""
        broken = read.model_copy(deep=True)
        broken.items[1].title = "Tracing of the"
        notes = [
            Diagnostic(code=note.code, severity=note.severity, message=note.message, page=note.page, path=note.path)
            for note in check(broken)
        ]
        assert ("item.title_broken", "items[1].title") in [(note.code, note.path) for note in notes]
        broken.source.review, broken.diagnostics = "doubtful", [*broken.diagnostics, *notes]
        return broken

    def test_a_value_that_contradicts_is_named(self, read: Agenda) -> None:
        assert self.doubts(read) == []
        agenda = done(read, entry(replace("/schedule/0/date", "2031-05-12", "2035-01-01")))
        assert ("schedule.outside", "schedule[0].date") in self.doubts(agenda)
        assert agenda.source.review != "none"
        agenda = done(read, entry(replace("/items/1/number", "2", "1")))
        assert self.doubts(agenda)[0] == ("item.number_repeated", "items[1]")

    def test_a_doubt_that_is_gone_goes(self, broken: Agenda) -> None:
        assert ("item.title_broken", "items[1].title") in self.doubts(broken)
        agenda = done(broken, entry(replace("/items/1/title", "Tracing of the", TITLE)))
        assert self.doubts(agenda) == []
        assert agenda.source.review == "none"

    def test_doubts_keep_their_place_when_parts_move(self, broken: Agenda) -> None:
        count = len(self.doubts(broken))
        agenda = done(broken, entry({"op": "remove", "path": "/schedule/0"}, action="remove"))
        assert self.doubts(agenda).count(("item.title_broken", "items[1].title")) == 1
        agenda = done(broken, entry({"op": "move", "from": "/items/1", "path": "/items/0"}, action="move"))
        assert self.doubts(agenda).count(("item.title_broken", "items[0].title")) == 1
        assert len(self.doubts(agenda)) >= count

    def test_what_a_person_found_right_is_not_asked_again(self, broken: Agenda) -> None:
        note = {"code": "item.title_broken", "path": "items[1].title"}
        right = {"op": "test", "path": "/items/1/title", "value": "Tracing of the"}
        accepted = entry(right, action="accept", settles=[note])
        agenda = done(broken, accepted)
        assert "item.title_broken" not in dict(self.doubts(agenda))
        moved = done(broken, accepted, entry({"op": "move", "from": "/items/1", "path": "/items/0"}, action="move"))
        assert "item.title_broken" not in dict(self.doubts(moved))
        # Another value that is broken is another doubt.
        other = done(broken, accepted, entry(replace("/items/1/title", "Tracing of the", "Tracing and")))
        assert ("item.title_broken", "items[1].title") in self.doubts(other)

    def test_other_diagnostics_stay(self, read: Agenda) -> None:
        note = Diagnostic(code="source.partial", severity="warning", message="?", page=None, path=None)
        doubtful = read.model_copy(update={"diagnostics": [*read.diagnostics, note]})
        agenda = done(doubtful, entry(replace("/items/1/title", TITLE, "Tracing")))
        assert self.doubts(agenda) == [("source.partial", None)]
