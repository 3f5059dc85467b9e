"""What one more document costs a process that begins is measured on a register that was put away."""

from __future__ import annotations

from benchmarks.register.begun import costs


def test_each_document_is_added_to_the_same_register() -> None:
    found = list(costs(60, 2, seed=1))
    assert len(found) == 2
    assert all(cost.rows for cost in found)
