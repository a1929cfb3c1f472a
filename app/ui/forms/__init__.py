"""Forms that go round, at the window: what is sent, what came back, who owes one."""
