"""The paper as Markdown."""

from pobratim.reports import brief
from tests.reports import make


def text(dossier=None) -> str:
    data = brief(dossier or make.rich(), today=make.TODAY, format="md")
    return data.decode("utf-8").replace("\N{NO-BREAK SPACE}", " ")


def test_it_reads_well_as_it_stands() -> None:
    page = text()
    assert page.startswith(
        "# Справка о сотрудничестве Минска и Омска\n\n21 ноября 2025 года. Составлена по 6 "
    )
    assert "- **Статус.** Города-побратимы с 24 июня 2022 года \\[1\\]\n" in page
    assert "| Документ | Подписан | Срок действия | Состояние | Прим. |\n| --- |" in page
    assert "| Дорожная карта | 2024 год | 2024–2025 | действует | 15 |" in page
    assert "\n1. «24 июня 2022 года Минск и Омск подписали соглашение о побратимстве.»\n" in page


def test_addresses_are_links_and_file_names_are_not() -> None:
    assert "<https://example.by/news/vstrecha>" in text()
    assert ". pobratimy.docx" in text()


def test_a_table_keeps_its_columns_whatever_stands_in_it() -> None:
    rows = [line for line in text(make.hostile("а | б")).splitlines() if line.startswith("|")]
    assert rows
    assert {row.replace("\\|", "").count("|") for row in rows} == {6}
