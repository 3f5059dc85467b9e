"""The projection: north up in the middle, distances about right, the far ends of Russia in the frame."""

from math import dist

import pytest

from pobratim.web.geo.projection import CENTRE_LAT, CENTRE_LON, on_map, project


def test_the_centre_is_the_origin_and_north_is_up():
    assert project(CENTRE_LON, CENTRE_LAT) == pytest.approx((0, 0))
    assert project(CENTRE_LON, CENTRE_LAT + 5)[1] < 0
    assert project(CENTRE_LON + 5, CENTRE_LAT)[0] > 0


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        ((27.57, 53.90), (37.62, 55.75), 676),  # Минск — Москва
        ((27.57, 53.90), (73.37, 54.99), 2899),  # Минск — Омск
        ((30.20, 55.19), (32.04, 54.78), 126),  # Витебск — Смоленск
    ],
)
def test_distances_are_true_within_a_few_percent(a, b, km):
    assert dist(project(*a), project(*b)) == pytest.approx(km, rel=0.06)


@pytest.mark.parametrize(
    "place",
    [
        (23.69, 52.10),
        (20.51, 54.71),
        (158.65, 53.05),
        (-169.8, 66.2),
        (44.51, 40.18),
        (121.46, 31.22),
    ],
    ids=["Брест", "Калининград", "Петропавловск-Камчатский", "Уэлен", "Ереван", "Шанхай"],
)
def test_eurasia_is_on_the_map(place):
    assert on_map(*project(*place))


@pytest.mark.parametrize(
    "place", [(-82.4, 23.1), (-58.4, -34.6), (151.2, -33.9)], ids=["Гавана", "Буэнос-Айрес", "Сидней"]
)
def test_the_rest_of_the_world_is_not(place):
    assert not on_map(*project(*place))
