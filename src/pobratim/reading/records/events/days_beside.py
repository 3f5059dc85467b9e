"""Days told in the sentence beside: «Произошло это вчера», «(Сегодня гости провели переговоры.) Затем …»."""

from __future__ import annotations

import re

from pobratim.model import edtf
from pobratim.model.reading import Span
from pobratim.reading.context import Context, DateMention
from pobratim.reading.records.documents import is_document
from pobratim.reading.records.events.days_told import ON_THE_DAY, goes_on
from pobratim.reading.records.events.drafts import DURING, STAGED, Draft

_POINTING = frozenset({"это", "этот", "тогда", "случиться", "произойти", "церемония", "подписание"})
_LATELY = re.compile(r"\b(?:недавн\w+|ранее|на днях|до этого|в последнее время|неоднократно)\b", re.I)
"""«Недавно мэры договорились. | Об этом 7 апреля рассказал …»: not on the day on which it was told."""
_KEPT = re.compile(
    r"\b(?:к|ко|в честь|в память|по случаю|со?) (?:эт|т)\w+ (?:дат|дн|событи|годовщин|праздник)\w*", re.I
)
"""«(5 мая 1999 года подписан договор.) К этой дате прошла встреча»: years after the day that is remembered."""


def day_told_beside(context: Context, event: Draft) -> None:
    """«Произошло это вчера», «Соглашение об этом подписали …»: the day stands in the sentence beside."""
    if event.date is not None or event.status == "planned" or event.kind not in {"signing", "meeting"}:
        return
    for start, _ in event.evidence:
        sentence = context.sentence_at(start)
        if context.is_title(sentence) or _LATELY.search(context.text((sentence.start, sentence.end))):
            continue
        for pointing, dated in ((sentence.index, -1), (sentence.index, -2), (sentence.index + 1, 1)):
            date = _day_beside(context, sentence.index, pointing, dated)
            if date is not None:
                event.date, event.basis = date.edtf, "inferred"
                event.evidence = (*event.evidence, _span(context, sentence.index + dated))
                return


def day_of_last(context: Context, event: Draft, events: list[Draft]) -> None:
    """«(Сегодня гости провели переговоры.) Затем делегация побывала на заводе»: on the day of what was told last."""
    if event.date is not None or event.day_open or event.kind not in ON_THE_DAY or event.status != "held":
        return
    sentence = context.sentence_at(event.evidence[0][0])
    near = _NEAR if goes_on(context.text((sentence.start, sentence.end))) else 0
    if not near and event.kind in STAGED and _opens_with_sides(context, sentence.first):
        near = 1  # «(Вчера гости встретились с главой.) Мэры подписали соглашение»
    earliest = context.layout.sentences[max(0, sentence.index - near)]
    if not near or (near == 1 and earliest.paragraph != sentence.paragraph):
        return
    told = [
        (start, other)
        for other in events
        if other is not event and other.kind in DURING and edtf.is_day(other.date)
        for start, _ in other.evidence
        if earliest.index <= context.sentence_at(start).index <= sentence.index
    ]
    last = max(told, key=lambda pair: pair[0], default=None)
    if last is not None and last[1].status == event.status and last[1].background == event.background:
        event.date, event.basis = last[1].date, "inferred"


def _opens_with_sides(context: Context, first: int) -> bool:
    """«Мэры подписали …»: right at the beginning, with a verb of the past behind."""
    head, verb = context.layout.tokens[first], context.layout.tokens[first + 1 : first + 2]
    word = verb[0].word if verb else None
    past = word is not None and word.is_plural_verb() and word.parses[0].has("past")
    return past and head.lower in _SIDES


_SIDES = frozenset({"мэры", "главы", "руководители", "градоначальники", "губернаторы"})
_NEAR = 3


def _day_beside(context: Context, index: int, pointing: int, step: int) -> DateMention | None:
    """The one day of the sentence beside, when the pointing sentence refers to the other."""
    sentences = context.layout.sentences
    if _KEPT.search(context.text(_span(context, index))):
        return None
    beside = index + step
    if not (0 <= beside < len(sentences) and pointing < len(sentences)):
        return None
    if sentences[beside].paragraph != sentences[index].paragraph:
        return None
    tokens = context.layout.tokens_of(sentences[pointing])[:6]
    points = any(token.word and token.word.lemmas & _POINTING for token in tokens)
    if not points and not is_document(tokens, 0):
        return None
    dates = context.dates_in(*_span(context, beside))
    days = [d for d in dates if d.kind == "point" and edtf.is_day(d.edtf)]
    return days[0] if len(days) == 1 else None


def _span(context: Context, index: int) -> Span:
    sentence = context.layout.sentences[index]
    return sentence.start, sentence.end
