"""Which agent may do what, who approves, what is written down, and how much a plan allows."""
