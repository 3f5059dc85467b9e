"""What reading and loading many documents costs, and how that grows."""
