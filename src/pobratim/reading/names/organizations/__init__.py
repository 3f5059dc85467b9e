"""Organizations: authorities, companies, universities, bodies named by their head or by a pronoun."""
