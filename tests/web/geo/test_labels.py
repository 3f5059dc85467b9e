"""Labels: none over another, none over a dot, none out of sight."""

from hypothesis import example, given
from hypothesis import strategies as st

from pobratim.web.geo.labels import LETTER_PX, LINE_PX, placed

VIEW = (0.0, 0.0, 1000.0, 500.0)


def boxes(dots, scale=1.0):
    """The box of each label that was placed."""
    found = []
    for (name, _x, _y), label in zip(dots, placed(dots, scale, VIEW), strict=True):
        if label:
            width = len(name) * LETTER_PX * scale
            left = label.x - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
            found.append((left, label.y - LINE_PX * 0.8, left + width, label.y + LINE_PX * 0.2))
    return found


def meet(a, b) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def test_a_lone_label_stands_at_the_right():
    (label,) = placed([("Омск", 100, 100)], 1.0, VIEW)

    assert label and label.anchor == "start" and label.x > 100


def test_at_the_right_edge_it_goes_to_the_left():
    (label,) = placed([("Петропавловск-Камчатский", 950, 100)], 1.0, VIEW)

    assert label and label.anchor == "end"


def test_the_first_chooses_first_and_one_without_room_goes_without():
    crowd = [(f"Город {number}", 500.0, 250.0) for number in range(8)]

    labels = placed(crowd, 1.0, VIEW)

    assert labels[0] is not None
    assert labels[-1] is None


def test_the_busiest_have_their_names_amid_dots_as_well():
    around = [("", 500.0 + 12 * x, 250.0 + 12 * y) for x in range(-8, 9) for y in range(-3, 4) if x or y]

    labels = placed([("Минск", 500.0, 250.0), *around], 1.0, VIEW)

    assert labels[0] is not None


@given(
    st.lists(
        st.tuples(st.text("абв", min_size=1, max_size=20), st.floats(0, 1000), st.floats(0, 500)), max_size=25
    )
)
@example([("а", 5.0, 8.317170037824399), ("аа", 8.0, 8.317170037824399)])  # one ends where the other begins
def test_labels_never_meet(dots):
    found = boxes(dots)

    assert not any(meet(a, b) for index, a in enumerate(found) for b in found[index + 1 :])
    assert all(a[0] >= VIEW[0] - 1e-6 and a[2] <= VIEW[2] + 1e-6 for a in found)
