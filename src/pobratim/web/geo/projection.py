"""From longitude and latitude to kilometres on a flat map of Eurasia.

An equidistant conic projection, the familiar bow of Russian maps: distances along every meridian are true,
those along the parallels of Minsk and Omsk nearly so, and Siberia is not stretched the way Mercator does it.
"""

from __future__ import annotations

from math import cos, radians, sin

EARTH_KM = 6371.0
CENTRE_LON, CENTRE_LAT = 75.0, 56.0

# True parallels. The southern one lies far south on purpose: it flattens the bow, so that Kamchatka is not up
# where the pole should be.
_SOUTH, _NORTH = radians(22), radians(57)
_N = (cos(_SOUTH) - cos(_NORTH)) / (_NORTH - _SOUTH)
_APEX = cos(_SOUTH) / _N + _SOUTH

FRAME = (-6200.0, -4500.0, 6200.0, 4700.0)
"""West, north, east and south edge of the drawn part, in kilometres from the centre (south is positive)."""


def _radius(lat: float) -> float:
    return EARTH_KM * (_APEX - radians(lat))


def project(lon: float, lat: float) -> tuple[float, float]:
    """Kilometres east and south of the centre; degrees in."""
    along = radians((lon - CENTRE_LON + 180) % 360 - 180) * _N
    radius = _radius(lat)
    return radius * sin(along), radius * cos(along) - _radius(CENTRE_LAT)


def on_map(x: float, y: float) -> bool:
    """Whether a projected point lies in the drawn part."""
    west, north, east, south = FRAME
    return west <= x <= east and north <= y <= south
