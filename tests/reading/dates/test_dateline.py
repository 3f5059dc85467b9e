import pytest


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("24.06.2025, 10:15", "2025-06-24"),
        ("24 июня 2025", "2025-06-24"),
        ("Вторник, 24 июня 2025 года", "2025-06-24"),
        ("Опубликовано: 24.06.2025", "2025-06-24"),
        ("24-06-2025 09:10", "2025-06-24"),
        ("24 июня 2025, 16:33 — Служба вестей", "2025-06-24"),
        ("2025-06-24 САРАНСК, 24 июн – Вести. Мэр принял гостей.", "2025-06-24"),
        ("24 июня, Орша /Корр. «Вестей»/. Мэр принял гостей.", "XXXX-06-24"),
        ("ОРША, 24 июня – Вести. Мэр принял гостей.", "XXXX-06-24"),
        ("Орша. 24 июня. ВЕСТИ – Мэр принял гостей.", "XXXX-06-24"),
        ("Орша, 24 июня 2025 г. /Вести/. Мэр принял гостей.", "2025-06-24"),
    ],
)
def test_a_dateline_dates_the_text(told, head, published):
    found = told(f"Мэры встретились\n\n{head}\n\nГости приехали сегодня.")
    assert next(edtf for _, edtf, kind in found if kind == "published") == published
    assert found[-1] == ("сегодня", published, "point")


@pytest.mark.parametrize(
    "head",
    [
        "24 июня в Орше мэр принял гостей.",
        "24 июня, в субботу, мэр принял гостей.",
        "24 июня – день города, и мэр принял гостей.",
    ],
)
def test_a_date_that_opens_a_sentence_is_no_dateline(told, head):
    assert [kind for _, _, kind in told(head)] == ["point"]


def test_the_published_date_closes_the_year_of_a_dateline(told):
    found = told("24 июня, Орша /Корр. «Вестей»/. Вчера мэр принял гостей.", "2025-06-26")
    assert found == [("24 июня", "2025-06-24", "published"), ("Вчера", "2025-06-25", "point")]
