"""Adding: choose or paste, look, keep; nothing is kept before it was looked at."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pobratim import storage
from pobratim.gather.fetching import Fetched
from pobratim.web import pending
from tests.web.pages import assert_only_reads, text_of

NEWS = (
    "Мэр Омска Сергей Примеров посетил Минск\n\n12 мая 2025 года делегация Омска во главе с мэром Сергеем "
    "Примеровым посетила Минск. Стороны подписали соглашение о сотрудничестве в области культуры."
)
SCRIPT = "<script>alert(1)</script>"


def file(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def upload(client, *files, text="", published=""):
    return client.post("/add/", {"files": list(files), "text": text, "published": published})


def kept() -> list[str]:
    return [row.source for row in storage.documents()]


def test_the_form_is_there(client, home):
    page = text_of(client.get("/add/").content)

    assert "Перетащите их сюда" in page and "Прочитать" in page


def test_a_pasted_text_is_shown_before_it_is_kept(client, home):
    response = upload(client, text=NEWS)
    page = text_of(client.get(response.url).content)

    assert response.status_code == 302
    assert "В реестр пока ничего не записано" in page
    assert "Стороны подписали соглашение" in page
    assert "Соглашение" in page
    assert kept() == []


def test_pasted_texts_are_told_apart_by_how_they_begin(client, home):
    texts = ("Мэр Омска приехал в Минск 12 мая, чтобы встретиться с председателем горисполкома.", "Дни\nМинска / Омска")

    names = [client.get(upload(client, text=text).url).context["found"][0].gathered.name for text in texts]

    assert names == [
        "Мэр Омска приехал в Минск 12 мая, чтобы встретиться с… (вставлено)",
        "Дни Минска Омска… (вставлено)",
    ]


def test_what_was_shown_is_kept_on_demand(client, home):
    look = upload(client, file("новость.txt", NEWS.encode())).url
    document = client.get(look).context["found"][0].reading.document

    response = client.post(look + "keep", {"document": document.id}, follow=True)

    assert "Сохранено: 1 документ" in text_of(response.content).replace("\N{NO-BREAK SPACE}", " ")
    assert response.redirect_chain == [(f"/documents/{document.id}/", 302)]
    assert storage.reading_of(document.id).document.text == document.text
    path, name = storage.original_of(document.id)
    assert (path.read_bytes(), name) == (NEWS.encode(), "новость.txt")
    assert kept() == ["новость.txt"]
    assert client.get(look).status_code == 404


def test_only_ticked_documents_are_kept(client, home):
    look = upload(client, file("a.txt", NEWS.encode()), file("b.txt", (NEWS + " Ещё.").encode())).url
    first, _second = client.get(look).context["found"]

    client.post(look + "keep", {"document": first.reading.document.id})

    assert kept() == ["a.txt"]


def test_nothing_ticked_keeps_nothing(client, home):
    look = upload(client, text=NEWS).url

    response = client.post(look + "keep", follow=True)

    assert "Ничего не отмечено" in text_of(response.content)
    assert kept() == []


def test_a_known_document_is_said_to_be_known(client, home):
    look = upload(client, text=NEWS).url
    document = client.get(look).context["found"][0].reading.document
    client.post(look + "keep", {"document": document.id})

    again = upload(client, text=NEWS).url
    page = text_of(client.get(again).content)

    assert "уже есть в реестре" in page
    assert "Сохранить в реестр" not in page


def test_keeping_twice_adds_nothing_twice(client, home):
    first, second = upload(client, text=NEWS).url, upload(client, text=NEWS).url
    document = client.get(first).context["found"][0].reading.document
    client.post(first + "keep", {"document": document.id})

    response = client.post(second + "keep", {"document": document.id}, follow=True)

    assert "повторно не добавлено" in text_of(response.content)
    assert len(kept()) == 1


def test_the_same_file_twice_is_one_document(client, home):
    look = upload(client, file("a.txt", NEWS.encode()), file("b.txt", NEWS.encode())).url

    assert len(client.get(look).context["found"]) == 1


def test_the_stated_day_of_publication_is_taken(client, home):
    look = upload(
        client, text="Вчера в Минске прошла встреча с делегацией Омска.", published="13.05.2025"
    ).url
    document = client.get(look).context["found"][0].reading.document

    assert (document.published, document.published_basis) == ("2025-05-13", "stated")


@pytest.mark.parametrize("data", [b"", b"   \n", b"\x00\x01\x02" * 500])
def test_a_file_that_cannot_be_read_is_one_sentence(client, home, data):
    look = upload(client, file("плохой.txt", data), file("новость.txt", NEWS.encode())).url
    response = client.get(look)

    assert "плохой.txt" in text_of(response.content)
    assert len(response.context["errors"]) == 1
    assert len(response.context["found"]) == 1


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({}, "Выберите файлы, дайте адрес страницы или вставьте текст"),
        ({"text": "  "}, "Выберите файлы, дайте адрес страницы или вставьте текст"),
        ({"text": NEWS, "published": "позавчера"}, "Дата публикации не понята"),
    ],
)
def test_a_form_that_says_nothing_is_returned(client, home, form, words):
    response = client.post("/add/", form)

    assert response.status_code == 422
    assert words in text_of(response.content)


@pytest.mark.parametrize(("files", "asked"), [([], False), ([("a.txt", b"")], True)])
def test_files_are_asked_for_again_only_where_some_were_chosen(client, home, files, asked):
    chosen = [SimpleUploadedFile(name, content) for name, content in files]
    response = client.post("/add/", {"files": chosen, "published": "когда-то"})
    assert response.status_code == 422
    assert ("Файлы выберите ещё раз" in text_of(response.content)) is asked


def test_too_many_files_are_refused(client, home):
    response = upload(client, *(file(f"{number}.txt", b"x") for number in range(101)))

    assert response.status_code == 422
    assert "не больше 100 файлов" in text_of(response.content)
    assert kept() == []


def test_dropping_forgets(client, home):
    look = upload(client, text=NEWS).url

    response = client.post(look + "drop", follow=True)

    assert "в реестре ничего не изменилось" in text_of(response.content)
    assert client.get(look).status_code == 404
    assert list((home / "pending").iterdir()) == []


@pytest.mark.parametrize("token", ["none", "..", "a" * 24, "%2e%2e%2fpending"])
def test_an_upload_that_is_not_there(client, home, token):
    assert client.get(f"/add/{token}/").status_code == 404
    assert client.post(f"/add/{token}/keep", {"document": "x"}).status_code == 404
    assert client.post(f"/add/{token}/drop").status_code == 404


def test_a_second_press_finds_the_document_kept_and_says_where_it_is(client, home):
    look = upload(client, text=NEWS).url
    ticked = client.get(look).context["found"][0].reading.document.id
    client.post(look + "keep", {"document": ticked})
    again = client.post(look + "keep", {"document": ticked})

    assert again.status_code == 404
    assert "документы уже в реестре" in text_of(again.content) and 'href="/add/"' in again.content.decode()


@pytest.mark.parametrize(("typed", "day"), [("1.3.25", "2025-03-01"), ("01.03.2025", "2025-03-01")])
def test_days_as_people_write_them(client, home, typed, day):
    look = upload(client, text=NEWS, published=typed).url
    assert client.get(look).context["found"][0].reading.document.published == day


@pytest.mark.parametrize("typed", ["01.01.1000", "01.01.2999", "30.02.2025", "вчера"])
def test_days_on_which_nothing_can_have_been_published(client, home, typed):
    response = upload(client, text=NEWS, published=typed)
    assert response.status_code == 422 and "Дата публикации" in text_of(response.content)


def test_where_nothing_could_be_read_the_page_does_not_promise_it(client, home):
    page = text_of(client.get(upload(client, file("пусто.txt", b"")).url).content)
    assert "Прочитать не удалось" in page and "Вот что прочитано" not in page and "файл пуст" in page


def test_wrong_methods(client, home):
    look = upload(client, text=NEWS).url

    assert_only_reads(client, look)
    assert client.get(look + "keep").status_code == 405
    assert client.get(look + "drop").status_code == 405
    assert client.put("/add/").status_code == 405


def test_a_hostile_text_and_name_are_words(client, home):
    look = upload(client, file(f"{SCRIPT}.txt".replace("/", "∕"), f"{NEWS} {SCRIPT}".encode())).url

    page = client.get(look).content.decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_uploads_of_yesterday_are_thrown_away(client, home, monkeypatch):
    old = upload(client, text=NEWS).url
    monkeypatch.setattr(pending, "DAY", -1)

    upload(client, text=NEWS + " Ещё.")

    assert client.get(old).status_code == 404


class TestAnAddress:
    """The one place where the program asks the network."""

    @pytest.fixture
    def page(self, monkeypatch):
        said = "29 сентября 2025 года мэр Минска встретился с мэром Омска."
        html = f"<html><body><article><p>{said}</p></article></body></html>"

        def fetch(address, settings):
            return Fetched(data=html.encode(), name="1", address="https://news.example/1")

        monkeypatch.setattr("pobratim.web.views.add.fetch", fetch)

    def test_the_page_is_shown_and_kept_with_its_address(self, client, home, page):
        look = client.post("/add/", {"address": "https://news.example/1"}).headers["Location"]
        assert "https://news.example/1" in text_of(client.get(look).content)
        [found] = re.findall(r'name="document" value="(\w+)"', client.get(look).content.decode())
        client.post(f"{look}keep", {"document": found})
        document = storage.reading_of(found).document
        assert (document.source, document.address) == ("https://news.example/1", "https://news.example/1")

    @pytest.mark.parametrize("address", [
        "http://127.0.0.1:8000/users/", "http://127.0.0.1/", "http://[::1]/", "file:///etc/passwd", "слон",
        "http://169.254.169.254/latest/meta-data/",
    ])
    def test_no_door_into_this_network(self, client, home, address):
        response = client.post("/add/", {"address": address})
        assert response.status_code == 422 and b'role="alert"' in response.content
        assert not (home / "pending").exists()
        assert address in response.content.decode(), "what was typed stays in the form"


@pytest.mark.parametrize(("language", "said"), [("en", "а.doc: the file is empty"), ("be", "а.doc: файл пусты")])
def test_what_cannot_be_read_is_said_in_the_language_of_the_page(client, home, language, said):
    client.cookies["django_language"] = language
    page = text_of(client.get(upload(client, file("а.doc", b"")).url).content)

    assert said in page
