"""The review page in a real browser: clicked, typed into, reloaded, and what was corrected applied."""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from extractor import Agenda, extract
from extractor.corrections.files import corrected, corrections_path, read_corrections
from extractor.reviewing.desk import Desk, PaperRef
from extractor.reviewing.kept import kept_page
from extractor.reviewing.server import ReviewServer
from tests.conftest import ROOT, sample_pdfs
from tests.gate.measure import facts
from tests.reviewing.conftest import ref_of, served

pytestmark = pytest.mark.slow
SHOTS = ROOT / "build" / "screenshots"


class Page:
    """The page as a person uses it."""

    def __init__(self, browser: Any, address: str) -> None:
        self.browser, self.address = browser, address
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.open()

    def open(self, path: str = "") -> None:
        self.browser.get(self.address + path)
        assert self.run("return document.documentElement.dataset.ready") == "yes"

    def run(self, script: str, *args: Any) -> Any:
        return self.browser.execute_script(script, *args)

    def all(self, selector: str) -> list[Any]:
        self.browser.implicitly_wait(0)
        return list(self.browser.find_elements("css selector", selector))

    def one(self, selector: str) -> Any:
        found = [one for one in self.all(selector) if one.is_displayed()]
        assert found, f"{selector} is not shown"
        return found[0]

    def value(self, path: str) -> Any:
        return self.one(f'#values [data-path="{path}"]:not(li)')

    def click(self, path: str) -> None:
        element = self.value(path)
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def press(self, key: str) -> None:
        from selenium.webdriver.common.action_chains import ActionChains

        ActionChains(self.browser).send_keys(key).perform()

    def button(self, text: str, within: str = "#values") -> None:
        (found,) = [one for one in self.all(f"{within} button") if one.text == text and one.is_displayed()]
        self.run("arguments[0].scrollIntoView({block: 'center'})", found)
        found.click()

    def write(
        self, text: str, selector: str = "#values .form textarea, #values .form label:first-of-type input"
    ) -> None:
        field = self.one(selector)
        if field.get_attribute("type") in ("date", "time"):
            self.run("arguments[0].value = arguments[1]", field, text)
        else:
            field.clear()
            field.send_keys(text)

    def choose(self, **values: str) -> None:
        """Choose by the labels of the lists."""
        for label in self.all("#values .form label"):
            for name, wanted in values.items():
                if label.text.startswith(name):
                    field = label.find_element("css selector", "select")
                    self.run("arguments[0].value = arguments[1]", field, wanted)

    def save(self, reason: str = "") -> None:
        """Save the form, and wait until it is gone."""
        if reason:
            self.one("#values .form input[name=reason]").send_keys(reason)
        self.one("#values .form button.main").click()
        self.until("return !document.querySelector('#values .form')")

    def until(self, script: str) -> None:
        end = time.monotonic() + 20
        while not self.run(script):
            wrong = self.run("return document.querySelector('#values .form .wrong')?.textContent")
            assert not wrong, wrong
            assert time.monotonic() < end, script
            time.sleep(0.05)

    def edit(self, path: str, text: str, reason: str = "") -> None:
        self.click(path)
        self.press("e")
        self.write(text)
        self.save(reason)

    def shot(self, name: str) -> None:
        path = SHOTS / f"review-{name}.png"
        self.browser.save_screenshot(str(path))
        assert path.stat().st_size > 10_000

    def is_in_view(self, selector: str, pane: str) -> bool:
        script = """
            const one = document.querySelector(arguments[0]).getBoundingClientRect();
            const pane = document.querySelector(arguments[1]).getBoundingClientRect();
            return one.height > 0 && one.top >= pane.top - 1 && one.bottom <= pane.bottom + 1"""
        return bool(self.run(script, selector, pane))


@pytest.fixture
def page(browser: Any, server: ReviewServer) -> Page:
    return Page(browser, server.address)


def test_a_value_and_its_box_light_up_together(page: Page, read: Agenda) -> None:
    assert not page.all("rect.hit")
    page.click("schedule[8].title")
    page.until("return document.querySelectorAll('rect.hit').length === 1")
    page.until("return document.querySelector('.page[data-page=\"3\"] img').complete")
    assert page.is_in_view("rect.hit", "#paper")
    assert page.value("schedule[8].title").get_attribute("class").split()[-1] == "picked"
    page.shot("wide")
    page.click("items[1].title")
    page.until(f"return document.querySelectorAll('rect.hit').length === {len(read.items[1].places)}")
    assert page.is_in_view("rect.hit", "#paper")
    block = next(block for block in read.blocks if block.role == "annotation" and block.item == "1(a)")
    page.run("document.querySelector('#values').scrollTo(0, 99999)")
    box = page.all('rect.box[data-path="items[0].items[0].annotation[0]"]')[0]
    page.browser.execute_script("arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))", box)
    assert page.one("#values .v.picked").text == block.text
    assert page.is_in_view("#values .v.picked", "#values")
    assert page.browser.get_log("browser") == []


def test_every_value_can_be_picked_and_corrected(page: Page) -> None:
    paths = page.run("return [...document.querySelectorAll('#values .v[data-path]')].map(one => one.dataset.path)")
    assert len(paths) > 80
    for path in paths:
        page.run("pick(arguments[0]); edit(arguments[0])", path)
        assert page.all("#values .form textarea, #values .form select, #values .form input"), path
        page.run("closeForm()")
    assert page.browser.get_log("browser") == []


Fault = Callable[[dict[str, Any]], None]


def seeded(read: Agenda) -> Agenda:
    """A result with faults of many kinds in it, and warnings of some."""
    data = json.loads(read.to_json())
    items, blocks = data["items"], data["blocks"]

    def warn(path: str, code: str = "item.title_broken", severity: str = "warning") -> None:
        data["diagnostics"].append({"code": code, "severity": severity, "message": path, "page": 1, "path": path})

    data["document"]["title"] += " Provisional agenda"  # 1: ran on into the next line
    data["document"]["date"] = "2031-03-02"  # 2: day and month
    data["schedule"][0]["start"], data["schedule"][0]["starts_at"] = "01:00", "2031-05-12T01:00:00+02:00"  # 3
    data["schedule"].append({**copy.deepcopy(data["schedule"][0]), "title": "Page 3 of 3"})  # 4: a row too many
    warn(f"schedule[{len(data['schedule']) - 1}]", "schedule.row_broken", "error")
    moved = items[0]["items"].pop()  # 5: a sub-item in the list of the items
    items.insert(1, moved)
    last = items.pop()  # 6: two items in one
    items[-1]["title"] += f" {last['title']}"
    items[-1]["annotation"] += last["annotation"]
    for one in last["annotation"]:
        blocks[one["id"] - 1]["item"] = "5"
    title = items[2]["title"]  # 7: an item in two
    items.insert(
        3, {**copy.deepcopy(items[2]), "number": None, "label": None, "annotation": [], "documents": [], "items": []}
    )
    items[2]["title"], items[3]["title"] = title.rsplit(" ", 1)
    warn("items[2].title")
    taken = moved["annotation"].pop(1)  # 8: a paragraph that nothing took
    blocks[taken["id"] - 1].update(role="unassigned", item=None)
    warn(f"blocks[{taken['id'] - 1}]", "text.unassigned")
    data["documents"][0]["symbols"] = ["CAC/COSP/WG.2/2031/Z"]  # 9: a letter for a digit
    items[2]["documents"][0]["symbols"] = ["CAC/COSP/WG.2/2031/Z"]
    data["footnotes"][1]["text"] = data["footnotes"][1]["text"][:20]  # 10: cut off
    warn("document.organ", "document.name_broken")  # a false alarm
    data["source"]["review"] = "doubtful"
    return Agenda.from_json(json.dumps(data))


@pytest.fixture
def faulty(read: Agenda, paper: Path) -> Iterator[tuple[Agenda, ReviewServer]]:
    wrong = seeded(read)
    with served(Desk("paper.pdf", [ref_of(wrong, paper)])) as server:
        yield wrong, server


def test_ten_faults_are_corrected(faulty: tuple[Agenda, ReviewServer], browser: Any, read: Agenda, paper: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    wrong, server = faulty
    page = Page(browser, server.address)
    assert page.one("#bar .grade").text == "doubtful"
    page.shot("doubtful")
    page.press("n")  # the error comes first
    assert page.one("#values tr.picked").get_attribute("data-path") == f"schedule[{len(wrong.schedule) - 1}]"
    page.button("Remove")
    page.save("It is the foot of the page.")
    page.edit("document.title", "Annotated provisional agenda")
    page.edit("document.date", "2031-02-03", "The paper prints 3 February.")
    page.click("schedule[0].start")
    page.press(Keys.ENTER)
    page.write("10:00")
    page.save()
    page.click("items[1].title")
    page.button("→")
    page.save()
    page.click(f"items[{len(wrong.items) - 2}].title")
    page.press("s")
    field = page.one("#values .form textarea")
    first = read.items[-2].title
    page.run("arguments[0].setSelectionRange(arguments[1], arguments[1])", field, len(first) + 1)
    page.all("#values .form textarea")[1].send_keys("6")
    page.save("Two items in one.")
    for at, block in enumerate(read.items[-2].annotation):
        assert block.id, at
    for block in read.items[-1].annotation:
        place = next(at for at, one in enumerate(current(page)["items"][-2]["annotation"]) if one["id"] == block.id)
        page.click(f"items[{len(read.items) - 1}].annotation[{place}].text")
        page.press("r")
        page.choose(Item="6")
        page.save()
    page.click("items[1].title")
    page.press("j")
    page.save()
    taken = next(at for at, one in enumerate(wrong.blocks) if one.role == "unassigned")
    page.click(f"blocks[{taken}].text")
    page.press("r")
    page.choose(Role="annotation", Item=read.blocks[taken].item or "")
    page.shot("role")
    page.save("It belongs to the item above.")
    page.edit("items[1].documents[0].symbols", "CAC/COSP/WG.2/2031/2")
    page.edit("footnotes[1].text", read.footnotes[1].text)
    page.press("n")
    assert page.one("#values .v.picked").get_attribute("data-path") == "document.organ"
    page.press("a")
    page.until("return !document.querySelector('#values .v.warning, #values .v.error, #values tr.error')")
    assert page.one("#bar .grade").text == "no warning"
    page.press("c")
    page.shot("corrections")
    page.button("Close", "dialog")
    count = len(read_corrections(corrections_path(str(paper))).corrections)
    page.open()
    assert page.value("document.title").text == "Annotated provisional agenda"
    assert page.one("#bar").text.count(f"{count} corrections") == 1
    assert browser.get_log("browser") == []
    done = corrected(wrong, str(paper))
    assert done.source.review == "none"
    assert [note.code for note in done.diagnostics if note.severity != "info"] == []
    found, expected = facts(json.loads(done.to_json())), facts(json.loads(read.to_json()))
    for section, wanted in expected.items():
        if section == "items":  # a label is no part of what the page lets people write
            found[section] = type(wanted)({(one[0], one[2]): n for one, n in found[section].items()})
            wanted = type(wanted)({(one[0], one[2]): n for one, n in wanted.items()})
        assert found[section] == wanted, section
    blocks = {one.id: (one.role, one.item, one.text) for one in done.blocks}
    assert blocks == {one.id: (one.role, one.item, one.text) for one in read.blocks}
    undone = len(read_corrections(corrections_path(str(paper))).corrections)
    page.press("u")
    page.until(f"return document.querySelector('#bar').textContent.includes('{undone - 1} corrections')")


def current(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.run("return state.paper")
    return found


def test_a_wrong_value_is_refused_in_words(page: Page, paper: Path) -> None:
    page.run("pick('documents[0].item'); edit('documents[0].item')")
    page.write("77")
    page.one("#values .form button.main").click()
    end = time.monotonic() + 20
    while "there is no item" not in page.run("return document.querySelector('#values .form .wrong').textContent"):
        assert time.monotonic() < end
        time.sleep(0.05)
    assert not Path(corrections_path(str(paper))).exists()


def test_a_page_as_a_file_needs_nothing_else(browser: Any, paper: Path, read: Agenda, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(b"".join(kept_page(read, str(paper), corrections=True)))
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    page = Page(browser, file.as_uri())
    page.until("return document.querySelector('.page img').naturalWidth > 500")
    page.edit("items[1].title", "Tracing", "It is shorter.")
    page.click("items[2].title")
    page.press("j")
    page.save()
    assert page.value("items[1].title").text == "Tracing"
    loaded = page.run("return performance.getEntriesByType('resource').map(one => one.name)")
    assert [one for one in loaded if not one.startswith("data:")] == []
    page.button("Save corrections", "#bar")
    kept = Path(corrections_path(str(paper)))
    end = time.monotonic() + 20
    while not kept.exists() or not kept.stat().st_size:
        assert time.monotonic() < end
        time.sleep(0.1)
    assert browser.get_log("browser") == []
    done = corrected(read, str(paper))
    assert [one.action for one in done.corrected] == ["edit", "join"]
    assert done.items[1].title == "Tracing"
    assert len(done.items) == len(read.items) - 1
    codes = [note.code for note in done.diagnostics]
    assert "corrections.conflict" not in codes
    assert "item.list_stops" in codes, "the checks say what the join has left behind"


def test_narrow_dark_and_from_right_to_left(browser: Any, paper: Path, read: Agenda) -> None:
    items = [
        read.items[0].model_copy(update={"title": "افتتاح الدورة وإقرار جدول الأعمال، A/999/2031/1"}),
        *read.items[1:],
    ]
    document = read.document.model_copy(update={"title": "جدول الأعمال المؤقت المشروح"})
    source = read.source.model_copy(update={"language": "ar"})
    arabic = read.model_copy(update={"items": items, "document": document, "source": source})
    dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    with served(Desk("paper.pdf", [ref_of(arabic, paper)])) as server:
        for width, scheme in ((420, "light"), (420, "dark"), (1300, "dark")):
            browser.execute_cdp_cmd("Emulation.setEmulatedMedia", dark if scheme == "dark" else {"features": []})
            browser.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": width, "height": 860, "deviceScaleFactor": 1, "mobile": False},
            )
            page = Page(browser, server.address)
            wide = page.run("return [document.documentElement.scrollWidth, innerWidth]")
            assert wide[0] <= wide[1], width
            ink = page.run("return getComputedStyle(document.body).color")
            assert (ink == "rgb(232, 230, 227)") is (scheme == "dark")
            page.click("items[0].title")
            assert page.run("return getComputedStyle(arguments[0]).direction", page.value("items[0].title")) == "rtl"
            assert page.run("return getComputedStyle(arguments[0]).direction", page.value("items[1].title")) == "ltr"
            page.shot(f"{scheme}-{width}")
            if width == 420:
                page.button("Paper", ".tabs")
                page.until("return document.querySelectorAll('rect.hit').length > 0")
                assert page.is_in_view("rect.hit", "#paper")
                page.shot(f"{scheme}-{width}-paper")
                page.button("Values", ".tabs")
    assert browser.get_log("browser") == []


def test_the_list_is_searched_and_filtered(browser: Any, paper: Path, read: Agenda) -> None:
    def ref(name: str, **more: Any) -> PaperRef:
        return PaperRef(str(paper), corrections_path(str(paper)), lambda: read, f"archive/{name}.pdf", **more)

    refs = [
        ref(
            "a",
            symbol="A/1",
            title="Annotated agenda",
            body="Committee",
            year="2031",
            review="look",
            codes=["schedule.no_day"],
        ),
        ref(
            "b",
            symbol="A/2",
            title="جدول الأعمال",
            body="Board",
            year="2030",
            review="doubtful",
            codes=["text.unassigned"],
        ),
        *(ref(f"c{at}", symbol=f"C/{at}", title="<b>Agenda</b>", body="Council", year="2029") for at in range(300)),
    ]
    with served(Desk("archive", refs)) as server:
        page = Page(browser, server.address)
        symbols = "return [...document.querySelectorAll('#papers td.symbol')].map(one => one.textContent)"
        assert page.run(symbols)[:3] == ["A/2", "A/1", "C/0"]
        assert len(page.run(symbols)) == 200
        page.shot("list")
        page.button("Show 102 more", "#papers")
        assert len(page.run(symbols)) == 302
        page.press("/")
        page.press("agenda ann")
        assert page.run(symbols) == ["A/1"]
        page.one("input[type=search]").clear()
        page.run("document.querySelector('[name=code]').value = 'text.unassigned'")
        page.run("document.querySelector('[name=code]').dispatchEvent(new Event('input', {bubbles: true}))")
        assert page.run(symbols) == ["A/2"]
        page.one("#papers td.symbol a").click()
        assert page.run("return document.documentElement.dataset.ready") == "yes"
        assert page.value("document.symbol").text == read.document.symbol
        page.one("#bar a").click()
        assert page.run(symbols)[0] == "A/1", "what was looked at is graded as it is now"
        browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", {"width": 420, "height": 860, "deviceScaleFactor": 1, "mobile": False}
        )
        page.open()
        assert page.run("return document.documentElement.scrollWidth <= innerWidth")
        page.shot("list-420")
    assert browser.get_log("browser") == []


def test_a_paper_of_300_pages_opens_in_a_second(browser: Any, tmp_path: Path) -> None:
    long = pdfium.PdfDocument.new()
    sources = [pdfium.PdfDocument(path) for path in sample_pdfs()]
    while len(long) < 300:
        for source in sources:
            long.import_pages(source)
    long.save(tmp_path / "long.pdf")
    count = len(long)
    agenda = extract(tmp_path / "long.pdf")
    assert len(agenda.blocks) > 2_000
    with served(Desk("long.pdf", [ref_of(agenda, tmp_path / "long.pdf", "long.pdf")])) as server:
        page = Page(browser, server.address)
        took = []
        for _ in range(5):  # other work of the machine is not the page's
            browser.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
            page.open()
            metrics = browser.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
            took.append(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))
        assert page.run("return document.querySelectorAll('.page').length") == count
        assert page.run("return document.querySelectorAll('.page img').length") < 8, (
            "pages are drawn when they are seen"
        )
        assert min(took) < 1.0, took
        page.run("document.querySelector('.page:last-child').scrollIntoView()")
        page.until("return document.querySelector('.page:last-child img')?.complete")
        page.shot("long")


def test_nothing_of_a_paper_runs(browser: Any, paper: Path, read: Agenda) -> None:
    hostile = "</script><img src=x onerror=\"document.title='run'\"><svg onload=alert(1)>"
    document = read.document.model_copy(update={"title": hostile, "organ": hostile})
    items = [one.model_copy(update={"title": hostile}) for one in read.items]
    agenda = read.model_copy(update={"document": document, "items": items})
    with served(Desk("paper.pdf", [ref_of(agenda, paper, "paper.pdf")])) as server:
        page = Page(browser, server.address)
        assert page.value("document.title").text == hostile
        page.edit("document.title", hostile + "!")
        page.press("c")
        page.button("Close", "dialog")
        assert "run" not in browser.title
        assert page.run("return document.querySelectorAll('img[src=x], [onload]').length") == 0
    assert browser.get_log("browser") == []


def test_the_picture_of_a_page_is_under_its_boxes(page: Page, read: Agenda) -> None:
    page.until("return document.querySelector('.page img').complete")
    place = read.items[1].places[0]
    script = """
        const box = arguments[0], page = document.querySelector('.page').getBoundingClientRect();
        const rect = document.querySelector('rect[data-path="items[1].title"]').getBoundingClientRect();
        const [width] = state.data.pages[0], scale = page.width / width;
        return [rect.left - page.left - box[0] * scale, rect.top - page.top - box[1] * scale]"""
    for distance in page.run(script, list(place.bbox)):
        assert -6 < distance < 6
