"""Forms that go round: written for every organisation, taken in when they come back."""
