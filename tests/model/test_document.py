"""How documents are named to people."""

from __future__ import annotations

import pytest

from pobratim.model.document import called, file_name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("/home/anna/письма/новость.txt", "новость.txt"),
        (r"C:\Users\Anna\Documents\новость.docx", "новость.docx"),
        ("письма.zip/2025/новость.eml", "новость.eml"),
        ("новость.txt", "новость.txt"),
        ("https://gorod.example/news/1/", "https://gorod.example/news/1/"),
        ("папка/", "папка"),
        ("/", "/"),
    ],
)
def test_folders_are_nobodys_business(source, name):
    assert file_name(source) == name


def test_a_title_says_more_than_a_file():
    assert called("Омск и Минск подписали план", "/tmp/1.txt") == "Омск и Минск подписали план"
    assert called(None, "/tmp/1.txt") == called("", "/tmp/1.txt") == "1.txt"
