"""What agreements are on."""

from __future__ import annotations

import pytest

from pobratim.register.subjects import is_general, subject_likeness


@pytest.mark.parametrize(("subject", "general"), [
    ("сотрудничество", True),
    ("дружба и сотрудничество", True),
    ("установление дружественных отношений", True),
    ("побратимские связи", False),
    ("сотрудничество в сфере туризма", False),
    ("города-побратимы", False),
])
def test_what_any_agreement_is_on_says_nothing_particular(subject: str, general: bool) -> None:
    assert is_general(subject) is general


@pytest.mark.parametrize(("a", "b", "alike"), [
    ("побратимство", "установление побратимских связей", True),
    ("города-побратимы", "установление побратимских связей", True),
    ("побратимство", "закупка трамваев", False),
])
def test_subjects_are_alike_by_the_roots_of_their_words(a: str, b: str, alike: bool) -> None:
    assert (subject_likeness(a, b) >= 0.2) is alike
