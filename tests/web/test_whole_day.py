"""The stories of a working day from the empty register on, in a real browser, with the program's own reader."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import docx
import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.exchange.roadmap.make import HEADER, docx_of, texts
from tests.web.chromium import NEEDED
from tests.web.test_browser import browser, served

__all__ = ["browser"]

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
SAMPLES = [
    ROOT / "samples" / "documents" / name
    for name in (
        "ucheb-tovarooborot-2024.txt", "ucheb-god-spustya-2025.html", "ucheb-peregovory-2024.docx",
        "ucheb-yubilej-2024.txt", "ucheb-obeshchaniya-2024.eml", "minsk-omsk-2023.txt", "sochi-minsk-2023.txt",
        "minsk-tashkent-2024.txt", "brest-forum-2023.docx", "dni-minska-kazan-2025.pdf",
    )
]
WRONG, RIGHT = "Клавдия Мурашко", "Клавдия Мурашкина"
"""Of the invented town of Lugozersk."""
MEASURE = "Провести форум мастеров народных ремесел"
NEWS = """Форум мастеров собрал два города

Лугозерск и Тихореченск провели форум мастеров народных ремесел 15 мая 2026 года. Форум прошел в Тихореченске, \
делегацию Лугозерска возглавил Наум Подколзин.

(Учебный пример: города и люди вымышлены.)
"""

pytestmark = NEEDED


@pytest.fixture
def page(browser, tmp_path):
    """A page at an empty register that nobody has to sign in to."""
    for address in served(tmp_path / "home", "empty"):
        context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, locale="ru-RU")
        context.set_default_timeout(120_000)  # much is read and derived, on machines that may be slow
        yield context.new_page()
        context.close()


def drop(page, files: list[tuple[str, bytes]]) -> None:
    """Drops files on the page of adding, as from a folder."""
    page.goto("/add/")
    page.locator("[data-drop]").evaluate(
        """(panel, files) => {
          const data = new DataTransfer();
          for (const [name, content] of files) {
            const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
            data.items.add(new File([bytes], name));
          }
          panel.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        [(name, base64.b64encode(content).decode()) for name, content in files],
    )
    expect(page.locator("[data-chosen] li")).to_have_text([name for name, _content in files])
    page.get_by_role("button", name="Прочитать").click()
    page.get_by_role("button", name="Сохранить в реестр").click()
    page.locator(".messages li").first.wait_for()


def settled(page, address: str, words: str, gone: str = "\0") -> None:
    """Opens a page again and again until the register has caught up with what was decided."""
    for _ in range(60):
        page.goto(address)
        shown = page.locator("main").inner_text()
        if words in shown and gone not in shown:
            return
        page.wait_for_timeout(1000)
    raise AssertionError(f"{address} never says «{words}»")


def correct(page, fact: str) -> None:
    """Puts the right name into the form of a fact."""
    page.goto("/search/?q=Мурашко&kind=documents")
    page.locator("main .title a, main a.title").first.click()
    page.wait_for_url("**/documents/**")
    page.locator(".fact", has_text=fact).first.get_by_role("link", name="Исправить").click()
    field = page.locator(f"input[value='{WRONG}']").first
    field.fill(RIGHT)
    page.get_by_role("button", name="Сохранить исправление").click()
    page.locator(".fact:not(.correcting)", has_text=fact).filter(has_text=RIGHT).first.wait_for()


def saved(page, link: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name=link, exact=True).click()
    return Path(download.value.path()).read_bytes()


def test_from_files_to_a_briefing_that_says_what_was_put_right(page):
    """Two seeds (where they are), ten samples; five facts reviewed, a name put right, the briefing as DOCX and PDF."""
    page.goto("/")
    begin = page.get_by_role("link", name="Добавить документы").first
    expect(begin, "an empty register says how to begin").to_be_visible()
    files = [*SEEDS, *SAMPLES]
    drop(page, [(file.name, file.read_bytes()) for file in files])

    page.goto("/review/")
    for number, key in enumerate("aaara", start=1):
        page.keyboard.press(key)
        page.get_by_text(f"Сегодня вами решено: {number}").wait_for()

    correct(page, "Должность")
    correct(page, "Прямая речь")
    correct(page, "заседание совместной комиссии")
    settled(page, "/people/", RIGHT, gone=WRONG)

    page.goto("/ties/?name=Лугозерск Тихореченск")
    page.locator("#rows .title").first.click()
    page.get_by_role("link", name="Справка к визиту").click()
    page.wait_for_url("**/reports/brief/**")
    briefing = page.url
    word = docx.Document(io.BytesIO(saved(page, "Word")))
    told = "\n".join([
        *(one.text for one in word.paragraphs),
        *(cell.text for table in word.tables for row in table.rows for cell in row.cells),
    ])
    page.goto(briefing)
    pdf = pypdfium2.PdfDocument(saved(page, "PDF"))
    printed = " ".join("".join(leaf.get_textpage().get_text_range() for leaf in pdf).split())
    for text in (told, printed):
        assert RIGHT in text and f"{WRONG} —" not in text


def test_a_road_map_goes_in_evidence_is_confirmed_and_comes_back_with_it(page, tmp_path):
    drop(page, [("форум.txt", NEWS.replace("\n\n", "\n\n18 мая 2026 года\n\n", 1).encode())])
    file = tmp_path / "карта.docx"
    file.write_bytes(docx_of(
        HEADER,
        ["1", MEASURE, "2026 год", "Лугозерск, Тихореченск"],
        ["2", "Открыть прямой автобус", "2027 год", "Тихореченск"],
        title="Дорожная карта сотрудничества Лугозерска и Тихореченска на 2025–2027 годы, 1 сентября 2025 года",
    ))
    page.goto("/roadmaps/")
    page.get_by_label("Файл DOCX").set_input_files(file)
    page.get_by_role("button", name="Сверить").click()
    page.get_by_role("link", name="Добавить в реестр").click()
    page.get_by_role("button", name="Сохранить в реестр").click()
    page.locator(".messages li").first.wait_for()

    settled(page, "/commitments/?part=over", "Возможно, ответ")
    promise = page.locator(".promise", has_text=MEASURE)
    expect(promise).to_contain_text("Возможно, ответ")
    promise.get_by_role("button", name="Исполнено", exact=True).click()
    page.locator(".promise", has_text="подтверждено:").wait_for()

    page.goto("/roadmaps/")
    page.locator("main .title a").first.click()
    rows = texts(saved(page, "Скачать с подтверждениями"))
    assert rows[0][-1] == "Подтверждения"
    by_measure = {row[1]: row[-1] for row in rows[1:]}
    proof = by_measure[MEASURE].replace("\N{NO-BREAK SPACE}", " ")
    assert "форум" in proof.lower() and "15 мая 2026" in proof
    assert "форум" not in by_measure["Открыть прямой автобус"].lower()
