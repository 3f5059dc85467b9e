"""From outlines of countries to paths: fewer vertices, cut to the frame."""

from pobratim.web.geo.make_shapes import area, clipped, decoded_arcs, path, rings, simplified, torn
from pobratim.web.geo.projection import FRAME, project

WEST, NORTH, EAST, SOUTH = FRAME
SQUARE = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]


def test_vertices_near_the_line_go_and_ends_stay():
    assert simplified([(0, 0), (50, 1), (100, 0)]) == [(0, 0), (100, 0)]
    assert simplified([(0, 0), (50, 40), (100, 0)]) == [(0, 0), (50, 40), (100, 0)]
    assert simplified([(0, 0), (60, 60), (0, 0)]) == [(0, 0), (60, 60), (0, 0)]


def test_what_lies_outside_is_cut_off():
    beyond = [(EAST - 10, 0.0), (EAST + 50, 0.0), (EAST + 50, 20.0), (EAST - 10, 20.0)]

    assert sorted(clipped(beyond)) == [(EAST - 10, 0), (EAST - 10, 20), (EAST, 0), (EAST, 20)]
    assert clipped(SQUARE) == SQUARE
    assert clipped([(x + 3 * EAST, y) for x, y in SQUARE]) == []


def test_a_ring_across_the_edge_of_the_map_is_torn():
    assert torn([project(-104, 50), project(-106, 50), project(-106, 52)])
    assert not torn(SQUARE)


def test_area_and_path():
    assert area(SQUARE) == 10_000
    assert path(SQUARE) == "M0 0l100 0 0 100-100 0z"


def test_arcs_are_decoded_and_joined_into_rings():
    topology = {
        "transform": {"scale": [1, 1], "translate": [27, 53]},
        "arcs": [[[0, 0], [10, 0]], [[0, 0], [0, 10], [10, -10]]],
    }
    arcs = decoded_arcs(topology)

    assert arcs[0] == [project(27, 53), project(37, 53)]
    (ring,) = rings({"type": "Polygon", "arcs": [[0, ~1]]}, arcs)
    assert ring == [*arcs[0], *arcs[1][::-1]]
