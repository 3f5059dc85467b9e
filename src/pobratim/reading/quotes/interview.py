"""Rule for interviews: turns of questions and answers, where only the lead says who answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pobratim.model.reading import Quote, Span
from pobratim.reading.quotes.pieces import OWN_WORDS
from pobratim.reading.quotes.talk import Talk
from pobratim.reading.text.segments import Paragraph

_DASH = re.compile(r"[-–—]\s*(?=\S)")
_ASKER = re.compile(r"(?:Корреспондент|Корр?\.?|Журналист|Вопрос|Ведущ(?:ий|ая)|Редакция)\s*:\s*")
_LABEL = re.compile(r"(?:Ответ|(?P<initials>[А-ЯЁ]\.\s?[А-ЯЁ]\.?)|[А-ЯЁ]\.\s?(?P<surname>[А-ЯЁ][а-яё]+))\s*:\s*")
_ASKS = re.compile(r"\?(?:\.\.|!)?$")
_ADDRESS = re.compile(
    r"\b(?:вы|вас|вам|вами|ваш[а-я]*|расскажите|скажите|поделитесь|\w+(?:[ое]вич|ьич|[ое]вна|ична),)(?!\w)",
    re.IGNORECASE,
)
_REQUEST = re.compile(r"(?:[А-ЯЁ]\w+ [А-ЯЁ]\w+(?:вич|вна), )?(?:расскажите|скажите|поделитесь)\b", re.IGNORECASE)
_CONVERSES = re.compile(
    r"\b(?:бесед[а-я]+|побеседова[а-я]+|интервью|поговори[а-я]+|рассказ[а-я]+|ответи[а-я]+|отвечает|расспроси[а-я]+"
    r"|собеседни[а-я]+|гост[ья]|вопрос[а-я]*)\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"(?:[Кк]орреспондент|[Жж]урналист|[Оо]бозревател)[а-я]*(?:\s+(?:[А-Я]+\b|газеты|«[^»]*»))*\s*$")
_CLOSING = re.compile(r"(?:Беседова|Записал|Подготовил|Интервью|Фото|Текст|Справка|Спрашивал)", re.IGNORECASE)
_LONGEST_QUESTION = 400
_FEWEST = 2
"""Fewer questions are no interview."""


@dataclass(frozen=True)
class _Turn:
    """A paragraph, where its words begin, and who speaks by its looks."""

    paragraph: Paragraph
    start: int
    dashed: bool
    asks: bool
    labelled: bool | None
    """True: the label of the journalist; False: the label of who answers; None: no label."""


def answers(talk: Talk) -> Iterator[Quote | None]:
    """«– Почему именно Орша? – Так решили жители…»: what answers a question is said by whom the lead names."""
    turns = [_turn(talk, paragraph) for paragraph in talk.context.layout.paragraphs]
    first = next((index for index, turn in enumerate(turns) if turn.asks and index), None)
    speaker = _interviewed(talk, turns[first].paragraph.start) if first is not None else None
    if first is None or speaker is None:
        return
    pairs = list(_pairs(talk, turns[first:], turns[first]))
    asked = [question for question, _ in pairs]
    addressed = sum(bool(_ADDRESS.search(talk.text, turn.start, turn.paragraph.end)) for turn in asked)
    marked = bool(pairs) and (turns[first].dashed or turns[first].labelled or pairs[0][1][0].dashed)
    if len(pairs) < _FEWEST or addressed < (1 if marked else _FEWEST):
        return
    talk.speakers.silence((turn.paragraph.start, turn.paragraph.end) for turn in asked)
    for question, said in pairs:
        spans: list[Span] = [(turn.start, turn.paragraph.end) for turn in said]
        yield talk.quote(speaker, "direct", spans, (question.start, spans[-1][1]), "quote.interview", 0.9)


def _turn(talk: Talk, paragraph: Paragraph) -> _Turn:
    start, end = paragraph.start, paragraph.end
    dash = _DASH.match(talk.text, start, end)
    start = dash.end() if dash else start
    asker, other = _ASKER.match(talk.text, start, end), _LABEL.match(talk.text, start, end)
    label = asker or other
    start = label.end() if label else start
    text = talk.text[start:end].rstrip()
    asks = bool(_ASKS.search(text) or _REQUEST.match(text)) and len(text) <= _LONGEST_QUESTION
    return _Turn(paragraph, start, bool(dash), asks or bool(asker), bool(asker) if label else None)


def _pairs(talk: Talk, turns: Sequence[_Turn], first: _Turn) -> Iterator[tuple[_Turn, list[_Turn]]]:
    """Questions that look like the first one, each with the paragraphs that answer it."""
    question: _Turn | None = None
    said: list[_Turn] = []
    last = max(index for index, turn in enumerate(turns) if _is_question(turn, first))
    for index, turn in enumerate(turns):
        if _is_question(turn, first) and (question is None or said):
            if question is not None:
                yield question, said
            question, said = turn, []
        elif question is not None and _answers(talk, turn, said, index > last):
            said.append(turn)
        elif question is not None and not _is_heading(talk, turn):
            if said:
                yield question, said
            question, said = None, []
    if question is not None and said:
        yield question, said


def _is_question(turn: _Turn, first: _Turn) -> bool:
    return turn.asks and turn.labelled is not False and (turn.dashed, turn.labelled) == (first.dashed, first.labelled)


def _answers(talk: Talk, turn: _Turn, said: Sequence[_Turn], is_last: bool) -> bool:
    """Does the paragraph answer, or go on with the answer? What names its speaker itself does not."""
    start, end = turn.start, turn.paragraph.end
    if _is_heading(talk, turn) or _CLOSING.match(talk.text, start, end) or talk.parts(start, end)[1]:
        return False
    if not said:
        return True
    if turn.dashed or turn.labelled is not None or talk.text[start] in "«\"“":
        return False
    return not is_last or bool(OWN_WORDS.search(talk.text, start, end))


def _is_heading(talk: Talk, turn: _Turn) -> bool:
    return not turn.dashed and talk.text[turn.start : turn.paragraph.end].rstrip()[-1:] not in set(".!?…»\")")


# ---------------------------------------------------------------- who answers


def _interviewed(talk: Talk, before: int) -> str | None:
    """Whom the lead has answer: named before a colon in the headline, in the words on the talk, or alone."""
    headline = talk.context.layout.paragraphs[0]
    sentences = [(start, min(end, before)) for start, end in talk.sentences(0, before)]
    on_the_talk = [span for span in sentences if _CONVERSES.search(talk.text, *span)]
    zones = [
        list(_before_colons(talk, before)),
        on_the_talk,
        [(headline.start, min(headline.end, before))],
        [(0, before)],
    ]
    for zone in zones:
        people = {name for span in zone for name in _people(talk, span)}
        if people:
            return people.pop() if len(people) == 1 else None
    return None


def _before_colons(talk: Talk, before: int) -> Iterator[Span]:
    """«Глава Орши Иван Петров: «…»»: the headlines up to a colon right behind a name."""
    for paragraph in talk.context.layout.paragraphs[:3]:
        colon = talk.text.find(":", paragraph.start, min(paragraph.end, before))
        people = talk.context.mentions_in(paragraph.start, max(colon, paragraph.start), "person")
        if people and people[-1].end == colon:
            yield people[-1].start, colon


def _people(talk: Talk, span: Span) -> Iterator[str]:
    """The people named in ``span``; who writes for the paper is not one of them."""
    for person in talk.context.mentions_in(*span, "person"):
        if not _REPORTS.search(talk.text, span[0], person.start):
            yield person.entity
