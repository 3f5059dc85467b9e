"""Visits of more than a day: what happened during one need not have happened on the day it began."""

from __future__ import annotations

import re

from pobratim.model import edtf
from pobratim.reading.context import Context
from pobratim.reading.records.dating import days_before_publication
from pobratim.reading.records.events.drafts import Draft

_DAYS = re.compile(
    r"\b(?:дв[аеу]х?|тр[еёи]х?|четыр\w*|пят\w|шест\w|сем\w|много|[2-7])-?(?:х-?)?(?:дневн\w+| дн(?:я|ей|ям)\b| суток)"
    r"|\bнесколько дней\b|\bнедел(?:ю|и|ьн\w+)\b"
    r"|\b(?:втор|трет|последн)\w+ день (?:визит|поездк|пребыван|программ)"
    r"|\b(?:до|по) \d{1,2}(?:-го)?(?= [а-я]+|[,.])",
    re.I,
)
"""«трёхдневный визит», «пробыли три дня», «до 21 июня», «второй день визита»."""
_BEGAN = re.compile(
    r"\b(?:визит|поездка|пребывание)\b[^.!?]*\bначал(?:ся|ась|ось)\b"
    r"|\bначал(?:ся|ась|ось)\b[^.!?]*\b(?:визит|поездка|пребывание)\b",
    re.I,
)


def lasts(context: Context, visit: Draft) -> bool:
    """Is the visit told to last longer than the one day it has, where it is told or in the sentence after?

    One that «began on 8 August» is told so on a later day because it goes on.
    """
    date = str(visit.date)
    if "/" in date or not edtf.is_day(date):
        return "/" in date
    told_later = days_before_publication(context, date) != 0
    sentences = context.layout.sentences
    for start, end in visit.evidence:
        following = context.sentence_at(start).index + 1
        last = sentences[following].end if following < len(sentences) else end
        began = told_later and _BEGAN.search(context.text((start, end))) is not None
        if began or _DAYS.search(context.text((start, last))) is not None:
            return True
    return False
