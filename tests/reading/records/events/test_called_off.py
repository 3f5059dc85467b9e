"""What a heading or a plan names and the next sentence calls off."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

FRAME = "Минск и Омск стали побратимами. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Дни Омска в Минске. Июльский праздник отменили из-за паводка.", "days"),
        ("Визит делегации Омска в Минск. Поездку пришлось отменить.", "visit"),
        ("На июнь запланирован форум Минска и Омска. Форум отменён.", "forum"),
    ],
)
def test_what_was_only_named_is_called_off_by_the_sentence_behind_it(text: str, kind: str) -> None:
    assert facts(FRAME + text, "event", "kind", "status") == [(kind, "cancelled")]


@pytest.mark.parametrize(
    "text",
    [
        "Делегация Омска побывала в Минске. Поездку на завод отменили из-за погоды.",
        "Делегация Омска посетила Минск. Омск отменил поездку в Тверь.",
    ],
)
def test_what_was_held_stays_and_another_is_called_off(text: str) -> None:
    assert ("visit", "held") in facts(FRAME + text, "event", "kind", "status")
