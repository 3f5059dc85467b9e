"""Letters, as the standard library writes them and as old programs did."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.gather import Gathered, gather_bytes
from pobratim.model.errors import InputError

from ..making import (
    NEWS,
    SETTINGS,
    SMALL,
    TEXT,
    article,
    document,
    documents,
    error,
    letter,
    word_file,
    zip_file,
)

BODY = "\n\n".join(NEWS[1:])
DATE = "Wed, 19 Nov 2025 10:15:00 +0300"


def raw(header: str, body: bytes) -> bytes:
    """A letter byte for byte."""
    return header.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body


def test_a_press_release():
    mail = letter(BODY, NEWS[0], DATE, "Пресс-служба мэрии Энска <press@ensk.example>")
    made = document(mail.as_bytes())
    assert made.text == TEXT
    assert (made.title, made.publisher, made.author) == (NEWS[0], "Пресс-служба мэрии Энска", None)
    assert (made.published, made.published_basis) == ("2025-11-19", "stated")


def test_a_person_is_the_author():
    made = document(letter(BODY, NEWS[0], DATE, "Анна Примерова <anna@ensk.example>").as_bytes())
    assert (made.publisher, made.author) == (None, "Анна Примерова")


@pytest.mark.parametrize("subject", ["Re: ", "RE[2]: Re: ", "Отв: "])
def test_prefixes_of_a_reply_are_no_title(subject):
    made = document(letter(BODY, subject + NEWS[0], DATE).as_bytes())
    assert (made.title, made.published) == (NEWS[0], "2025-11-19")


@pytest.mark.parametrize("subject", ["Fwd: ", "FW: ", "Re: Fwd: ", "Пересл: "])
def test_a_letter_passed_on_does_not_date_or_sign_the_text(subject):
    made = document(letter(BODY, subject + NEWS[0], DATE, "Анна Примерова <a@ensk.example>").as_bytes())
    assert (made.title, made.published, made.author, made.publisher) == (NEWS[0], None, None, None)


def test_a_letter_passed_on_inside_is_known_too():
    text = f"Для архива.\n\n-------- Пересылаемое сообщение --------\n\n{BODY}"
    assert document(letter(text, NEWS[0], DATE).as_bytes()).published is None


@pytest.mark.parametrize("subject", ["Пресс-релиз", "Для публикации", "(без темы)", ""])
def test_a_subject_that_says_nothing_is_no_title(subject):
    made = document(letter(TEXT, subject, DATE).as_bytes())
    assert made.title == NEWS[0]
    assert made.text == TEXT


@pytest.mark.parametrize(
    "date", ["", "вчера", "Wed, 99 Nov 2025 10:15:00 +0300", "Wed, 19 Nov 2025 22:15:00 +0000"]
)
def test_a_date_that_does_not_tell_the_day(date):
    assert document(raw(f"From: a@ensk.example\nSubject: x\nDate: {date}", BODY.encode())).published is None


def test_wrapped_lines_quotation_marks_and_signature():
    text = (
        "> Гости из Энска осмотрели школу искусств и молочный комбинат, рассказали\n"
        "> в городской администрации.\n\n"
        "-- \nАнна Примерова\nтел. 5-55-55\n"
    )
    assert document(letter(text, "x").as_bytes()).text.split("\n\n")[-1] == NEWS[1]


@pytest.mark.parametrize("charset", ["koi8-r", "windows-1251", "utf-8", "no-such-charset", "us-ascii"])
@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "utf-8"])
def test_the_text_is_read_whatever_charset_is_declared(encoding, charset):
    header = f"From: a@ensk.example\nSubject: x\nContent-Type: text/plain; charset={charset}"
    assert NEWS[1] in document(raw(header, BODY.encode(encoding))).text


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "utf-8"])
def test_a_subject_in_bare_bytes(encoding):
    data = f"From: a@ensk.example\r\nSubject: {NEWS[0]}\r\n\r\n{BODY}".encode(encoding)
    assert document(data).title == NEWS[0]


def test_html_is_read_where_plain_text_is_missing():
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "press@ensk.example", NEWS[0]
    mail.set_content(article(*NEWS).decode(), subtype="html")
    assert document(mail.as_bytes()).text == TEXT


def test_of_two_forms_the_plain_text_is_taken():
    mail = letter(BODY, NEWS[0])
    mail.add_alternative(article("Другое", "Другой текст той же новости.").decode(), subtype="html")
    assert document(mail.as_bytes()).text == TEXT


def test_readable_attachments_are_documents_of_their_own():
    mail = letter(BODY, NEWS[0], план__docx=word_file(["План мероприятий двух городов на год."]))
    mail.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="logo.png")
    first, second = gather_bytes(mail.as_bytes(), "письмо.eml", SETTINGS)
    assert isinstance(first, Gathered) and isinstance(second, Gathered)
    assert (first.name, second.name) == ("письмо.eml", "письмо.eml/план.docx")
    assert second.document.source == second.name
    assert second.document.published is None  # the letter's day is not the plan's
    assert second.original.startswith(b"PK")


def test_an_attachment_that_cannot_be_read_is_an_error_beside_the_letter():
    mail = letter(BODY, "x", план__docx=b"PK\x03\x04")
    found, failed = gather_bytes(mail.as_bytes(), "письмо.eml", SETTINGS)
    assert isinstance(found, Gathered) and isinstance(failed, InputError)
    assert failed.source == "письмо.eml/план.docx"


def test_a_letter_of_attachments_alone():
    (only,) = documents(letter(" ", новость__txt=TEXT.encode("cp1251")).as_bytes())
    assert only.text == TEXT


def test_a_letter_in_a_letter_and_an_archive_in_it():
    inner = letter(BODY, NEWS[0], DATE, новости__zip=zip_file({"a.txt": NEWS[2]}))
    outer = letter("Пересылаю вчерашнее письмо коллег.", "x")
    outer.add_attachment(inner)
    found = gather_bytes(outer.as_bytes(), "п.eml", SETTINGS)
    assert [one.name for one in found if isinstance(one, Gathered)] == [
        "п.eml", "п.eml/письмо 1.eml", "п.eml/письмо 1.eml/новости.zip/a.txt",
    ]


def test_letters_nested_without_end_are_stopped():
    mail = letter("Самое первое письмо о визите.", "x")
    for _ in range(12):
        outer = letter("Пересылаю письмо коллег о визите.", "x")
        outer.add_attachment(mail)
        mail = outer
    found = list(gather_bytes(mail.as_bytes(), "п.eml", SETTINGS))
    assert isinstance(found[-1], InputError) and "глубоко" in found[-1].reason
    assert all(isinstance(one, Gathered) for one in found[:-1])


def test_a_page_saved_by_a_browser_is_dated_by_itself():
    page = article(*NEWS, head='<meta property="article:published_time" content="2024-03-12">')
    header = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://vestnik.example/n/5\n"
        f"Subject: =?utf-8?Q?x?=\nDate: {DATE}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="b"'
    )
    part = b"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page + b"\r\n--b--\r\n"
    made = document(raw(header, part), "страница.mhtml")
    assert (made.text, made.published, made.address) == (TEXT, "2024-03-12", "https://vestnik.example/n/5")


@pytest.mark.parametrize("kind", ['multipart/encrypted; boundary="b"', "application/pkcs7-mime"])
def test_a_locked_letter(kind):
    assert error(raw(f"From: a@ensk.example\nSubject: x\nContent-Type: {kind}", b"--b--")).reason == (
        "письмо закрыт паролем"
    )


def test_a_box_of_letters_is_refused_and_one_letter_from_it_is_not():
    first_line = b"From a@ensk.example Wed Nov 19 10:15:00 2025\r\n"
    one = first_line + b"From: a@ensk.example\r\nSubject: x\r\n\r\n" + TEXT.encode()
    assert "mbox" in error(one + b"\r\n\r\n" + one).reason
    assert NEWS[1] in document(one).text


@pytest.mark.parametrize("body", [b"", b"\r\n \r\n", b"--b--"])
def test_a_letter_without_text(body):
    header = 'From: a@ensk.example\nTo: b\nContent-Type: multipart/mixed; boundary="b"'
    assert "текст" in error(raw(header, body)).reason


HEADERS = st.sampled_from(
    ["From: a@b", "Subject: =?utf-8?B?%%?=", "Subject: =?x?Q?=D0?=", "Date: Wed, 19 Nov 99999 99:99",
     "To: b@c", "Content-Type: multipart/mixed; boundary=b", "Content-Type: message/rfc822",
     "Content-Type: text/html", 'Content-Type: text/plain; charset=""', "Content-Transfer-Encoding: base64",
     "MIME-Version: 1.0", "Content-Type: text/plain; charset*=x''%FF", "Received: \n\tx", "From: \udcff",
     "Content-Disposition: attachment; filename*=utf-8''%D0%FF",
     "Content-Disposition: attachment; filename==?x?B?=?="]
)
BODIES = HEADERS | st.text(max_size=20) | st.sampled_from(
    ["--b", "--b--", "", "Content-Type: text/html", "<p>Мэр приехал в Энск.</p>", "0YTRi9Cy", "=D0"]
)


@given(st.lists(HEADERS, min_size=2, max_size=6), st.lists(BODIES, max_size=8))
def test_any_letter_ends_in_documents_and_errors(header, body):
    data = "\n".join([*header, "", *body]).encode("utf-8", errors="surrogateescape")
    assert list(gather_bytes(data, "письмо.eml", SMALL))
