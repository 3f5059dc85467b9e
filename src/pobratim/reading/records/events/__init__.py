"""Events: visits, meetings, tours, signings and gatherings, told once each."""
