"""The map of ties: a projection, shapes of countries made from Natural Earth, and where labels go."""
