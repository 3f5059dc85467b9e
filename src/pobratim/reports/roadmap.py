"""What the column of evidence of a road map says, measure by measure."""

from __future__ import annotations

from pobratim.register.answers import BY_WORDS, TAKEN, is_concluded
from pobratim.register.roadmap import Kept
from pobratim.register.rows import FollowUp, Register
from pobratim.reports.deeds import deed, source, told
from pobratim.reports.wording import sentence
from pobratim.reports.words import ru

NOTHING = "Сведений нет"


def evidence_lines(kept: Kept, register: Register) -> tuple[str, ...]:
    """The status, each deed with its sentence and source, and who said the same; one line where nothing is known."""
    answers = [line for one in kept.commitment.follow_ups if (line := _answer(one, register))]
    said = dict.fromkeys(source(one.document, register) for row in kept.said for one in row.said if not one.reprint)
    if not answers and not said:
        return (NOTHING,)
    mark = " (вывод)" if is_concluded(kept.commitment) else ""
    status = [sentence(ru(kept.commitment.status, "status")) + mark] if answers else []
    return (*status, *answers, *(f"О том же сказано: {one}" for one in said))


def _answer(follow_up: FollowUp, register: Register) -> str:
    row = register.get(follow_up.row)
    if row is None:
        return ""
    came = ru(follow_up.outcome, "outcome")
    if follow_up.by != BY_WORDS:
        how = f"{sentence(came)} (подтверждено: {follow_up.by})"
    elif follow_up.score >= TAKEN:
        how = f"{sentence(came)} (вывод)"
    else:
        how = f"Возможно, {came} (вывод, проверьте)"
    return f"{how}: {deed(row, register)}. {told(row, register)}"
