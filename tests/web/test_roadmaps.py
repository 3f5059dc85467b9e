"""Road maps: uploaded, held against the register, given back with evidence, added to the register."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pobratim import storage
from pobratim.exchange.roadmap.claims import with_measures
from pobratim.gather import gather_bytes
from pobratim.model.roles import Role
from pobratim.model.settings import Settings
from pobratim.reading import read_document
from tests.exchange.roadmap.make import HEADER, docx_of, texts
from tests.web.pages import text_of
from tests.web.people import as_, let_in

FAIR = ["1", "Провести ярмарку товаров", "2026 год", "Минск"]
MAP = docx_of(HEADER, FAIR, ["2", "Обновить депо", "2026 год", "Омск"])


def upload(client, data: bytes = MAP, name: str = "карта.docx"):
    return client.post("/roadmaps/", {"file": SimpleUploadedFile(name, data)})


def test_an_upload_is_held_against_the_register_and_nothing_is_kept(client, filled):
    before = storage.count_kept()
    response = upload(client)
    page = text_of(client.get(response.headers["Location"]).content)

    assert "Провести ярмарку товаров" in page and "Сведений нет" in page
    assert "2 пункта" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert storage.count_kept() == before


@pytest.mark.parametrize(("role", "sends"), [(Role.VISITOR, False), (Role.READER, False), (Role.EDITOR, True)])
def test_only_who_may_send_one_is_asked_for_it(home, settings, role, sends):
    let_in()
    settings.POBRATIM_ACCESS = "public"
    response = as_(role).get("/roadmaps/")

    assert response.status_code == 200
    assert ('type="file"' in response.content.decode()) == sends
    assert ("Дорожную карту загружает редактор" in text_of(response.content)) != sends


def test_the_same_table_comes_back_with_a_column_of_evidence(client, filled):
    address = upload(client).headers["Location"]
    response = client.get(f"{address}evidence.docx")
    rows = texts(response.content)

    assert rows[0][-1] == "Подтверждения"
    assert [row[1] for row in rows[1:]] == ["Провести ярмарку товаров", "Обновить депо"]
    assert all(row[-1] for row in rows[1:])


def test_sides_that_the_heading_does_not_name_are_asked_for(client, filled):
    address = upload(client, docx_of(HEADER, FAIR, title="План")).headers["Location"]

    assert "Скажите, чья это карта" in text_of(client.get(address).content)
    assert client.get(f"{address}evidence.docx").status_code == 400
    sides = {"left": "Минска", "right": "Омск"}
    assert "Сведений нет" in text_of(client.get(address, sides).content)
    assert client.get(f"{address}evidence.docx", sides).status_code == 200
    wrong = client.get(address, {"left": "Минск", "right": "Минск"})
    assert wrong.status_code == 422 and "одно и то же место" in text_of(wrong.content)


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"not a document", "карта.docx"),
        (docx_of(["Кто", "Что"], ["Минск", "ярмарка"]), "карта.docx"),
        (docx_of(HEADER, ["1", "Раз", "", ""], ["1", "Два", "", ""]), "номер 1 уже стоит выше"),
    ],
)
def test_a_table_that_cannot_be_understood_is_refused_with_the_reason(client, filled, data, complaint):
    response = upload(client, data)

    assert response.status_code == 422
    assert complaint in text_of(response.content)


@pytest.mark.parametrize(("day", "says_so"), [("", True), ("01.02.2026", False)])
def test_a_map_without_a_day_says_what_that_means_until_it_is_given(client, filled, day, says_so):
    file = SimpleUploadedFile("карта.docx", MAP)
    address = client.post("/roadmaps/", {"file": file, "published": day}).headers["Location"]

    assert ("День подписания карты не известен" in text_of(client.get(address).content)) == says_so


@pytest.mark.parametrize("day", ["вчера", "01.02.1826", "31.02.2026"])
def test_a_day_that_cannot_be_is_refused(client, filled, day):
    response = client.post("/roadmaps/", {"file": SimpleUploadedFile("карта.docx", MAP), "published": day})

    assert response.status_code == 422 and "Дата публикации" in text_of(response.content)


def test_without_a_file_it_asks_for_one(client, filled):
    response = client.post("/roadmaps/")

    assert response.status_code == 422 and "Выберите файл." in text_of(response.content)


def test_a_road_map_of_the_register_stands_in_the_list_and_has_its_page(client, home: Path):
    (found,) = gather_bytes(MAP, "карта.docx", Settings())
    reading = with_measures(read_document(found.document), found.original, Settings())
    storage.keep(reading, found.original, found.name)
    storage.derive()

    page = client.get("/roadmaps/").content.decode()
    assert f"/roadmaps/of/{reading.document.id}/" in page
    held = text_of(client.get(f"/roadmaps/of/{reading.document.id}/").content)
    assert "Провести ярмарку товаров" in held
    assert "О том же сказано" not in held  # by nobody but the road map itself
    written = client.get(f"/roadmaps/of/{reading.document.id}/evidence.docx").content
    assert texts(io.BytesIO(written).read())[0][-1] == "Подтверждения"


def test_the_board_and_the_page_of_a_map_without_a_day_agree(client, home: Path):
    heading = "Дорожная карта сотрудничества Минска и Омска"
    row = ["1", "Посещение делегацией Омска предприятий Минска", "июнь 2025 г.", "Омск"]
    data = docx_of(HEADER, row, title=heading)
    news = "24.06.2025\n\nДелегация Омска 24 июня 2025 года посетила предприятия Минска."
    items = [*gather_bytes(data, "карта.docx", Settings()), *gather_bytes(news.encode(), "новость.txt", Settings())]
    for item in items:
        reading = with_measures(read_document(item.document), item.original, Settings())
        storage.keep(reading, item.original, item.name)
    storage.derive()

    [document] = storage.road_maps()
    page = text_of(client.get(f"/roadmaps/of/{document.id}/").content)
    assert "Возможно, исполнено (вывод, проверьте)" in page and "Делегация Омска 24 июня" in page
    assert "1 | Посещение" not in page
    board = client.get("/commitments/", {"proposed": "1"}).content.decode()
    assert "Посещение делегацией Омска" in text_of(board.encode())
    assert 'name="outcome" value="met"' in board


def test_other_documents_are_no_road_maps(client, filled):
    from tests.web import make

    assert client.get(f"/roadmaps/of/{make.NEWS}/").status_code == 400
    assert client.get("/roadmaps/of/none/").status_code == 404
    assert client.get("/roadmaps/short/").status_code == 404
