"""Days reckoned from what was told just before: «на следующий день», «накануне», «в первый день форума»."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pobratim.reading.records.events.drafts import Draft
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.scenes import Scene

_STEPS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"\b(?:на (?:следующий|другой) день|назавтра|днём позже|днем позже)\b", re.I), 1),
    (re.compile(r"^\W*(?:накануне|днём ранее|днем ранее|за день до этого)\b", re.I), -1),
)
_ORDINAL = re.compile(r"\b(?:в|во|на) (перв|втор|трет)\w+ день\b", re.I)
_NUMBER = {"перв": 0, "втор": 1, "трет": 2}
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)$")
_REACH = 8
"""Sentences back to which «на следующий день» may refer."""
_CONTINUING = re.compile(
    r"^\W*(?:потом|затем|далее"
    r"|после (?:этого|встречи|переговоров|при[её]ма|церемонии|подписания|беседы|заседания|совещания|экскурсии|осмотра"
    r"|круглого стола|форума|конференции|официальной части|торжественной части|завершения|окончания)"
    r"|по (?:итогам|результатам|окончании|завершении) (?:встречи|переговоров|беседы|при[её]ма|совещания|заседания)"
    r"|по (?:их|его|её|ее) (?:итогам|результатам)|во второй половине дня|после обеда"
    r"|в (?:ходе|рамках|завершение) (?:встречи|переговоров|беседы|при[её]ма)|в тот же день|вечером|в этот же день)\b"
    r"|, а (?:затем|потом)\b",
    re.I,
)
"""What goes on where the sentence before left off."""
ON_THE_DAY = frozenset({"meeting", "signing", "tour", "other"})
_TOLD = ("meeting", "visit", "signing", "forum", "days", "tour")


def reckon_day(scene: Scene, story: Story, draft: Draft) -> None:
    """Give the draft the day that the sentence reckons from the event told last."""
    if draft.kind == "visit":
        return  # «в первый день визита» tells of what happened on that day
    text = scene.context.text(scene.span)
    step = next((days for pattern, days in _STEPS if pattern.search(text)), None)
    ordinal = _ORDINAL.search(text)
    if step is None and ordinal is None:
        return
    if step is not None and step < 0 and not _in_paragraph(scene, story):
        return  # «накануне» that opens a paragraph is the day before the publication
    event = story.last(scene, *_TOLD, within=_REACH, dated=True)
    if event is None or event.date is None or (draft.date is not None and step is None):
        return
    first, _, last = event.date.partition("/")
    if ordinal is not None and step is None:
        day = shifted(first, _NUMBER[ordinal.group(1).lower()])
    else:
        day = shifted(last or first if step == 1 else first, step or 0)
    if day is not None:
        draft.date, draft.basis = day, "inferred"


def goes_on(sentence: str) -> bool:
    """«Затем делегация побывала на заводе», «По итогам встречи подписан план»: on the day of what was told last?"""
    return _CONTINUING.search(sentence) is not None


def look_back(scene: Scene, story: Story, draft: Draft) -> None:
    """«(В прошлом году Омск посетил мэр Лиды.) Он ознакомился с заводом»: what is told next, without a time of its own,
    was before the news as well."""
    before = scene.before
    if before is None or draft.kind not in ON_THE_DAY or draft.status != "held" or draft.background or scene.dates:
        return
    told = [one for one in story.drafts if before.span in one.evidence]
    if told and all(one.background and one.status == "held" for one in told) and not scene.with_lemmas(_NOW):
        draft.background = True


_NOW = frozenset({"сегодня", "сейчас", "теперь", "ныне"})


def _in_paragraph(scene: Scene, story: Story) -> bool:
    """Was the event told last told in this paragraph?"""
    event = story.last(scene, *_TOLD)
    if event is None:
        return False
    return scene.context.sentence_at(event.evidence[-1][0]).paragraph == scene.sentence.paragraph


def shifted(day: str, days: int) -> str | None:
    """A day some days on («XXXX-05-14» and 1 → «XXXX-05-15»); None of what is no day."""
    found = _DAY.match(day)
    if found is None:
        return None
    year, month, number = found.groups()
    known = int(year) if year != "XXXX" else 2000
    try:
        moved = date(known, int(month), int(number)) + timedelta(days=days)
    except ValueError:
        return None
    return f"{year if year == 'XXXX' else moved.year}-{moved.month:02}-{moved.day:02}"
