"""Clauses: each example is a sentence with what belongs together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.reading.text.clauses import Clauses
from pobratim.reading.text.segments import Token, lay_out

KINDS = [
    ("Города подписали план.", [("main", "Города подписали план .")]),
    (
        "Города, которые дружат с 1990 года, подписали план.",
        [("main", "Города"), ("which", "которые дружат с 1990 года"), ("main", "подписали план .")],
    ),
    (
        "На форуме, по итогам которого составили план, выступил мэр.",
        [("main", "На форуме"), ("which", "по итогам которого составили план"), ("main", "выступил мэр .")],
    ),
    (
        "Договор, изначально намеченный на май, подпишут осенью.",
        [("main", "Договор"), ("participle", "изначально намеченный на май"), ("main", "подпишут осенью .")],
    ),
    (
        "Мэр сообщил, что завод, который открылся в мае, выпускает автобусы.",
        [
            ("main", "Мэр сообщил"),
            ("conjunction", "что завод"),
            ("which", "который открылся в мае"),
            ("conjunction", "выпускает автобусы ."),
        ],
    ),
    (
        "Минск подписал план, а Брест построил сквер; Омск ждёт гостей.",
        [("main", "Минск подписал план"), ("main", "а Брест построил сквер"), ("main", "Омск ждёт гостей .")],
    ),
    (
        "План подписан, население города – 120 тысяч.",
        [("main", "План подписан"), ("main", "население города"), ("main", "120 тысяч .")],
    ),
    ("Итог встречи: города построят сквер.", [("main", "Итог встречи"), ("told", "города построят сквер .")]),
    (
        "Отмечали день, который объединил Омск, Минск и Брест.",
        [("main", "Отмечали день"), ("which", "который объединил Омск"), ("which", "Минск и Брест .")],
    ),
]


def read(sentence: str) -> tuple[list[Token], Clauses]:
    layout = lay_out(sentence)
    return layout.tokens, Clauses(layout.tokens, layout.sentences[0], set())


def words(tokens: list[Token], first: int, last: int) -> str:
    return " ".join(token.text for token in tokens[first:last])


def index_of(tokens: list[Token], word: str) -> int:
    return next(i for i, token in enumerate(tokens) if token.text == word)


@pytest.mark.parametrize(("sentence", "expected"), KINDS)
def test_each_piece_belongs_to_a_clause(sentence: str, expected: list[tuple[str, str]]) -> None:
    tokens, clauses = read(sentence)
    assert [(p.clause.kind, words(tokens, p.first, p.last)) for p in clauses.pieces] == expected


def test_a_clause_goes_on_behind_the_one_below_it() -> None:
    tokens, clauses = read("Города, которые дружат давно, подписали план, а Брест построил сквер.")
    heads = ("Города", "дружат", "план", "сквер")
    towns, friends, plan, square = (clauses.clause_at(index_of(tokens, word)) for word in heads)
    assert towns is plan is not square
    assert friends.above is towns
    assert tokens[towns.verb or 0].text == "подписали"


def test_what_a_name_looks_like_is_no_verb() -> None:
    layout = lay_out("Гости из города Денизли, Омска и Бреста приехали в Минск.")
    at = index_of(layout.tokens, "Денизли")
    assert at in Clauses(layout.tokens, layout.sentences[0], set()).verbs
    assert at not in Clauses(layout.tokens, layout.sentences[0], {at}).verbs


STRETCHES = [
    "Делегация Омска посетила Минск, Брест и Лиду.",
    "Города, которые дружат с 1990 года,| подписали план.",
    "Минск – побратим Омска с 2018 года,| Брест подписал план,| приехав в Тверь.",
    "Минск – давний друг,| у Бреста есть два побратима.",
]


@pytest.mark.parametrize("marked", STRETCHES)
def test_stretches_end_where_the_bars_stand(marked: str) -> None:
    tokens, clauses = read(marked.replace("|", ""))
    bounds = dict.fromkeys(piece.stretch for piece in clauses.pieces)
    expected = [" ".join(token.text for token in lay_out(part).tokens).removesuffix(" ,") for part in marked.split("|")]
    assert [words(tokens, *one) for one in bounds] == expected


BOUNDS = [
    ("Стороны намерены подать заявку в «Латвию – Литву», сообщил мэр.", "подать", "Стороны", "в «Латвию – Литву»"),
    ("В Бресте (Беларусь) планируют построить сквер, который понравится всем.", "построить", "В Бресте", "сквер"),
    ("Мэр сказал, что завод «Луч» поставит автобусы, тракторы, а также краны.", "поставит", "завод", "краны"),
    ("«Приедем в мае», – сказал мэр.", "Приедем", "Приедем", "мае"),
    ("Города подпишут план (на два года) и протокол.", "подпишут", "Города", "план"),
    ("Откроют класс, поэтому приедут учителя.", "Откроют", "Откроют", "класс"),
    ('"Приедем в мае двух городов", – сказал мэр.', "Приедем", "Приедем", "городов"),
    ('Обещали приехать в парк "Луч" и в музей", – сказал мэр.', "приехать", "Обещали", "музей"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "word", "begins", "ends"), BOUNDS)
def test_what_a_verb_says_begins_and_ends(sentence: str, word: str, begins: str, ends: str) -> None:
    tokens, clauses = read(sentence)
    at = index_of(tokens, word)
    told = sentence[tokens[clauses.begin_at(at)].start : tokens[clauses.end_at(at) - 1].end]
    assert told.startswith(begins)
    assert told.endswith(ends)


TOKENS = ["мэр", "приехал", "который", "что", ",", ";", ":", "–", "(", ")", "«", "»", '"', ".", "а", "и", "открытый"]


@given(st.lists(st.sampled_from(TOKENS), min_size=1))
def test_every_token_lies_in_one_piece_inside_its_clause(parts: list[str]) -> None:
    layout = lay_out(" ".join(parts))
    for sentence in layout.sentences:
        clauses = Clauses(layout.tokens, sentence, set())
        ends = [piece.last for piece in clauses.pieces]
        assert [piece.first for piece in clauses.pieces] == [sentence.first, *(end + 1 for end in ends[:-1])]
        assert ends[-1] == sentence.last
        for index in range(sentence.first, sentence.last):
            piece = clauses.piece_at(index)
            assert piece.clause.first <= piece.first <= index <= piece.last <= piece.clause.last
            assert sentence.first <= clauses.begin_at(index) <= index
            assert index <= clauses.end_at(index) <= sentence.last


class Counted(list[Token]):
    """Tokens that count how many of them are looked at."""

    seen = 0

    def __getitem__(self, index):  # type: ignore[no-untyped-def, override]
        found = super().__getitem__(index)
        self.seen += len(found) if isinstance(index, slice) else 1
        return found


def test_a_sentence_of_any_length_is_looked_at_but_a_few_times() -> None:
    for repeated in (1, 10, 100):
        text = "Мэр, который прибыл 3 мая, сообщил, что города – друзья, а Брест построил сквер, " * repeated
        layout = lay_out(text)
        tokens = Counted(layout.tokens)
        Clauses(tokens, layout.sentences[0], set())
        assert tokens.seen <= 12 * len(tokens)
