"""What waits for a person."""

from datetime import date

from pobratim.register.rows import AgreementRow, Conflict, ConflictValue, DocumentRow, Happening, Register
from pobratim.web.attention import attention

TODAY = date(2026, 3, 1)


def waiting(**tables):
    return attention(Register(**tables), TODAY)


def test_a_row_with_two_contradictions_waits_once():
    row = AgreementRow(id="a", kind="roadmap")
    values = (ConflictValue(value="1", documents=("d",), reason=""),)
    conflicts = tuple(Conflict(id=slot, on="a", slot=slot, values=values) for slot in ("period", "signed"))

    assert waiting(agreements=(row,), conflicts=conflicts).contradictions == (row,)


def test_an_agreement_is_called_to_mind_half_a_year_before_its_end():
    def ending(period: str, status: str = "signed") -> bool:
        return bool(
            waiting(agreements=(AgreementRow(id="a", kind="plan", period=period, status=status),)).lapsing
        )

    assert ending("2024/2026-06-30")
    assert ending("2024/2026-03-01")
    assert not ending("2024/2026")
    assert not ending("2024/2026-02-28")
    assert not ending("2024/..")
    assert not ending("2024/2026-06-30", status="ended")


def test_a_plan_whose_day_has_passed_waits():
    def planned(day: str | None, status: str = "planned") -> bool:
        return bool(waiting(happenings=(Happening(id="h", kind="visit", date=day, status=status),)).overdue)

    assert planned("2026-02")
    assert not planned("2026-03")
    assert not planned("XXXX-02-01")
    assert not planned(None)
    assert not planned("2026-02", status="held")


def test_what_has_no_year_waits():
    found = waiting(
        happenings=(
            Happening(id="h1", kind="visit", date="XXXX-06-24"),
            Happening(id="h2", kind="visit", date="2024"),
            Happening(id="h3", kind="visit"),
        ),
        documents=(DocumentRow(id="d1", source="a"), DocumentRow(id="d2", source="b", published="2024-05")),
    )

    assert [row.id for row in found.undated_happenings] == ["h1", "h3"]
    assert [row.id for row in found.undated_documents] == ["d1"]


def test_an_orderly_register_leaves_nothing():
    assert not waiting(documents=(DocumentRow(id="d", source="a", published="2024"),))
